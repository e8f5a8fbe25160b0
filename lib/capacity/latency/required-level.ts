import type { Interval } from '../../core/interval';
import { InputError } from '../../core/problems';
import type { LevelMeasure } from '../../model/service-level-limit';
import type { TargetWorkload } from '../../model/workload';
import { causedBy } from '../causes';
import type { Demands, SizedSystem } from '../demand';
import type { CapacityForm } from '../supply';
import type { ResourceUse } from '../utilization';
import { inSample, shareAtLeast, type Vector } from '../vector';
import { flatWork, responseIn } from './flat-work';
import type { KnownWaits, WaitBySample } from './known-waits';
import { errorShareAt, latencyOf, latencySamplesIn, latencySamplesOf, type OperationLatency, usesOf } from './latency';
import { isWithin, lagsSeenBy, longestP95, unknownLagSeenBy } from './replication-lag';
import { isWithinPercentile, SHARE_LONGER } from './response-time';
import { type QueueWait, type Station, stationsOf, waitIn } from './station';
import { workOf } from './work';

/** A service level that a tier must meet. */
export interface RequiredLevel {
  /** Id of the operation: an event, or for a replication lag also a session. */
  readonly operation: string;
  /** Measure that it limits: a percentile of the response time, the share of errors, or the p95 of the replication lag that it sees. */
  readonly measure: LevelMeasure;
  /** The largest value: seconds of a percentile or of a lag, or a share of errors from 0 to 1. */
  readonly most: number;
}

/** How likely a tier meets a required level, with the predicted response time. */
export interface RequiredLevelOutlook extends RequiredLevel {
  /** Share of the samples in which it is met, 0 to 1. */
  readonly likelihood: number;
  /** Time that half of the events do not exceed, seconds. Undefined where only the errors are limited and the time is unknown. */
  readonly p50Seconds: Interval | undefined;
  /** Time that 95% of the events do not exceed, seconds. Undefined where only the errors are limited and the time is unknown. */
  readonly p95Seconds: Interval | undefined;
  /** Time that 99% of the events do not exceed, seconds. Undefined where only the errors are limited and the time is unknown. */
  readonly p99Seconds: Interval | undefined;
  /** Share of the events that cannot be served because a resource is exhausted, 0 to 1. */
  readonly errorShare: Interval;
  /**
   * Seconds after which 95% of the changes are visible on the replicas that it reads from; 0 where it reads from the primary. Present for a
   * level of the replication lag.
   */
  readonly replicationLagSeconds?: Interval;
}

/** Samples that are enough to know whether a response time is known. */
const ONE_SAMPLE = { sampleCount: 1 };

/** Throws an InputError that names every level whose response time or lag is unknown in a form: an unknown time meets no level. */
export function requireKnownLevels(
  levels: readonly RequiredLevel[],
  system: SizedSystem,
  form: CapacityForm,
  targetWorkload: TargetWorkload,
): void {
  const timed = levels.filter(isOfResponseTime);
  const events = [...new Set(timed.map(({ operation }) => operation))];
  const times = latencySamplesOf(events, system, form, targetWorkload, ONE_SAMPLE).flatMap(({ operation, unknown }) => {
    if (unknown === undefined) return [];
    const [path, missing] =
      unknown.kind === 'no-seconds'
        ? [`operations.${unknown.operation}.seconds`, `the seconds of ${unknown.operation}`]
        : [`tiers.${form.tier}`, `a limit of ${unknown.resource}`];
    return [{ path, reason: `the response time of ${operation} is unknown, so that it meets no service level`, expected: missing }];
  });
  const lags = levels.flatMap(({ operation, measure }) => {
    const unknown = measure === 'replication-lag' ? unknownLagSeenBy(operation, system, form) : undefined;
    if (unknown === undefined) return [];
    const reason = `the replication lag of ${unknown}, which ${operation} reads from, is unknown, so that it meets no service level`;
    return [
      { path: `tiers.${form.tier}.components.${unknown}`, reason, expected: 'a database, whose processes that apply changes are known' },
    ];
  });
  const problems = [...times, ...lags];
  if (problems.length > 0) throw new InputError(`system ${system.id}`, problems);
}

/** A form under a workload whose levels are checked. */
export interface LevelsRequest {
  /** The levels; their response times are known in the form. */
  readonly levels: readonly RequiredLevel[];
  /** Demands of the workload. */
  readonly demands: Demands;
  /** The form. */
  readonly form: CapacityForm;
  /** Use of the resources whose waits and errors count: others have neither. */
  readonly uses: readonly ResourceUse[];
}

/** Which samples are checked, and how strictly. */
export interface StrictLevels {
  /** Multiple of the waits, for a component that may use a part of the time only. Default: 1. */
  readonly waitTimes?: number;
  /** 1 or more in each sample that is checked; the level counts as missed in the others. Default: all samples. */
  readonly among?: Vector;
  /** Number of samples below which the result is 0 in all samples, because it is not sufficient. Default: 0. */
  readonly required?: number;
  /** Waits that are known from other checks of the same demands. Default: none. */
  readonly knownWaits?: KnownWaits;
}

/** 1 in each sample in which all levels are met, and 0 in the others. */
export function levelsMet(request: LevelsRequest, { waitTimes = 1, among = 1, required = 0, knownWaits }: StrictLevels = {}): Vector {
  if (request.levels.length === 0) return 1;
  const { stations, checks } = checksOf(request);
  const met = new Float64Array(request.demands.samples.count);
  const waitsOf = stations.map((station) => knownWaits?.of(station) ?? ((sample: number) => waitIn(station, sample)));
  const waits: QueueWait[] = [];
  let missable = met.length - required;
  for (let sample = 0; sample < met.length; sample++) {
    if (inSample(among, sample) >= 1) {
      for (let index = 0; index < waitsOf.length; index++) waits[index] = (waitsOf[index] as WaitBySample)(sample);
      if (checks.every((isKept) => isKept(waits, sample, waitTimes))) {
        met[sample] = 1;
        continue;
      }
    }
    if (--missable < 0) return 0;
  }
  return met;
}

/** Whether the levels depend on any of the uses: on the waits or the errors of a resource that their operations visit, or of replays. */
export function dependOn({ levels, uses, demands }: Pick<LevelsRequest, 'levels' | 'uses' | 'demands'>): boolean {
  return levels.some(
    ({ operation, measure }) =>
      usesOf(operation, uses, demands).length > 0 || (measure === 'replication-lag' && uses.some(({ part }) => part === 'replicas')),
  );
}

/** How likely a form meets each level under a workload, with its response times. */
export function requiredLevelOutlooks(request: LevelsRequest): RequiredLevelOutlook[] {
  const events = [...new Set(request.levels.map(({ operation }) => operation))];
  const latencies = latencySamplesIn(events, request).map(latencyOf);
  return request.levels.map((level) => {
    const { p50Seconds, p95Seconds, p99Seconds, errorShare } = latencies[events.indexOf(level.operation)] as OperationLatency;
    const likelihood = shareAtLeast(levelsMet({ ...request, levels: [level] }), 1);
    if (level.measure !== 'replication-lag') return { ...level, likelihood, p50Seconds, p95Seconds, p99Seconds, errorShare };
    const lags = lagsSeenBy(level.operation, request, request.demands.holdsIn(request.form));
    const replicationLagSeconds = longestP95(lags, request.demands.samples.count);
    return { ...level, likelihood, p50Seconds: undefined, p95Seconds: undefined, p99Seconds: undefined, errorShare, replicationLagSeconds };
  });
}

function isOfResponseTime({ measure }: RequiredLevel): boolean {
  return measure in SHARE_LONGER;
}

type IsKept = (waits: readonly QueueWait[], sample: number, waitTimes: number) => boolean;

/** Whether each level is met in a sample, and the resources with a queue that the response times depend on. */
function checksOf({ levels, demands, form, uses }: LevelsRequest): { readonly stations: readonly Station[]; readonly checks: IsKept[] } {
  const holds = demands.holdsIn(form);
  const timed = levels.filter(isOfResponseTime).map(({ operation }) => operation);
  const causes = new Set(timed.flatMap((operation) => [...causedBy(operation, demands.system).keys()]));
  const stations = stationsOf(uses, holds, demands, form).filter((station) => station.holds.some(({ operation }) => causes.has(operation)));
  const checks = levels.map(({ operation, measure, most }): IsKept => {
    if (measure === 'errors') {
      const visited = usesOf(operation, uses, demands);
      return (_, sample) => errorShareAt(visited, sample) <= most;
    }
    if (measure === 'replication-lag') {
      const lags = lagsSeenBy(operation, { demands, form, uses }, holds);
      return (_, sample, waitTimes) => lags.every((lag) => isWithin(lag(sample, waitTimes), most));
    }
    const work = flatWork(workOf(operation, demands, holds, stations));
    return (waits, sample, waitTimes) => isWithinPercentile(responseIn(work, waits, sample, waitTimes), measure, most);
  });
  return { stations, checks };
}
