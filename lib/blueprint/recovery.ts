import { addIntervals, certain, type Interval } from '../core/interval';
import { SECONDS_PER_MINUTE } from '../core/time';
import type { Regions } from '../model/regions';
import type { Tier } from '../model/tier';

/** RTO and RPO that the document publishes, compared with those that the templates can achieve. */
export interface Recovery {
  /** Recovery time objective: time until the service is available again. */
  readonly rto: RecoveryCheck;
  /** Recovery point objective: work that may be lost. */
  readonly rpo: RecoveryCheck;
}

/** A recovery objective, compared with the time that the templates can achieve. */
export interface RecoveryCheck {
  /** The objective in seconds; absent if the document publishes none. */
  readonly publishedSeconds?: number;
  /** Durations that the achievable value consists of: their sum for the RTO, the longest for the RPO. */
  readonly parts: readonly RecoveryPart[];
  /** The achievable value in seconds. */
  readonly seconds: Interval;
  /** `met`: also at the slow end. `at-best`: at the fast end alone. `missed`: not even there. `not-published`: no objective. */
  readonly verdict: 'met' | 'at-best' | 'missed' | 'not-published';
}

/** One duration of a recovery. */
export interface RecoveryPart {
  /** The step that takes the time. */
  readonly step: RecoveryStep;
  /** Duration in seconds. */
  readonly seconds: Interval;
}

/** A step of a recovery. */
export type RecoveryStep =
  /** Health checks that fail in a row, one every `intervalSeconds`. */
  | {
      readonly kind: 'failed-checks';
      /** Number of failed health checks after which the primary region counts as failed. */
      readonly failures: number;
      /** Seconds between two health checks. */
      readonly intervalSeconds: number;
    }
  | {
      /** Expiry of DNS records, promotion of a read replica, or the replication lag of a database or of files. */
      readonly kind: 'dns-ttl' | 'replica-promotion' | 'replica-lag' | 'file-lag';
    };

/** Promoting a read replica takes minutes, longer the larger it is. Source: Amazon RDS user guide, "Promoting a read replica"; the range is an assumption. */
const PROMOTION_SECONDS: Interval = { low: 180, mid: 300, high: 600 };

/** Replication lag of a replica in another region: usually seconds. Source: Amazon RDS user guide, cross-Region read replicas; the range is an assumption. */
const REPLICA_LAG_SECONDS: Interval = { low: 1, mid: 5, high: 60 };

/** Most files are copied within 15 minutes, some later. Source: Amazon S3 user guide, replication time. */
const FILE_LAG_SECONDS: Interval = { low: 1, mid: 60, high: 900 };

/** RTO and RPO of the document, compared with the times that health checks, DNS and replication can achieve. */
export function recoveryOf(
  { published, components }: Tier,
  regions: Pick<Regions, 'healthCheck' | 'recordTtlSeconds' | 'replicates'>,
): Recovery {
  const { healthCheck, recordTtlSeconds, replicates } = regions;
  const replicated = (kind: string) => replicates.some((id) => components[id]?.kind === kind);
  const rto = [
    part(
      { kind: 'failed-checks', failures: healthCheck.failures, intervalSeconds: healthCheck.intervalSeconds },
      certain(healthCheck.intervalSeconds * healthCheck.failures),
    ),
    part({ kind: 'dns-ttl' }, certain(recordTtlSeconds)),
    ...(replicated('database') ? [part({ kind: 'replica-promotion' }, PROMOTION_SECONDS)] : []),
  ];
  // Database and files lag in parallel, so the longer lag counts.
  const behind = [
    ...(replicated('database') ? [part({ kind: 'replica-lag' }, REPLICA_LAG_SECONDS)] : []),
    ...(replicated('bucket') ? [part({ kind: 'file-lag' }, FILE_LAG_SECONDS)] : []),
  ];
  return {
    rto: checked(published?.rtoMinutes, rto, addIntervals(...rto.map(({ seconds }) => seconds))),
    rpo: checked(published?.rpoMinutes, behind, longest(behind.map(({ seconds }) => seconds))),
  };
}

function part(step: RecoveryStep, seconds: Interval): RecoveryPart {
  return { step, seconds };
}

function longest(intervals: readonly Interval[]): Interval {
  const most = (point: keyof Interval) => Math.max(0, ...intervals.map((interval) => interval[point]));
  return { low: most('low'), mid: most('mid'), high: most('high') };
}

function checked(minutes: number | undefined, parts: RecoveryCheck['parts'], seconds: Interval): RecoveryCheck {
  if (minutes === undefined) return { parts, seconds, verdict: 'not-published' };
  const publishedSeconds = minutes * SECONDS_PER_MINUTE;
  const verdict = seconds.high <= publishedSeconds ? 'met' : seconds.low <= publishedSeconds ? 'at-best' : 'missed';
  return { publishedSeconds, parts, seconds, verdict };
}
