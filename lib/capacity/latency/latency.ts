import type { Interval } from '../../core/interval';
import { lazy } from '../../core/lazy';
import type { TargetWorkload } from '../../model/workload';
import { rowName } from '../capacity';
import { causedBy } from '../causes';
import { Demands, type SizedSystem } from '../demand';
import { medianOf, rangeOf } from '../range';
import { Samples, type Simulation, samplesOfLatencies } from '../samples';
import type { CapacityForm } from '../supply';
import { reasonOfComponent } from '../unknown-loads';
import { capacityUse, type ResourceUse } from '../utilization';
import { inSample, type Vector } from '../vector';
import { flatWork, responseIn } from './flat-work';
import { rejectedShareAt } from './rejected-share';
import { percentileSeconds, type ResponseTime } from './response-time';
import { type Station, stationsOf, type Wait, waitIn } from './station';
import { type Work, withoutSeconds, workOf } from './work';

/** Why a response time is unknown. */
export type UnknownLatency =
  /** An operation, or one that it waits for, has no seconds. */
  | {
      readonly kind: 'no-seconds';
      /** Id of the operation without seconds. */
      readonly operation: string;
    }
  /** The limit of a resource is unknown, and with it the wait. */
  | {
      readonly kind: 'no-limit';
      /** Component, resource and part, as `rowName` gives them. */
      readonly resource: string;
    };

/** Where an operation waits the longest. */
export interface LongestWait {
  /** Name of the resource: `database connections`. */
  readonly resource: string;
  /** Share of the resource in use, idle load included. */
  readonly utilization: Interval;
}

/** Response time and errors of one operation under a workload. */
export interface OperationLatency {
  /** Id of the operation, an event. */
  readonly operation: string;
  /** Time that half of the events do not exceed, seconds. Infinite where a queue grows without limit; undefined where it is unknown. */
  readonly p50Seconds: Interval | undefined;
  /** Time that 95% of the events do not exceed, seconds. Infinite where a queue grows without limit; undefined where it is unknown. */
  readonly p95Seconds: Interval | undefined;
  /** Time that 99% of the events do not exceed, seconds. Infinite where a queue grows without limit; undefined where it is unknown. */
  readonly p99Seconds: Interval | undefined;
  /** Why the response time is unknown; undefined where it is known. */
  readonly unknown: UnknownLatency | undefined;
  /** Share of the events that cannot be served because a resource is exhausted, 0 to 1. Other errors are not modelled. */
  readonly errorShare: Interval;
  /** Where it waits the longest; undefined where it does not wait. */
  readonly longestWait: LongestWait | undefined;
}

/** Response times and errors of the events of a system, in a form of a tier under a workload. */
export function latenciesOf(
  system: SizedSystem,
  form: CapacityForm,
  targetWorkload: TargetWorkload,
  simulation: Simulation = {},
): OperationLatency[] {
  const events = Object.keys(system.operations).filter((id) => system.operations[id]?.kind === 'event');
  return latencySamplesOf(events, system, form, targetWorkload, simulation).map(latencyOf);
}

/** Response time and errors of one operation in each sample. */
export interface LatencySamples extends Pick<OperationLatency, 'operation' | 'unknown' | 'longestWait'> {
  /** Response time in each sample; undefined where it is unknown. */
  readonly responses: readonly ResponseTime[] | undefined;
  /** Share of the events that cannot be served, in each sample. */
  readonly errors: Vector;
}

/** Response times and errors of some events of a system in 2,000 samples, unless the simulation says otherwise, or in given samples. */
export function latencySamplesOf(
  events: readonly string[],
  system: SizedSystem,
  form: CapacityForm,
  targetWorkload: TargetWorkload,
  simulation: Simulation | Samples = {},
): LatencySamples[] {
  const samples = simulation instanceof Samples ? simulation : samplesOfLatencies(simulation);
  const demands = new Demands(system, targetWorkload, samples);
  return latencySamplesIn(events, { demands, form, uses: capacityUse(demands, form).uses });
}

/** A form under a workload whose samples are drawn. */
export interface LatencyRequest {
  /** Demands of the workload. */
  readonly demands: Demands;
  /** The form. */
  readonly form: CapacityForm;
  /** Use of the resources whose waits and errors count: others have neither. */
  readonly uses: readonly ResourceUse[];
}

/** Response times and errors of some events in the samples of the demands. */
export function latencySamplesIn(events: readonly string[], { demands, form, uses }: LatencyRequest): LatencySamples[] {
  const { samples, system } = demands;
  const { count } = samples;
  const holds = demands.holdsIn(form);
  const stations = stationsOf(uses, holds, demands, form);
  const waits = Array.from({ length: count }, (_, sample) => stations.map((station) => waitIn(station, sample)));
  return events.map((id) => {
    const work = workOf(id, demands, holds, stations);
    const unknown = unknownOf(work, system, form);
    const visited = usesOf(id, uses, demands);
    const flat = flatWork(work);
    return {
      operation: id,
      unknown,
      responses: unknown === undefined ? waits.map((now, sample) => responseIn(flat, now, sample)) : undefined,
      errors: perSample(count, (sample) => errorShareAt(visited, sample)),
      longestWait: longestWaitOf(work, stations, waits),
    };
  });
}

/** Use of the resources that an operation visits, or one that it causes. */
export function usesOf(id: string, uses: readonly ResourceUse[], { system }: Demands): ResourceUse[] {
  const causes = causedBy(id, system);
  return uses.filter(({ demand }) => demand.operations.some(({ operation, isReplay }) => !isReplay && causes.has(operation)));
}

/** Share of the events that cannot be served in one sample because one of the resources that they visit is exhausted. */
export function errorShareAt(visited: readonly ResourceUse[], sample: number): number {
  return 1 - visited.reduce((served, use) => served * (1 - rejectedShareAt(use, sample)), 1);
}

/** Response time and errors of an operation over its samples. */
export function latencyOf({ operation, unknown, responses, errors, longestWait }: LatencySamples): OperationLatency {
  const percentile = (share: number) =>
    responses && rangeOf(Float64Array.from(responses, (response) => percentileSeconds(response, share)));
  // A table of a curve shows the p95 alone, and a percentile takes as long as all waits together.
  const p50 = lazy(() => percentile(0.5));
  const p95 = lazy(() => percentile(0.95));
  const p99 = lazy(() => percentile(0.99));
  return {
    operation,
    get p50Seconds() {
      return p50();
    },
    get p95Seconds() {
      return p95();
    },
    get p99Seconds() {
      return p99();
    },
    unknown,
    errorShare: rangeOf(errors),
    longestWait,
  };
}

function perSample(count: number, of: (sample: number) => number): Vector {
  return Float64Array.from({ length: count }, (_, sample) => of(sample));
}

function unknownOf(work: Work, system: SizedSystem, form: CapacityForm): UnknownLatency | undefined {
  const operation = withoutSeconds(work);
  if (operation !== undefined) return { kind: 'no-seconds', operation };
  const unlimited = allHolds(work).find(
    ({ hold: { component, resource, part } }) =>
      !isSupplied({ component, resource, part }, form) && reasonOfComponent(component, system, form) === undefined,
  );
  return unlimited === undefined ? undefined : { kind: 'no-limit', resource: rowName(unlimited.hold) };
}

function isSupplied(
  { component, resource, part }: Pick<ResourceUse, 'component' | 'resource' | 'part'>,
  { supplies }: CapacityForm,
): boolean {
  return supplies.some((supply) => supply.component === component && supply.resource === resource && supply.part === part);
}

function longestWaitOf(work: Work, stations: readonly Station[], waits: readonly (readonly Wait[])[]): LongestWait | undefined {
  const visited = [...new Set(stationsVisited(work))];
  const means = visited.map((station) => {
    const perEvent = waits.map((now, sample) => {
      const { probability, seconds } = now[station] as Wait;
      return probability === 0 ? 0 : probability * seconds * weightOf(work, station, sample);
    });
    return { station, seconds: medianOf(Float64Array.from(perEvent)) };
  });
  const longest = means.reduce<(typeof means)[number] | undefined>(
    (most, one) => (one.seconds > (most?.seconds ?? 0) ? one : most),
    undefined,
  );
  const station = stations[longest?.station ?? -1];
  if (longest === undefined || station === undefined) return undefined;
  const utilization = Float64Array.from(waits, (now) => (now[longest.station] as Wait).utilization);
  return { resource: rowName(station.use), utilization: rangeOf(utilization) };
}

function stationsVisited(work: Work): number[] {
  return allHolds(work).flatMap(({ station }) => (station === undefined ? [] : [station]));
}

function allHolds({ holds, parts }: Work): Work['holds'][number][] {
  return [...holds, ...parts.flatMap(({ work }) => allHolds(work))];
}

/** Factor of the wait at a resource for one event: its visits, or its seconds of processor time. */
function weightOf({ holds, parts }: Work, station: number, sample: number): number {
  const own = holds
    .filter((one) => one.station === station)
    .reduce((sum, { hold: { resource, amount, seconds = 0 } }) => {
      const held = inSample(amount, sample);
      return sum + (resource === 'processor' ? held * inSample(seconds, sample) : Math.min(1, held));
    }, 0);
  return parts.reduce((sum, { work, times }) => sum + times * weightOf(work, station, sample), own);
}
