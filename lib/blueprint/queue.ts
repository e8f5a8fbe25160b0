import type { Queue } from '../model/queue';
import type { ResolvedQueue } from './blueprint';
import { deploymentOf, type Resolving } from './context';

export function resolveQueue(id: string, { visibilitySeconds, maxReceives }: Queue, resolving: Resolving): ResolvedQueue {
  return { kind: 'queue', id, ...deploymentOf(resolving, id), visibilitySeconds, maxReceives };
}
