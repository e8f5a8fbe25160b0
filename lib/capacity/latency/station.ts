import type { Resource } from '../../model/resource';
import type { Demands, Hold } from '../demand';
import { instancesInService } from '../instances';
import { erlangC } from '../queueing/erlang';
import { variabilityFactor } from '../queueing/variability-factor';
import type { CapacityForm } from '../supply';
import type { ResourceUse } from '../utilization';
import { inSample, type Vector } from '../vector';

/** Resources that events wait for while all of it is in use. Memory, calls and sessions have no queue. */
export const QUEUES: readonly Resource[] = ['processor', 'workers', 'connections', 'slots'];

/** The wait for a resource in one sample. */
export interface QueueWait {
  /** Share of the events that wait. */
  readonly probability: number;
  /**
   * Mean wait of those that wait. Seconds; for a processor, seconds for each second of processor time of the event, because the
   * operating system divides processors among all work. Infinite when the load is at least the supply.
   */
  readonly seconds: number;
  /** Seconds that each second of processor time takes longer because an instance has less than one core; 0 for other resources. */
  readonly slowerBy: number;
}

/** The wait for a resource in one sample, with its utilization. */
export interface Wait extends QueueWait {
  /** Share of the supply in use, idle load included. */
  readonly utilization: number;
}

/** A resource with a queue, and everything that holds it. */
export interface Station {
  /** Use of the resource. */
  readonly use: ResourceUse;
  /** Its use by each operation. */
  readonly holds: readonly Hold[];
  /** Instances in service, by sample. */
  readonly instances: Vector;
}

/** The resources of a form that have a queue, with the instances that autoscaling has in service under the load. */
export function stationsOf(uses: readonly ResourceUse[], holds: readonly Hold[], demands: Demands, form: CapacityForm): Station[] {
  const inService = instancesInService({ uses }, demands, form);
  return uses
    .filter(({ resource }) => QUEUES.includes(resource))
    .map((use) => ({
      use,
      holds: holds.filter(({ component, resource, part }) => component === use.component && resource === use.resource && part === use.part),
      instances: inService.get(use.component) ?? use.supply.instances.max,
    }));
}

/** Beyond this many standard deviations of free servers, fewer than one event in a billion waits. */
const NEVER_WAITS = 8;

/**
 * The wait for a resource in one sample. Each instance has a queue of its own, because a load balancer chooses an instance before
 * the event waits: Poisson arrivals, exponential times of each operation, and the variability of their mix. Idle load and sessions
 * reduce the servers of the queue.
 */
export function waitIn({ use, holds, instances: inService }: Station, sample: number): Wait {
  const most = use.supply.instances.max;
  const instances = inSample(inService, sample);
  const supplied = inSample(use.supplied, sample) / most;
  // Idle load is mostly that of instances.
  let held = (inSample(use.base, sample) / most) * instances;
  let rate = 0;
  let offered = 0;
  let squares = 0;
  for (const { seconds, load } of holds) {
    const amount = inSample(load, sample);
    if (seconds === undefined) held += amount;
    else if (amount > 0) {
      const each = inSample(seconds, sample);
      rate += amount / each / instances;
      offered += amount / instances;
      squares += (2 * amount * each) / instances;
    }
  }
  const free = supplied - held / instances;
  const utilization = (held / instances + offered) / supplied;
  const slowerBy = use.resource === 'processor' && free > 0 ? Math.max(0, 1 / free - 1) : 0;
  if (offered === 0) return { probability: 0, seconds: 0, slowerBy, utilization };
  if (offered >= free) return { probability: 1, seconds: Number.POSITIVE_INFINITY, slowerBy, utilization };
  // A part of a server counts as one that works more slowly, so that utilization stays the same.
  const servers = Math.ceil(free);
  const load = (offered * servers) / free;
  const probability = servers - load > NEVER_WAITS * (1 + Math.sqrt(load)) ? 0 : erlangC(servers, load);
  if (use.resource === 'processor') return { probability, seconds: 1 / (free - offered), slowerBy, utilization };
  const mean = offered / rate;
  const variability = variabilityFactor({
    servers,
    arrivalsPerSecond: rate,
    serviceSeconds: (mean * servers) / free,
    serviceVariability: Math.max(1, squares / rate / mean ** 2 - 1),
  });
  return { probability, seconds: (mean / (free - offered)) * variability, slowerBy, utilization };
}
