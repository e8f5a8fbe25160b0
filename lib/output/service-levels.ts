import type { LagOutlook } from '../capacity/latency/replication-lag';
import type { LevelOutlook, RequestsOutlook, ServiceLevelOutlook } from '../capacity/latency/service-level';
import { certain, type Interval } from '../core/interval';
import { exactPercent, likelihood, percent } from '../core/number-format';
import { MS_PER_SECOND } from '../core/time';
import { figure } from './capacity-amounts';
import { durations, unknownLatencyText } from './latency';
import type { Fact } from './recommend-facts';

/** The service levels with their likelihood, and why the model differs from the document. */
export function serviceLevelFacts(outlook: ServiceLevelOutlook | undefined): Fact[] {
  if (outlook === undefined) return [];
  const { requests, replicationLag } = outlook;
  const levels = [
    ...(requests === undefined ? [] : requestTexts(requests)),
    ...(replicationLag === undefined ? [] : lagTexts(replicationLag)),
  ];
  const text = levels.length === 0 ? undefined : levels.join('; ');
  const document = requests && documentedText(requests);
  return [...(text === undefined ? [] : [['levels', text] as const]), ...(document === undefined ? [] : [['document', document] as const])];
}

/** `p95 of requests within 1 s: 71% likely (0.4 – 0.8 – 1.9 s)` for each percentile, and `errors within 0.1%: 98% likely`. */
function requestTexts({ latency, p50, p95, p99, errors }: RequestsOutlook): string[] {
  const { operation, p50Seconds, p95Seconds, p99Seconds, unknown } = latency;
  const timed = (percentile: string, level: LevelOutlook | undefined, seconds: Interval | undefined) => {
    const modelled = unknown === undefined ? durations(seconds) : unknownLatencyText(unknown);
    return level === undefined
      ? []
      : [`${percentile} of ${operation} within ${durations(certain(level.level))}: ${likely(level)} (${modelled})`];
  };
  return [
    ...timed('p50', p50, p50Seconds),
    ...timed('p95', p95, p95Seconds),
    ...timed('p99', p99, p99Seconds),
    ...(errors === undefined ? [] : [`errors within ${exactPercent(errors.level)}: ${likely(errors)}`]),
  ];
}

/** `replication lag within 1 s: >99% likely (1.7 – 3.5 – 10 ms)`; nothing where no replicas serve reads, so that no read is late. */
function lagTexts(lag: LagOutlook): string[] {
  if (lag.p95Seconds?.high === 0) return [];
  return [`replication lag within ${durations(certain(lag.level))}: ${likely(lag)} (${durations(lag.p95Seconds)})`];
}

function likely({ likelihood: share }: LevelOutlook): string {
  return share === undefined ? 'unknown' : `${likelihood(share)} likely`;
}

/** Response time that the document states for as many users, and the difference of the model; undefined where it states none. */
function documentedText({ latency, documented, p95SecondsWithoutLoad }: RequestsOutlook): string | undefined {
  if (documented === undefined) return undefined;
  const { concurrentUsers, p95Ms = 0, errorShare, processorShare } = documented;
  const stated = [
    durations(certain(p95Ms / MS_PER_SECOND)),
    ...(errorShare === undefined ? [] : [`${exactPercent(errorShare)} errors`]),
    ...(processorShare === undefined ? [] : [`processors at ${percent(processorShare)}`]),
  ];
  const { p95Seconds, longestWait, operation } = latency;
  const wait =
    longestWait === undefined ? '' : `; the longest wait is for ${longestWait.resource} at ${percent(longestWait.utilization.mid)}`;
  const modelled = `modelled: ${durations(p95Seconds)} of ${operation}, ${durations(p95SecondsWithoutLoad)} without load${wait}`;
  return `p95 of ${stated.join(', ')} at ${figure(concurrentUsers)} users, tier not stated; ${modelled}`;
}
