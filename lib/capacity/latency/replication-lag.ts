import { certain, type Interval } from '../../core/interval';
import type { TargetWorkload } from '../../model/workload';
import { causedBy } from '../causes';
import { countsIn, Demands, type Hold, partOf, type SizedSystem } from '../demand';
import { medianOf, rangeOf } from '../range';
import { type Simulation, samplesOfLatencies } from '../samples';
import type { CapacityForm, ResourceSupply } from '../supply';
import { capacityUse, type ResourceUse } from '../utilization';
import { inSample, minus, shareAtLeast, times } from '../vector';
import { type Changes, changesIn, inOrder } from './in-order';
import { percentileSeconds, type ResponseTime, shareLonger } from './response-time';
import { type QueueWait, stationsOf, waitIn } from './station';

/**
 * Seconds until a change of the primary arrives at a replica in another zone. Source: AWS Fault Isolation Boundaries, "Availability Zones":
 * zones are close enough for replication with "single-digit millisecond latency".
 */
const TRANSFER_SECONDS: Interval = { low: 0.0003, mid: 0.001, high: 0.009 };

/** How far behind their primary the replicas of a component are, which serve reads. */
export interface ReplicationLag {
  /** Id of the component. */
  readonly component: string;
  /** Ids of the operations that read from the replicas. */
  readonly readers: readonly string[];
  /** Seconds after which 95% of the changes are visible on a replica. Infinite where the lag grows without limit; undefined where it is unknown. */
  readonly p95Seconds: Interval | undefined;
  /** The operation whose changes take the longest to apply; all later changes wait meanwhile. Undefined without changes. */
  readonly longest: LongestChange | undefined;
}

/** The operation whose changes take a replica the longest. */
export interface LongestChange {
  /** Id of the operation. */
  readonly operation: string;
  /** Seconds to apply the changes of one event. */
  readonly seconds: Interval;
}

/** A form under a workload whose samples are drawn. */
interface LagRequest {
  /** Demands of the workload. */
  readonly demands: Demands;
  /** The form. */
  readonly form: CapacityForm;
  /** Use of the resources whose waits count. */
  readonly uses: readonly ResourceUse[];
}

/** The time until a change is visible on a replica, in a sample, with waits that are longer by a factor. */
export type LagInSample = (sample: number, waitTimes?: number) => ResponseTime;

/** The replication lag of each component whose replicas serve reads, in 2,000 samples unless the simulation says otherwise. */
export function replicationLagsOf(
  system: SizedSystem,
  form: CapacityForm,
  targetWorkload: TargetWorkload,
  simulation: Simulation = {},
): ReplicationLag[] {
  const demands = new Demands(system, targetWorkload, samplesOfLatencies(simulation));
  const request = { demands, form, uses: capacityUse(demands, form).uses };
  const holds = demands.holdsIn(form);
  return componentsRead(Object.keys(system.operations), system, form).map((component) => {
    const lag = lagOf(component, request, holds);
    return {
      component,
      readers: Object.keys(system.operations).filter((id) => componentsRead([id], system, form).includes(component)),
      p95Seconds: lag && p95Of(lag, demands.samples.count),
      longest: longestOf(replaysOn(component, holds)),
    };
  });
}

/** The level of the replication lag of a system, with the likelihood that a form of a tier meets it. */
export interface LagOutlook {
  /** The level, seconds of the p95. */
  readonly level: number;
  /** Share of the samples in which it is met, 0 to 1; undefined where a lag is unknown. */
  readonly likelihood: number | undefined;
  /** The longest p95 of the components whose replicas serve reads, seconds; 0 without such reads, undefined where a lag is unknown. */
  readonly p95Seconds: Interval | undefined;
}

/** How likely 95% of the changes are visible within a level, on all replicas that serve reads. */
export function lagOutlook(
  level: number,
  system: SizedSystem,
  form: CapacityForm,
  targetWorkload: TargetWorkload,
  simulation: Simulation = {},
): LagOutlook {
  const demands = new Demands(system, targetWorkload, samplesOfLatencies(simulation));
  const request = { demands, form, uses: capacityUse(demands, form).uses };
  const holds = demands.holdsIn(form);
  const lags = componentsRead(Object.keys(system.operations), system, form).map((component) => lagOf(component, request, holds));
  const known = lags.filter((lag) => lag !== undefined);
  if (known.length < lags.length) return { level, likelihood: undefined, p95Seconds: undefined };
  const { count } = demands.samples;
  const met = Float64Array.from({ length: count }, (_, sample) => (known.every((lag) => isWithin(lag(sample), level)) ? 1 : 0));
  return { level, likelihood: shareAtLeast(met, 1), p95Seconds: longestP95(known, count) };
}

/** Whether 95% of the changes are visible within a number of seconds. */
export function isWithin(lag: ResponseTime, seconds: number): boolean {
  return shareLonger(lag, seconds) <= 0.05;
}

/** The longest p95 of several lags; 0 without any. */
export function longestP95(lags: readonly LagInSample[], sampleCount: number): Interval {
  return lags.map((lag) => p95Of(lag, sampleCount)).reduce((longest, one) => (one.mid > longest.mid ? one : longest), certain(0));
}

/** p95 of a lag over the samples. */
function p95Of(lag: LagInSample, sampleCount: number): Interval {
  return rangeOf(Float64Array.from({ length: sampleCount }, (_, sample) => percentileSeconds(lag(sample), 0.95)));
}

/** The lags that an operation with those that it causes sees: one for each component whose replicas it reads, if it is known. */
export function lagsSeenBy(operation: string, request: LagRequest, holds: readonly Hold[]): LagInSample[] {
  const { demands, form } = request;
  const causes = [...causedBy(operation, demands.system).keys()];
  return componentsRead(causes, demands.system, form).flatMap((component) => lagOf(component, request, holds) ?? []);
}

/** A component whose replicas an operation with those that it causes reads in a form, and whose lag is unknown; undefined without one. */
export function unknownLagSeenBy(operation: string, system: SizedSystem, form: CapacityForm): string | undefined {
  return componentsRead([...causedBy(operation, system).keys()], system, form).find(
    (component) => replaySupply(component, form) === undefined,
  );
}

function componentsRead(operations: readonly string[], { operations: all }: SizedSystem, form: CapacityForm): string[] {
  const read = operations
    .flatMap((id) => all[id]?.demands ?? [])
    .filter((demand) => countsIn(demand, form) && partOf(demand, form) === 'replicas');
  return [...new Set(read.map(({ component }) => component))];
}

/** Undefined where the number of processes or threads that apply changes is unknown, as for document stores. */
function lagOf(component: string, { demands, form, uses }: LagRequest, holds: readonly Hold[]): LagInSample | undefined {
  const supply = replaySupply(component, form);
  if (supply === undefined) return undefined;
  const replays = replaysOn(component, holds);
  const isUsed = uses.some((use) => use.component === component && use.part === 'replicas');
  const { instances, perInstance } = supply;
  const processor = stationsOf(uses, withoutOwnWork(replays, perInstance.mid, holds), demands, form).find(
    ({ use }) => use.component === component && use.part === 'replicas' && use.resource === 'processor',
  );
  const transfer = demands.samples.draw(`transfer to the replicas of ${component}`, TRANSFER_SECONDS);
  return (sample, waitTimes = 1) => {
    const longer = processor === undefined ? 1 : 1 + processorWait(waitIn(processor, sample), waitTimes);
    const held = replays.reduce((sum, { seconds, load }) => (seconds === undefined ? sum + inSample(load, sample) : sum), 0);
    const changes = changesIn(replays, sample, instances.max).map(({ rate, seconds }) => ({ rate, seconds: seconds * longer }));
    const seen = visibleAfter(perInstance.mid - (held / instances.max) * longer, changes, isUsed ? waitTimes : 0);
    return { ...seen, always: { ...seen.always, mean: seen.always.mean + inSample(transfer, sample) } };
  };
}

/**
 * The holds of processors that a process that applies changes waits for: it does not wait for its own work. Of the work of all processes, each
 * does the same share.
 */
function withoutOwnWork(replays: readonly Hold[], appliers: number, holds: readonly Hold[]): Hold[] {
  return holds.map((hold) => {
    const own = replays.find(({ component, operation }) => component === hold.component && operation === hold.operation);
    const isReplayed = hold.isReplay && hold.resource === 'processor' && own !== undefined;
    return isReplayed ? { ...hold, load: minus(hold.load, times(own.load, 1 / appliers)) } : hold;
  });
}

function replaySupply(component: string, { supplies }: CapacityForm): ResourceSupply | undefined {
  return supplies.find((supply) => supply.component === component && supply.resource === 'replay' && supply.part === 'replicas');
}

/**
 * The time from the commit of a change until a replica has applied it and all before it. The changes that it has not applied yet are one
 * queue: Poisson arrivals, exponential times of each operation. Waits are longer by a factor, or left out with 0.
 */
export function visibleAfter(appliers: number, changes: readonly Changes[], waitTimes = 1): ResponseTime {
  if (changes.length === 0) return { always: { mean: 0, variance: 0 }, waitingProbability: 0, waitSeconds: 0 };
  if (appliers <= 0) return GROWING;
  const { apply, effectiveAppliers } = inOrder(appliers, changes);
  const offered = changes.reduce((sum, { rate, seconds }) => sum + rate * seconds, 0);
  const utilization = offered / effectiveAppliers;
  if (waitTimes === 0) return { always: apply, waitingProbability: 0, waitSeconds: 0 };
  if (utilization >= 1) return GROWING;
  // M/G/1 of Pollaczek and Khinchine, with one applier that is faster by the number of appliers.
  const squares = changes.reduce((sum, { rate, seconds }) => sum + 2 * rate * seconds ** 2, 0);
  const mean = squares / (2 * effectiveAppliers ** 2 * (1 - utilization));
  return { always: apply, waitingProbability: utilization, waitSeconds: (mean / utilization) * waitTimes };
}

/** More changes arrive than the replica applies. */
const GROWING: ResponseTime = {
  always: { mean: Number.POSITIVE_INFINITY, variance: 0 },
  waitingProbability: 1,
  waitSeconds: Number.POSITIVE_INFINITY,
};

/** Seconds that each second of processor time takes longer. */
function processorWait({ probability, seconds, slowerBy }: QueueWait, waitTimes: number): number {
  return slowerBy + (probability === 0 ? 0 : probability * seconds * waitTimes);
}

function replaysOn(component: string, holds: readonly Hold[]): Hold[] {
  return holds.filter((hold) => hold.isReplay && hold.component === component && hold.resource === 'replay');
}

function longestOf(replays: readonly Hold[]): LongestChange | undefined {
  const known = replays.filter(({ seconds, load }) => seconds !== undefined && medianOf(load) > 0);
  const longest = known.reduce<Hold | undefined>(
    (most, hold) => (medianOf(hold.seconds ?? 0) > medianOf(most?.seconds ?? 0) ? hold : most),
    undefined,
  );
  return longest && { operation: longest.operation, seconds: longest.seconds === undefined ? certain(0) : rangeOf(longest.seconds) };
}
