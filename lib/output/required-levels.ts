import type { RequiredLevel, RequiredLevelOutlook } from '../capacity/latency/required-level';
import { certain } from '../core/interval';
import { exactPercent, likelihood } from '../core/number-format';
import type { MissedLevel } from '../design/met-levels';
import { shares } from './capacity-amounts';
import { durations } from './latency';
import type { Fact } from './recommend-facts';

/** Each required level with its likelihood and the predicted response times. */
export function requiredLevelFacts(levels: readonly RequiredLevelOutlook[]): Fact[] {
  return levels.map((level, index) => [index === 0 ? 'levels' : '', requiredLevelText(level)]);
}

/** `p95 of orders within 500 ms: 93% likely (p50 90 ms, p95 120 – 210 – 460 ms)`. */
export function requiredLevelText(level: RequiredLevelOutlook): string {
  return `${levelText(level)}: ${likelihood(level.likelihood)} likely (${predictedText(level)})`;
}

/** `no sizes keep p95 of orders within 50 ms: it is 80 – 120 – 300 ms where nothing waits`. */
export function missedLevelText(level: MissedLevel): string {
  const where = level.isWithoutWaits ? 'even where nothing waits' : 'with the largest sizes that were tried';
  return `${levelText(level)}: ${likelihood(level.likelihood)} likely ${where} (${predictedText(level)})`;
}

function levelText({ operation, measure, most }: RequiredLevel): string {
  if (measure === 'errors') return `errors of ${operation} within ${exactPercent(most)}`;
  return measure === 'replication-lag'
    ? `replication lag that ${operation} see within ${durations(certain(most))}`
    : `${measure} of ${operation} within ${durations(certain(most))}`;
}

function predictedText({ measure, p50Seconds, p95Seconds, p99Seconds, errorShare, replicationLagSeconds }: RequiredLevelOutlook): string {
  if (measure === 'replication-lag') return replicationLagSeconds?.high === 0 ? 'no replicas' : `p95 ${durations(replicationLagSeconds)}`;
  if (measure === 'errors') return shares(errorShare);
  if (measure === 'p99') return `p95 ${durations(p95Seconds)}, p99 ${durations(p99Seconds)}`;
  return `p50 ${durations(p50Seconds)}, p95 ${durations(p95Seconds)}`;
}
