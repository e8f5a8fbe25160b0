import type { Queue } from '../model/queue';
import { deploymentOf, type Resolving } from './context';
import type { ResolvedQueue } from './resolved-component';

/** Resolves a queue. */
export function resolveQueue(id: string, { visibilitySeconds, maxReceives }: Queue, resolving: Resolving): ResolvedQueue {
  return { kind: 'queue', id, ...deploymentOf(resolving, id), visibilitySeconds, maxReceives };
}
