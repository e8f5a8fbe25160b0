import { addIntervals, certain, type Interval } from '../core/interval';
import { SECONDS_PER_MINUTE } from '../core/time';
import type { Regions } from '../model/regions';
import type { Tier } from '../model/tier';
import type { Recovery, RecoveryCheck } from './blueprint';

/** Promoting a read replica takes minutes, longer the larger it is. Source: Amazon RDS user guide, "Promoting a read replica"; the range is an assumption. */
const PROMOTION_SECONDS: Interval = { low: 180, mid: 300, high: 600 };

/** Replication lag of a replica in another region: usually seconds. Source: Amazon RDS user guide, cross-Region read replicas; the range is an assumption. */
const REPLICA_LAG_SECONDS: Interval = { low: 1, mid: 5, high: 60 };

/** Most files are copied within 15 minutes, some later. Source: Amazon S3 user guide, replication time. */
const FILE_LAG_SECONDS: Interval = { low: 1, mid: 60, high: 900 };

/** RTO and RPO of the document, compared with what health checks, DNS and replication can achieve. */
export function recoveryOf(
  { published, components }: Tier,
  regions: Pick<Regions, 'healthCheck' | 'recordTtlSeconds' | 'replicates'>,
): Recovery {
  const { healthCheck, recordTtlSeconds, replicates } = regions;
  const replicated = (kind: string) => replicates.some((id) => components[id]?.kind === kind);
  const rto = [
    {
      what: `${healthCheck.failures} failed checks, one every ${healthCheck.intervalSeconds} s`,
      seconds: certain(healthCheck.intervalSeconds * healthCheck.failures),
    },
    { what: 'life of the DNS record', seconds: certain(recordTtlSeconds) },
    ...(replicated('database') ? [{ what: 'promotion of the replica, after it is started manually', seconds: PROMOTION_SECONDS }] : []),
  ];
  // Database and files lag in parallel, so the longer lag counts.
  const behind = [
    ...(replicated('database') ? [{ what: 'lag of the database replica', seconds: REPLICA_LAG_SECONDS }] : []),
    ...(replicated('bucket') ? [{ what: 'lag of copied files', seconds: FILE_LAG_SECONDS }] : []),
  ];
  return {
    rto: checked(published.rtoMinutes, rto, addIntervals(...rto.map(({ seconds }) => seconds))),
    rpo: checked(published.rpoMinutes, behind, longest(behind.map(({ seconds }) => seconds))),
  };
}

function longest(intervals: readonly Interval[]): Interval {
  const most = (point: keyof Interval) => Math.max(0, ...intervals.map((interval) => interval[point]));
  return { low: most('low'), mid: most('mid'), high: most('high') };
}

function checked(minutes: number | undefined, parts: RecoveryCheck['parts'], seconds: Interval): RecoveryCheck {
  if (minutes === undefined) return { parts, seconds, verdict: 'nothing promised' };
  const publishedSeconds = minutes * SECONDS_PER_MINUTE;
  const verdict = seconds.high <= publishedSeconds ? 'met' : seconds.low <= publishedSeconds ? 'at-best' : 'missed';
  return { publishedSeconds, parts, seconds, verdict };
}

const VERDICTS: Readonly<Record<RecoveryCheck['verdict'], string>> = {
  met: 'met',
  'at-best': 'met at best',
  missed: 'not met',
  'nothing promised': 'the document publishes no objective',
};

/** Both checks as sentences. */
export function recoveryWarnings({ rto, rpo }: Recovery): string[] {
  return [noteOf('RTO', 'available after', ' + ', rto), noteOf('RPO', 'lag of', ' or ', rpo)];
}

function noteOf(name: string, words: string, joint: string, { publishedSeconds, parts, seconds, verdict }: RecoveryCheck): string {
  const published = publishedSeconds === undefined ? '' : ` of ${publishedSeconds / SECONDS_PER_MINUTE} min`;
  const sum = parts.map((part) => `${part.what} (${span(part.seconds)} s)`).join(joint);
  return `${name}${published}: ${VERDICTS[verdict]}; ${words} ${span(seconds)} s: ${sum}`;
}

function span({ low, high }: Interval): string {
  return low === high ? String(low) : `${low}–${high}`;
}
