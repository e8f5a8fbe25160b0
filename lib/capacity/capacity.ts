import { MIB_PER_GIB } from '../core/data-size';
import { certain, combineIntervals, type Interval } from '../core/interval';
import { SECONDS_PER_DAY } from '../core/time';
import type { Evidence } from '../model/evidence';
import type { Operation } from '../model/operation';
import { RESOURCES, type Resource } from '../model/resource';
import { checkTargetWorkload, volumeIntervals } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';
import { causedBy } from './causes';
import { Demands, type OperationDemand, type ResourceDemand, type SizedSystem } from './demand';
import { weakest } from './evidence';
import { medianOf, rangeOf } from './range';
import { Samples, type Simulation } from './samples';
import { minusOnce, timesOnce } from './shared-results';
import type { CapacityForm, NoLimitReason, Part, SupplyBasis } from './supply';
import { reasonOfComponent, reasonWithoutLimit, type UnknownLoad, unknownLoads } from './unknown-loads';
import { type UserActivity, userActivity } from './users';
import { type CapacityUse, capacityUse, evidenceOf, type ResourceUse, utilizationOf } from './utilization';
import { combine, inSample, minus, plus, smaller, times, type Vector } from './vector';

/** One resource of one component: supply, demand, and the multiple of the workload that it handles. */
export interface CapacityRow {
  /** Id of the component. */
  readonly component: string;
  /** The resource. */
  readonly resource: Resource;
  /** The primary of a data store, or its replicas. */
  readonly part: Part;
  /** Unit of the amounts. */
  readonly unit: string;
  /** Amount that the component provides. */
  readonly supplied: Interval;
  /** How the supply was computed. */
  readonly basis: SupplyBasis;
  /** Base load, which exists without users. */
  readonly base: Interval;
  /** Utilization that it may reach, 0 to 1, and the source of that limit. */
  readonly threshold: {
    /** Largest utilization, 0 to 1. */
    readonly share: number;
    /** Source of that limit. */
    readonly source: string;
  };
  /** Demands of the operations on the resource. */
  readonly demands: readonly DemandRow[];
  /** Share of the supply in use under the target workload; 1 is all of it. */
  readonly utilization: Interval;
  /** Multiple of the workload that it handles up to its threshold. */
  readonly timesWorkload: Interval;
  /** Share of the samples in which it is the first to reach its threshold. */
  readonly limitsInShare: number;
  /** Share of the samples in which the memory of an instance is too small for one operation. */
  readonly tooSmallInShare: number;
  /** The weakest evidence of the figures. */
  readonly evidence: Evidence;
}

/** Demand on a resource. */
export type ResourceNeed = Pick<CapacityRow, 'component' | 'resource' | 'part' | 'unit' | 'demands'>;

/** Demand on a resource without a known limit. */
export interface UnlimitedNeed extends ResourceNeed {
  /** Why it has no limit; undefined when the limit is unknown. */
  readonly reason: NoLimitReason | undefined;
}

/** Demand of one operation on one resource. */
export interface DemandRow {
  /** Id of the operation. */
  readonly operation: string;
  /** Demand of one event or session, in the unit of the resource; of an event that holds the resource, times seconds. */
  readonly perUnit: Interval;
  /** Demand of all its events or sessions in the workload. */
  readonly load: Interval;
  /** Amount of this operation alone that the resource handles: events/s, or sessions. */
  readonly mostAlone: Interval;
  /** Evidence of the demand. */
  readonly evidence: Evidence;
  /** Sources of the demand. */
  readonly sources: readonly string[];
}

/** How much of an operation a form handles. */
export interface OperationCapacity {
  /** Id of the operation. */
  readonly operation: string;
  /** Name of the operation, in the singular. */
  readonly name: string;
  /** Whether it is an event with a rate, or a session that lasts. */
  readonly kind: Operation['kind'];
  /** Amount in the workload: events/s, or sessions. */
  readonly target: Interval;
  /** Amount when the whole workload grows until the first resource reaches its threshold. */
  readonly inTheMix: Interval;
  /** Amount when users start no other operation. Not finite where nothing limits it, and where its limit is unknown. */
  readonly alone: Interval;
  /** Why no resource of the form limits it; undefined where one does, and where the limit is unknown. */
  readonly withoutLimit: NoLimitReason | undefined;
  /** `alone` as a number of events in progress; undefined for events without known seconds. */
  readonly aloneAtOnce: Interval | undefined;
  /** Resource that limits it when users start no other operation, as `rowName` gives it. */
  readonly limitedAloneBy: string | undefined;
  /** Seconds that one event takes; undefined where they are unknown. */
  readonly seconds: Interval | undefined;
  /** The weakest evidence of its demands. */
  readonly evidence: Evidence;
}

/** Growth of a volume at the peak rate of the workload. */
export interface DiskRow {
  /** Id of the component. */
  readonly component: string;
  /** Size of the volume, GiB. */
  readonly gib: number;
  /** Growth of the stored data at peak load, GiB/day. */
  readonly gibPerDayAtPeak: Interval;
}

/** Capacity of one form of a tier. */
export interface Capacity {
  /** One row for each resource of each component. */
  readonly rows: readonly CapacityRow[];
  /** One row for each operation. */
  readonly operations: readonly OperationCapacity[];
  /** Growth of the volumes. */
  readonly disks: readonly DiskRow[];
  /** Demands on resources without a known limit. */
  readonly unlimited: readonly UnlimitedNeed[];
  /** Missing data that leaves the capacity unknown; empty when the data is complete. `timesWorkload` is NaN otherwise. */
  readonly unknown: readonly UnknownLoad[];
  /** Multiple of the workload that fits below every threshold. */
  readonly timesWorkload: Interval;
  /** Users with an open session that the form handles, when the workload grows with them. */
  readonly concurrentUsers: Interval;
  /** Users of the workload by activity. */
  readonly userActivity: UserActivity;
  /** The resource that is the first to reach its threshold in most samples; undefined without load. */
  readonly limit: CapacityRow | undefined;
}

/** NaN fails every comparison, so that an unknown capacity handles nothing. */
const UNKNOWN_RANGE: Interval = { low: Number.NaN, mid: Number.NaN, high: Number.NaN };

/** The capacity of a form of a tier under a workload. Throws an InputError for operations that the system doesn't have. */
export function capacityOfForm(
  system: SizedSystem,
  form: CapacityForm,
  targetWorkload: TargetWorkload,
  simulation: Simulation = {},
): Capacity {
  checkTargetWorkload(system, targetWorkload);
  const demands = new Demands(system, targetWorkload, new Samples(simulation));
  const use = capacityUse(demands, form);
  const limits = firstToBreak(use, demands.samples.count);
  const rows = use.uses.map((one, index) => rowOf(one, demands, limits[index] ?? 0));
  const unknown = unknownLoads(system, form);
  const timesWorkload = unknown.length > 0 ? UNKNOWN_RANGE : rangeOf(use.factor);
  return {
    rows,
    operations: operationsOf(system, targetWorkload, demands, use, form),
    disks: use.disks.map(({ component, supply, mibPerSecond }) => ({
      component,
      gib: (supply.perInstance.mid * supply.instances.max) / MIB_PER_GIB,
      gibPerDayAtPeak: rangeOf(times(mibPerSecond, SECONDS_PER_DAY / MIB_PER_GIB)),
    })),
    unlimited: use.unlimited.map((demand) => ({ ...needOf(demand), reason: reasonOfComponent(demand.component, system, form) })),
    unknown,
    timesWorkload,
    concurrentUsers: usersHandled(timesWorkload, targetWorkload),
    userActivity: userActivity(system, targetWorkload),
    limit: limitOf(rows),
  };
}

/** Name of a resource: `python processor`, `database processor of replicas`. */
export function rowName({ component, resource, part }: Pick<ResourceDemand, 'component' | 'resource' | 'part'>): string {
  return `${component} ${resource}${part === 'replicas' ? ' of replicas' : ''}`;
}

function usersHandled(timesWorkload: Interval, { concurrentUsers = certain(0) }: TargetWorkload): Interval {
  return combineIntervals(timesWorkload, certain(concurrentUsers.mid), (factor, users) => (users === 0 ? 0 : factor * users));
}

function rowOf(use: ResourceUse, demands: Demands, limitsInShare: number): CapacityRow {
  const { component, resource, part, supply, threshold, demand } = use;
  return {
    component,
    resource,
    part,
    unit: RESOURCES[resource].unit,
    supplied: rangeOf(use.supplied),
    basis: supply.basis,
    base: rangeOf(use.base),
    threshold: { share: threshold.share, source: threshold.source },
    demands: demandRows(demand, ({ operation, perUnit }) => freeFor(operation, perUnit, use, demands)),
    utilization: rangeOf(utilizationOf(use)),
    timesWorkload: rangeOf(use.factor),
    limitsInShare,
    tooSmallInShare: use.tooSmallInShare,
    evidence: evidenceOf(use),
  };
}

/** Amount of a resource below its threshold for an operation alone: without the base load and the fixed amounts of other operations. */
function freeFor(id: string, perUnit: Vector, { supplied, threshold, base, demand }: ResourceUse, { constantVolumes }: Demands): Vector {
  const free = minusOnce(timesOnce(supplied, threshold.share), base);
  if (demand.constantLoad === 0) return free;
  return minus(free, minus(demand.constantLoad, times(constantVolumes.get(id) ?? 0, perUnit)));
}

function needOf(demand: ResourceDemand): ResourceNeed {
  const { component, resource, part } = demand;
  return { component, resource, part, unit: RESOURCES[resource].unit, demands: demandRows(demand, () => Number.POSITIVE_INFINITY) };
}

function demandRows({ operations }: ResourceDemand, freeOf: (own: OperationDemand) => Vector): DemandRow[] {
  return operations.map((own) => ({
    operation: own.operation,
    perUnit: rangeOf(own.perUnit),
    load: rangeOf(own.load),
    mostAlone: rangeOf(most(freeOf(own), own.perUnit)),
    evidence: own.evidence,
    sources: own.sources,
  }));
}

function most(free: Vector, perUnit: Vector): Vector {
  return combine(free, perUnit, (value, each) => (each === 0 ? Number.POSITIVE_INFINITY : Math.max(0, value) / each));
}

/** Share of the samples in which each resource is the first to reach its threshold; the first in the list wins ties. */
function firstToBreak({ uses, factor }: CapacityUse, sampleCount: number): number[] {
  const firsts = uses.map(() => 0);
  const factors = uses.map((use) => use.factor);
  for (let sample = 0; sample < sampleCount; sample++) {
    const least = inSample(factor, sample);
    const index = factors.findIndex((own) => inSample(own, sample) === least);
    if (index >= 0 && least < Number.POSITIVE_INFINITY) firsts[index] = (firsts[index] as number) + 1;
  }
  return firsts.map((count) => count / sampleCount);
}

function limitOf(rows: readonly CapacityRow[]): CapacityRow | undefined {
  const limiting = rows.filter(({ limitsInShare }) => limitsInShare > 0);
  return limiting.length === 0 ? undefined : limiting.reduce((most, row) => (row.limitsInShare > most.limitsInShare ? row : most));
}

function operationsOf(
  system: SizedSystem,
  targetWorkload: TargetWorkload,
  demands: Demands,
  use: CapacityUse,
  form: CapacityForm,
): OperationCapacity[] {
  const isKnown = unknownLoads(system, form).length === 0;
  const intervals = volumeIntervals(system, targetWorkload);
  return Object.entries(system.operations).map(([id, { name, kind, seconds }]) => {
    const alone = aloneOf(id, system, use, demands);
    return {
      operation: id,
      name,
      kind,
      target: intervals.get(id) ?? certain(0),
      inTheMix: !isKnown ? UNKNOWN_RANGE : rangeOf(mixed(demands, id, use.factor)),
      alone: rangeOf(alone.most),
      aloneAtOnce: seconds === undefined ? undefined : rangeOf(times(alone.most, demands.samples.draw(`${id} seconds`, seconds.amount))),
      limitedAloneBy: alone.by,
      withoutLimit: alone.by === undefined ? reasonWithoutLimit(id, system, form) : undefined,
      seconds: seconds?.amount,
      evidence: weakest(use.uses.flatMap((one) => one.demand.operations.filter((own) => own.operation === id).map((own) => own.evidence))),
    };
  });
}

/** Volume at the limit: zero for an operation without volume, even where the factor is infinite. */
function mixed({ volumes, constantVolumes }: Demands, id: string, factor: Vector): Vector {
  const [volume, constant] = [volumes.get(id) ?? 0, constantVolumes.get(id) ?? 0];
  const growing = constant === 0 ? volume : combine(volume, constant, (all, kept) => Math.max(0, all - kept));
  const grown = combine(growing, factor, (each, often) => (each === 0 ? 0 : each * often));
  return constant === 0 ? grown : plus(grown, constant);
}

/** Amount of one operation alone that fits, with all operations that it causes, and the resource that limits it. */
function aloneOf(
  id: string,
  system: SizedSystem,
  { uses }: CapacityUse,
  demands: Demands,
): { readonly most: Vector; readonly by: string | undefined } {
  const causes = causedBy(id, system);
  let least: Vector = Number.POSITIVE_INFINITY;
  let by: string | undefined;
  for (const use of uses) {
    const perUnit = use.demand.operations.reduce<Vector>((sum, own) => {
      const often = causes.get(own.operation);
      return often === undefined ? sum : plus(sum, times(own.perUnit, often));
    }, 0);
    if (perUnit === 0) continue;
    const handled = most(freeFor(id, perUnit, use, demands), perUnit);
    if (medianOf(handled) < medianOf(least)) by = rowName(use);
    least = smaller(least, handled);
  }
  return { most: least, by };
}
