import { z } from 'zod';
import type { RequiredLevelOutlook } from '../../capacity/latency/required-level';
import { LEVEL_MEASURES } from '../../model/service-level-limit';
import { SecondsJson, secondsJson } from './latency';
import { RangeJson } from './numbers';

/** A required service level with the predicted response times. */
export const RequiredLevelJson = z.strictObject({
  operation: z.string().describe('id of the operation'),
  measure: z
    .enum(LEVEL_MEASURES)
    .describe('limited measure: a percentile of the response time, the share of errors, or the replication lag that the operation sees'),
  most: z.number().describe('the largest value: seconds of a percentile or of a lag, or a share of errors from 0 to 1'),
  likelihood: z.number().min(0).max(1).describe('share of the samples in which the level is met'),
  p50Seconds: SecondsJson.optional().describe('predicted median of the response time in seconds; absent where it is unknown'),
  p95Seconds: SecondsJson.optional().describe('predicted 95th percentile of the response time in seconds; absent where it is unknown'),
  p99Seconds: SecondsJson.optional().describe('predicted 99th percentile of the response time in seconds; absent where it is unknown'),
  errorShare: RangeJson.describe('predicted share of events that cannot be served because a resource is exhausted, 0 to 1'),
  replicationLagSeconds: SecondsJson.optional().describe(
    'predicted seconds after which 95% of the changes are visible on the replicas that the operation reads from, 0 where it reads from the primary; present for a level of the replication lag',
  ),
});
export type RequiredLevelJson = z.infer<typeof RequiredLevelJson>;

/** The JSON form of a required service level. */
export function requiredLevelJson({
  operation,
  measure,
  most,
  likelihood,
  p50Seconds,
  p95Seconds,
  p99Seconds,
  errorShare,
  replicationLagSeconds,
}: RequiredLevelOutlook): RequiredLevelJson {
  return {
    operation,
    measure,
    most,
    likelihood,
    p50Seconds: secondsJson(p50Seconds),
    p95Seconds: secondsJson(p95Seconds),
    p99Seconds: secondsJson(p99Seconds),
    errorShare,
    replicationLagSeconds: secondsJson(replicationLagSeconds),
  };
}
