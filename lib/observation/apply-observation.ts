import { countsIn, partOf, type SizedSystem } from '../capacity/demand';
import type { CapacityForm } from '../capacity/supply';
import { certain, type Interval, scaleInterval } from '../core/interval';
import { InputError, shown } from '../core/problems';
import { type CalibrationContext, countedRequests, withMeasured } from '../loadtest/calibrate';
import { intervalOfPercentiles } from '../loadtest/interval-of-percentiles';
import { type MeasuredIn, replacedDemand } from '../loadtest/replaced-demand';
import { perUnitOf } from '../loadtest/tested-rows';
import type { BaseLoad, Demand, Operation } from '../model/operation';
import { RESOURCES } from '../model/resource';
import { userVolumes } from '../model/volumes';
import type { Observation } from './observation';

/** A demand of the definition with its volume. */
interface UsedBy {
  readonly operation: Operation;
  readonly demand: Demand;
  /** Use of the resource for each request/s of the usual mix of operations, by the mids of the definition. */
  readonly perRequest: number;
}

/**
 * The system with the demands that production metrics of one tier show. Production runs all operations: the use for each request/s is that
 * of the requests with the usual amounts of all others. All demands on a resource change by the same factor, so that their sum is the
 * observed one. Base loads become the observed ones. Other tiers keep their figures.
 */
export function observed<Sized extends SizedSystem>(
  system: Sized,
  form: CapacityForm,
  observation: Observation,
  { subject, tiers }: CalibrationContext,
): Sized {
  const requests = countedRequests(system, subject);
  if (observation.tier !== form.tier)
    throw new InputError(subject, [{ path: 'tier', received: shown(observation.tier), expected: form.tier }]);
  const known: MeasuredIn = { tier: observation.tier, evidence: 'measured', source: sourceOf(observation) };
  const volumes = volumesOfRequest(requests, system);
  const measured = new Map<Demand, Demand>();
  const added: Demand[] = [];
  for (const one of observation.demands) {
    const used = usedBy(one, system, form, volumes);
    const expected = used.reduce((sum, { perRequest }) => sum + perRequest, 0);
    if (expected === 0) added.push(newDemand(one, known));
    for (const { operation, demand } of used) {
      const figure = intervalOfPercentiles(widened(scaleInterval(one.perRequest, perUnitOf(operation, demand).mid / expected), used));
      measured.set(demand, replacedDemand(operation, demand, figure, known));
    }
  }
  const operations = Object.fromEntries(
    Object.entries(system.operations).map(([id, operation]) => {
      const replaced = withMeasured(operation, measured, observation.tier, tiers);
      return [id, id === requests ? { ...replaced, demands: [...replaced.demands, ...added] } : replaced];
    }),
  );
  return { ...system, operations, baseLoads: withBases(system.baseLoads, form, observation, known, tiers) };
}

/** Volume of each operation for one request/s of the usual mix; of the requests alone where users start none. */
function volumesOfRequest(requests: string, system: SizedSystem): ReadonlyMap<string, number> {
  const ofUser = userVolumes(system, { concurrentUsers: certain(1) });
  const perUser = ofUser.get(requests)?.mid ?? 0;
  const volumes = perUser > 0 ? ofUser : userVolumes(system, { requestsPerSecond: certain(1) });
  return new Map([...volumes].map(([id, { mid }]) => [id, perUser > 0 ? mid / perUser : mid]));
}

/** The interval of one of several demands with which their sum, drawn independently, has the observed interval: variances add up. */
function widened({ low, mid, high }: Interval, used: readonly UsedBy[]): Interval {
  const sum = used.reduce((total, { perRequest }) => total + perRequest, 0);
  const factor = sum / Math.hypot(...used.map(({ perRequest }) => perRequest));
  return { low: mid - (mid - low) * factor, mid, high: mid + (high - mid) * factor };
}

function usedBy(
  { component, resource }: Pick<Demand, 'component' | 'resource'>,
  { operations }: SizedSystem,
  form: CapacityForm,
  volumes: ReadonlyMap<string, number>,
): UsedBy[] {
  return Object.entries(operations).flatMap(([id, operation]) =>
    operation.demands
      .filter((demand) => demand.component === component && demand.resource === resource)
      .filter((demand) => countsIn(demand, form) && partOf(demand, form) === 'primary')
      .map((demand) => ({ operation, demand, perRequest: (volumes.get(id) ?? 0) * perUnitOf(operation, demand).mid }))
      .filter(({ perRequest }) => perRequest > 0),
  );
}

/** The demand of requests on a resource that the definition has no demand on. */
function newDemand({ component, resource, perRequest }: Observation['demands'][number], { tier, ...known }: MeasuredIn): Demand {
  const isHeld = RESOURCES[resource].nature === 'held';
  const figure = intervalOfPercentiles(perRequest);
  return {
    component,
    resource,
    ...(isHeld ? { amount: certain(1), seconds: figure } : { amount: figure }),
    readOnly: false,
    tiers: [tier],
    ...known,
  };
}

/** Other tiers keep the base loads of the definition, at their places, because the samples of a base load depend on its place. */
function withBases(
  bases: readonly BaseLoad[],
  form: CapacityForm,
  { demands }: Observation,
  { tier, ...known }: MeasuredIn,
  tiers: readonly string[],
): readonly BaseLoad[] {
  const isObserved = (base: BaseLoad) =>
    demands.some(({ component, resource }) => base.component === component && base.resource === resource);
  const kept = bases.map((base) =>
    isObserved(base) && countsIn(base, form) ? { ...base, tiers: (base.tiers ?? tiers).filter((id) => id !== tier) } : base,
  );
  const own = demands.map(
    ({ component, resource, base }): BaseLoad => ({
      component,
      resource,
      amount: intervalOfPercentiles(base),
      per: 'instance',
      tiers: [tier],
      ...known,
    }),
  );
  return [...kept, ...own];
}

function sourceOf({ from, to, sources }: Observation): string {
  return `metrics of ${from}/${to}: ${sources.map(({ file }) => file).join(', ')}`;
}
