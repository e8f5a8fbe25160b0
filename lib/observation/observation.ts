import { z } from 'zod';
import { baseName, significant } from '../loadtest/written-figures';
import { Evidence } from '../model/evidence';
import { parseInput } from '../model/parse';
import { Resource } from '../model/resource';
import { Id, NotNegative, Positive, Share } from '../model/scalars';
import type { ObservedForm } from './observed-form';
import { METRICS_FORMATS, type MetricsRun } from './observed-series';
import { UNKNOWN_REASONS } from './observed-use';
import { periodOf, timeText } from './times';

const OrderedInterval = z
  .strictObject({
    low: NotNegative.describe('lower end of the interval'),
    mid: NotNegative.describe('most likely value'),
    high: NotNegative.describe('upper end of the interval'),
  })
  .refine(({ low, mid, high }) => low <= mid && mid <= high, { error: 'low ≤ mid ≤ high' });

const Source = z.strictObject({
  file: z.string().min(1).max(255).describe('name of the file, without folders'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits in lower case')
    .describe('SHA-256 of the bytes of the file, 64 hexadecimal digits'),
  format: z.enum(METRICS_FORMATS).describe('format of the file'),
  series: z.array(z.string()).describe('names of the series of the file'),
});

const ObservedDemand = z.strictObject({
  component: Id.describe('component id'),
  resource: Resource.describe('the resource'),
  perRequest: OrderedInterval.describe(
    'use for each request/s in the unit of the resource, with its 95% interval: core seconds of a request for processors',
  ),
  base: OrderedInterval.describe('use of each instance without requests, in the unit of the resource, with its 95% interval'),
  windows: z.int().min(1).describe('number of windows'),
  autocorrelation: Share.describe('correlation of the deviations of neighboring windows, 0 to 1'),
  explained: z.number().max(1).describe('share of the variance of the use that requests and instances explain; at most 1'),
  mostUtilization: NotNegative.describe(
    'largest utilization of the running instances in a window; above 1 where they used more than the tier has',
  ),
  handles: OrderedInterval.describe('requests/s at which the resource reaches its threshold, with the maximum number of instances'),
});

const UnknownDemand = z.strictObject({
  component: Id.describe('component id'),
  resource: Resource.describe('the resource'),
  series: z.string().describe('name of its series'),
  reason: z
    .enum(UNKNOWN_REASONS)
    .describe(
      'no-series: no series of it; too-few-windows: too few common times of the series; no-variation: requests/s hardly vary; no-growth: the use does not grow with requests within the interval; grows-faster: it grows faster than requests; follows-instances: the number of instances follows the requests',
    ),
  text: z.string().optional().describe('the reason in English'),
});

/** Demands of one tier by the metrics of a production system: the file that `sizing observe --calibration-output` writes. */
export const Observation = z.strictObject({
  kind: z.literal('sizing-blueprints/observation').describe('marks the file as a calibration by production metrics'),
  version: z.literal(1).describe('version of this schema'),
  evidence: Evidence.extract(['measured']).describe('always measured: by a production system'),
  system: Id.describe('id of the observed system'),
  tier: Id.describe('id of the observed tier'),
  from: z.iso.datetime().describe('time of the first window, ISO 8601'),
  to: z.iso.datetime().describe('time of the last window, ISO 8601'),
  periodSeconds: Positive.describe('least time between two windows in seconds'),
  requestsPerSecond: OrderedInterval.describe('requests/s: 5th percentile, median and largest value of the windows'),
  instances: z.record(Id, z.int().min(1)).describe('number of instances of each service without a series of instances'),
  assumedInstances: z.array(Id).describe('services among them whose number nothing states: the minimum of the tier'),
  sources: z.array(Source).min(1).describe('files of the metrics'),
  demands: z.array(ObservedDemand).min(1).describe('resources whose use follows the requests'),
  unknown: z.array(UnknownDemand).describe('resources with a demand that stays as it is in the definition'),
});
export type Observation = z.infer<typeof Observation>;

/** Input of an observation. */
export interface ObservationInput extends Omit<ObservedForm, 'counted' | 'requests'> {
  /** Id of the observed system. */
  readonly system: string;
  /** Id of the observed tier. */
  readonly tier: string;
  /** Times of the windows, in seconds since 1970, in ascending order. */
  readonly times: readonly number[];
  /** Number of instances of each service without a series of instances. */
  readonly instances: Readonly<Record<string, number>>;
  /** Services among them whose number is assumed. */
  readonly assumedInstances: readonly string[];
  /** The files. */
  readonly runs: readonly MetricsRun[];
  /** SHA-256 of each file in hexadecimal, by the name of the file. */
  readonly sha256: ReadonlyMap<string, string>;
}

/** The observation of metrics, checked against its own schema. Throws an InputError for invalid ids and digests. */
export function observationOf({ times, runs, sha256, uses, ...input }: ObservationInput): Observation {
  const timeAt = (seconds: number | undefined) => timeText(seconds ?? Number.NaN);
  const observation = {
    kind: 'sizing-blueprints/observation',
    version: 1,
    evidence: 'measured',
    ...input,
    from: timeAt(times[0]),
    to: timeAt(times.at(-1)),
    periodSeconds: periodOf(times),
    sources: runs.map(({ file, format, series }) => ({
      file: baseName(file),
      sha256: sha256.get(file),
      format,
      series: [...new Set(series.map(({ name }) => name))],
    })),
    demands: uses,
  };
  return parseInput(Observation, significant(observation), 'observation');
}
