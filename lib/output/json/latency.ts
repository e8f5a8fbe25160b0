import { z } from 'zod';
import type { OperationLatency } from '../../capacity/latency/latency';
import type { Interval } from '../../core/interval';
import { unknownLatencyText } from '../latency';
import { RangeJson } from './numbers';

const Seconds = z.union([z.number(), z.literal('unlimited')]);

/** Seconds over the samples. */
export const SecondsJson = z.strictObject({
  low: Seconds.describe('5th percentile of the samples; `unlimited` where a queue grows without limit'),
  mid: Seconds.describe('50th percentile of the samples; `unlimited` where a queue grows without limit'),
  high: Seconds.describe('95th percentile of the samples; `unlimited` where a queue grows without limit'),
});

/** Response time and errors of an operation. */
export const LatencyJson = z.strictObject({
  operation: z.string().describe('id of the operation'),
  p50Seconds: SecondsJson.optional().describe('seconds that half of the events do not exceed; absent where `unknown` gives the reason'),
  p95Seconds: SecondsJson.optional().describe('seconds that 95% of the events do not exceed; absent where `unknown` gives the reason'),
  p99Seconds: SecondsJson.optional().describe('seconds that 99% of the events do not exceed; absent where `unknown` gives the reason'),
  unknown: z.string().optional().describe('why the response time is unknown, in English; absent where it is known'),
  errorShare: RangeJson.describe(
    'share of the events that cannot be served because a resource is exhausted; other errors are not modelled',
  ),
  longestWait: z
    .strictObject({
      resource: z.string().describe('component and resource'),
      utilization: RangeJson.describe('share of the resource in use'),
    })
    .optional()
    .describe('resource that the operation waits for the longest; absent where it does not wait'),
});

/** The JSON form of a response time. */
export function latencyJson({ unknown, p50Seconds, p95Seconds, p99Seconds, ...latency }: OperationLatency): z.infer<typeof LatencyJson> {
  return {
    ...latency,
    p50Seconds: secondsJson(p50Seconds),
    p95Seconds: secondsJson(p95Seconds),
    p99Seconds: secondsJson(p99Seconds),
    unknown: unknown && unknownLatencyText(unknown),
  };
}

/** The JSON form of seconds over the samples; undefined where they are unknown. */
export function secondsJson<T extends Interval | undefined>(seconds: T): z.infer<typeof SecondsJson> | (T & undefined) {
  const unlimited = (value: number) => (value === Number.POSITIVE_INFINITY ? 'unlimited' : value);
  if (seconds === undefined) return seconds as T & undefined;
  return { low: unlimited(seconds.low), mid: unlimited(seconds.mid), high: unlimited(seconds.high) };
}
