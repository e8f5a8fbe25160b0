import { countsIn, Demands, partOf, type SizedSystem } from '../capacity/demand';
import { rangeOf } from '../capacity/range';
import { Samples } from '../capacity/samples';
import type { CapacityForm } from '../capacity/supply';
import { capacityUse, type ResourceUse } from '../capacity/utilization';
import { certain, combineIntervals, type Interval } from '../core/interval';
import type { IndexSearch } from '../model/index-search';
import type { Demand, Operation } from '../model/operation';
import { RESOURCES, type Resource } from '../model/resource';
import type { Calibration } from './calibration';
import { type TestedOperation, type TestedThroughput, testedOperations } from './tested-operations';

/** Resources whose demands a load test calibrates: held resources and rates, but not stored data. */
const MEASURED: readonly Resource[] = ['processor', 'workers', 'connections', 'slots', 'requests', 'writes'];

/** A demand that a load test made on a resource. */
export interface TestedDemand {
  /** The operation, with its volume in the test. */
  readonly tested: TestedOperation;
  /** The demand of the definition. */
  readonly demand: Demand;
  /** Demand of one event/s, or of one session, by the definition. */
  readonly perUnit: Interval;
}

/** A resource that a load test used. */
export interface TestedRow {
  /** Amount that the instances of the test had for its load: the supply without the base load. */
  readonly full: number;
  /** The part of `full` up to the threshold of the resource. */
  readonly free: number;
  /** The demands of the test on it. */
  readonly demands: readonly TestedDemand[];
  /** Load at a throughput in the unit of the resource, by the mids of the definition or another point of its figures. */
  readonly loadAt: (throughput: TestedThroughput, point?: keyof Interval) => number;
}

/** The resources that a load test of a form used, with the instances that ran. */
export function testedRows(
  requests: string,
  system: SizedSystem,
  form: CapacityForm,
  calibration: Calibration,
  reached: ReadonlySet<string>,
): TestedRow[] {
  const { instances, sources } = calibration;
  const hasUsers = sources.every(({ concurrencyKind }) => concurrencyKind !== 'connections');
  const ran = withInstances(form, instances);
  // The mids of supplies and base loads do not depend on the samples.
  const demands = new Demands(system, { operations: { [requests]: certain(1) } }, new Samples({ sampleCount: 1_001 }));
  const operations = testedOperations(requests, system, { hasUsers, reached });
  return capacityUse(demands, ran)
    .uses.filter(({ resource }) => MEASURED.includes(resource))
    .map((use) => rowOf(use, operations, ran))
    .filter(({ full, demands }) => full > 0 && demands.length > 0);
}

/** The form with the instances of a load test; a service without a number ran at its minimum. */
function withInstances(form: CapacityForm, instances: Calibration['instances']): CapacityForm {
  return {
    ...form,
    supplies: form.supplies.map((supply) => {
      if (supply.instances.min === supply.instances.max) return supply;
      const count = instances[supply.component] ?? supply.instances.min;
      return { ...supply, instances: { min: count, max: count } };
    }),
  };
}

function rowOf(use: ResourceUse, operations: readonly TestedOperation[], form: CapacityForm): TestedRow {
  const [supplied, base] = [rangeOf(use.supplied).mid, rangeOf(use.base).mid];
  const demands = operations.flatMap((tested) =>
    tested.operation.demands
      .filter((demand) => isOf(use, demand, form) && tested.hasVolume(use.resource))
      .map((demand): TestedDemand => ({ tested, demand, perUnit: perUnitOf(tested.operation, demand) })),
  );
  return {
    full: supplied - base,
    free: supplied * use.threshold.share - base,
    demands: demands.filter(({ perUnit }) => perUnit.mid > 0),
    loadAt: (throughput) => demands.reduce((sum, { tested, perUnit }) => sum + tested.volume(use.resource, throughput) * perUnit.mid, 0),
  };
}

function isOf({ component, resource, part }: ResourceUse, demand: Demand, form: CapacityForm): boolean {
  return demand.component === component && demand.resource === resource && countsIn(demand, form) && partOf(demand, form) === part;
}

/** Demand of one event/s, or of one session, by the definition. */
export function perUnitOf({ kind, seconds }: Operation, demand: Demand): Interval {
  if (kind === 'session' || RESOURCES[demand.resource].nature !== 'held') return demand.amount;
  const held = demand.search === undefined ? (demand.seconds ?? seconds?.amount ?? certain(0)) : anySearch(demand.search);
  return combineIntervals(demand.amount, held, (amount, each) => amount * each);
}

/** A load test does not state how many vectors its indexes had: the seconds of all points are possible. */
function anySearch({ points }: IndexSearch): Interval {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return certain(0);
  return { low: first.seconds.low, mid: Math.sqrt(first.seconds.mid * last.seconds.mid), high: last.seconds.high };
}
