import type { Interval } from '../../core/interval';
import { MS_PER_SECOND } from '../../core/time';
import type { DegradationPoint } from '../../model/scenario';
import type { System } from '../../model/system';
import { scaleTargetWorkload } from '../../model/volumes';
import type { TargetWorkload } from '../../model/workload';
import type { Simulation } from '../samples';
import type { CapacityForm } from '../supply';
import { combine, shareAtLeast } from '../vector';
import { latencyOf, latencySamplesOf, type OperationLatency } from './latency';
import { type LagOutlook, lagOutlook } from './replication-lag';
import { isWithinPercentile, type SHARE_LONGER } from './response-time';

/** A level with the likelihood that a tier meets it. */
export interface LevelOutlook {
  /** The level: seconds of a percentile of the response time, or a share of errors. */
  readonly level: number;
  /** Share of the samples in which it is met, 0 to 1; undefined where the response time is unknown. */
  readonly likelihood: number | undefined;
}

/** How likely a form of a tier meets the service levels of the system under a workload. */
export interface ServiceLevelOutlook {
  /** HTTP requests; absent where the system has no level and no table of degradation of them. */
  readonly requests?: RequestsOutlook;
  /** The replication lag; absent where the system has no level of it. */
  readonly replicationLag?: LagOutlook;
}

/** How likely HTTP requests meet the service levels of the system, in a form of a tier under a workload. */
export interface RequestsOutlook {
  /** Response time and errors of the operation that counts HTTP requests. */
  readonly latency: OperationLatency;
  /** p95 of the same operation without load, seconds: its time without waits. Undefined where it is unknown. */
  readonly p95SecondsWithoutLoad: Interval | undefined;
  /** The level of the p50, in seconds; undefined where the system has none. */
  readonly p50: LevelOutlook | undefined;
  /** The level of the p95, in seconds; undefined where the system has none. */
  readonly p95: LevelOutlook | undefined;
  /** The level of the p99, in seconds; undefined where the system has none. */
  readonly p99: LevelOutlook | undefined;
  /** The level of errors; undefined where the system has none. */
  readonly errors: LevelOutlook | undefined;
  /** Response time that the document states for the largest number of users that the workload reaches; undefined where it states none. */
  readonly documented: DegradationPoint | undefined;
}

/** Multiple of the workload that makes no event wait. */
const NO_LOAD = 1e-9;

/** The parts of a system with its operations and the response times and errors that it requires. */
type WithLevels = Pick<System, 'id' | 'operations' | 'baseLoads' | 'thresholds' | 'withoutLimit' | 'serviceLevels' | 'degradation'>;

/** The outlook for the service levels of a system and for its table of degradation. Undefined where it has neither. */
export function serviceLevelOutlook(
  system: WithLevels,
  form: CapacityForm,
  targetWorkload: TargetWorkload,
  simulation: Simulation = {},
): ServiceLevelOutlook | undefined {
  const requests = requestsOutlook(system, form, targetWorkload, simulation);
  const { replicationLagMs } = system.serviceLevels ?? {};
  if (requests === undefined && replicationLagMs === undefined) return undefined;
  return {
    ...(requests !== undefined && { requests }),
    ...(replicationLagMs !== undefined && {
      replicationLag: lagOutlook(replicationLagMs / MS_PER_SECOND, system, form, targetWorkload, simulation),
    }),
  };
}

/** Undefined where no operation counts HTTP requests, which the levels are about. */
function requestsOutlook(
  system: WithLevels,
  form: CapacityForm,
  targetWorkload: TargetWorkload,
  simulation: Simulation,
): RequestsOutlook | undefined {
  const { serviceLevels: { p50Ms, p95Ms, p99Ms, errorShare } = {} } = system;
  const documented = documentedAt(system, targetWorkload);
  const requests = httpRequestsOf(system);
  const stated = [p50Ms, p95Ms, p99Ms, errorShare, documented];
  if (requests === undefined || stated.every((level) => level === undefined)) return undefined;
  const [idle] = latencySamplesOf([requests], system, form, scaleTargetWorkload(system, targetWorkload, NO_LOAD), simulation).map(
    latencyOf,
  );
  return latencySamplesOf([requests], system, form, targetWorkload, simulation)
    .map((samples) => {
      const { responses, errors } = samples;
      const timed = (ms: number | undefined, percentile: keyof typeof SHARE_LONGER): LevelOutlook | undefined => {
        if (ms === undefined) return undefined;
        const level = ms / MS_PER_SECOND;
        const likelihood =
          responses && responses.filter((response) => isWithinPercentile(response, percentile, level)).length / responses.length;
        return { level, likelihood };
      };
      const withinErrors = (share: number) =>
        shareAtLeast(
          combine(errors, 0, (error) => (error <= share ? 1 : 0)),
          1,
        );
      return {
        latency: latencyOf(samples),
        p95SecondsWithoutLoad: idle?.p95Seconds,
        p50: timed(p50Ms, 'p50'),
        p95: timed(p95Ms, 'p95'),
        p99: timed(p99Ms, 'p99'),
        errors: errorShare === undefined ? undefined : { level: errorShare, likelihood: withinErrors(errorShare) },
        documented,
      };
    })
    .at(0);
}

/** Id of the operation that counts HTTP requests, which response times are stated for; undefined where no operation does. */
export function httpRequestsOf({ operations }: Pick<System, 'operations'>): string | undefined {
  return Object.keys(operations).find((id) => operations[id]?.counts === 'http-requests');
}

/** The point of the table of degradation with the most users up to those of the workload. */
function documentedAt({ degradation }: WithLevels, { concurrentUsers }: TargetWorkload): DegradationPoint | undefined {
  const users = concurrentUsers?.mid ?? 0;
  return degradation
    .filter((point) => point.p95Ms !== undefined && point.concurrentUsers <= users)
    .sort((left, right) => left.concurrentUsers - right.concurrentUsers)
    .at(-1);
}
