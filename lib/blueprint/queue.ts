import type { Queue } from '../model';
import type { ResolvedQueue } from './blueprint';

export function resolveQueue(id: string, { visibilitySeconds, maxReceives }: Queue): ResolvedQueue {
  return { kind: 'queue', id, visibilitySeconds, maxReceives };
}
