import { RESOURCES } from '../../model/resource';
import type { ResourceUse } from '../utilization';
import { inSample } from '../vector';
import { QUEUES } from './station';

/**
 * Share of the events at a resource that cannot be served in one sample: the load above the supply. A queue that grows without
 * limit ends in timeouts, and an API rejects requests above its rate. 0 while the supply is sufficient, and for memory, which has no such share.
 */
export function rejectedShareAt({ resource, supplied, base, demand }: ResourceUse, sample: number): number {
  if (!QUEUES.includes(resource) && RESOURCES[resource].nature !== 'rate') return 0;
  const load = inSample(demand.load, sample);
  const free = Math.max(0, inSample(supplied, sample) - inSample(base, sample));
  return load <= free ? 0 : 1 - free / load;
}
