import type { Blueprint } from '../blueprint/blueprint';
import { resolveBlueprint } from '../blueprint/resolve';
import { Demands } from '../capacity/demand';
import { type InstancesNeeded, instancesNeeded } from '../capacity/instances';
import { DEFAULT_CONFIDENCE } from '../capacity/recommend/recommend';
import { Samples } from '../capacity/samples';
import { unknownLoads } from '../capacity/unknown-loads';
import { capacityUse } from '../capacity/utilization';
import { reachedIn, shareAtLeast } from '../capacity/vector';
import { offersIn } from '../catalog/offers';
import { withPublishedSizes } from '../model/published-sizes';
import type { System } from '../model/system';
import { formOfBlueprint, targetWorkloadOf } from './capacity-of';

/** How much a tier handles of the workload that it is sized and priced for. */
export interface HandledWorkload {
  /** Concurrent users of the workload; 0 for a workload without users. */
  readonly expectedUsers: number;
  /**
   * Multiple of the workload that the tier handles in 90% of the samples: below 1, it does not handle its workload. Infinite where
   * nothing limits it; undefined where a load or a limit is unknown.
   */
  readonly timesWorkload: number | undefined;
  /** Users that the tier handles in 90% of the samples, in whole users; undefined without users, without a limit, and where a load or a limit is unknown. */
  readonly users: number | undefined;
  /** Share of the samples in which the tier handles its whole workload, 0 to 1; undefined where a load or a limit is unknown. */
  readonly likelihood: number | undefined;
  /** Services whose expected number of instances is the default, their minimum, although the workload needs more. */
  readonly moreInstances: readonly MoreInstances[];
}

/** A service for whose instances the estimate is too low. */
export interface MoreInstances {
  /** Component id. */
  readonly component: string;
  /** Instances that the expected cost contains. */
  readonly expected: number;
  /** Instances that the workload needs by the model. */
  readonly needed: number;
}

/** The samples of each system, whose tiers share most figures. */
const samplesOf = new WeakMap<System, Samples>();

/** How much a blueprint of a system handles of its own workload, computed in 10,000 samples. */
export function handledWorkload(system: System, blueprint: Blueprint): HandledWorkload {
  const expectedUsers = blueprint.workload.concurrentUsers.mid;
  const form = formOfBlueprint(system, blueprint);
  if (unknownLoads(system, form).length > 0)
    return { expectedUsers, timesWorkload: undefined, users: undefined, likelihood: undefined, moreInstances: [] };
  const samples = samplesOf.get(system) ?? new Samples();
  samplesOf.set(system, samples);
  const demands = new Demands(system, targetWorkloadOf(blueprint.workload), samples);
  const use = capacityUse(demands, form);
  const timesWorkload = reachedIn(use.factor, DEFAULT_CONFIDENCE);
  const users = expectedUsers === 0 || timesWorkload === Number.POSITIVE_INFINITY ? undefined : Math.floor(timesWorkload * expectedUsers);
  const moreInstances = moreThanDefault(system, blueprint, instancesNeeded(use, demands, form));
  return { expectedUsers, timesWorkload, users, likelihood: shareAtLeast(use.factor, 1), moreInstances };
}

/** A tier that states the expected number of instances has its own reasons for it. */
function moreThanDefault({ tiers }: System, { tier: { id } }: Blueprint, needed: readonly InstancesNeeded[]): MoreInstances[] {
  const components = tiers.find((tier) => tier.id === id)?.components ?? {};
  return needed.flatMap(({ component, instances }) => {
    const service = components[component];
    if (service?.kind !== 'service' || service.instances.expected !== undefined || instances <= service.instances.min) return [];
    return [{ component, expected: service.instances.min, needed: instances }];
  });
}

/**
 * How much the sizes of the document handle of the workload of the tier; undefined where the tier has no others, or has no document.
 */
export function handledByPublishedSizes(system: System, blueprint: Blueprint): HandledWorkload | undefined {
  const tier = system.tiers.find(({ id }) => id === blueprint.tier.id);
  const published = tier === undefined ? undefined : withPublishedSizes(tier);
  if (published === undefined) return undefined;
  const { options } = blueprint;
  const tiers = system.tiers.map((other) => (other.id === published.id ? published : other));
  return handledWorkload(
    system,
    resolveBlueprint({ system: { ...system, tiers }, tier: published.id, options, offers: offersIn(options.region) }),
  );
}

/** Whether the tier is less than 90% likely to handle its workload; false where that is unknown. */
export function handlesTooLittle({ timesWorkload }: HandledWorkload): boolean {
  return timesWorkload !== undefined && timesWorkload < 1;
}
