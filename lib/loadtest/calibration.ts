import { z } from 'zod';
import { Evidence } from '../model/evidence';
import { parseInput } from '../model/parse';
import { CountOrNone, Id, NotNegative, Positive, Share } from '../model/scalars';
import { CONCURRENCY_KINDS } from './concurrency-kind';
import type { UslFit } from './fit-usl';
import { FIT_WARNINGS } from './fit-warnings';
import { LOAD_TEST_FORMATS, type LoadTestRun } from './load-test';
import { LOAD_TEST_NOTES } from './note';
import { SATURATION_KINDS } from './saturation';
import { THRESHOLD_OUTCOMES, type ThresholdCapacity } from './threshold-capacity';
import { baseName, significant } from './written-figures';

const OrderedInterval = z
  .strictObject({
    low: NotNegative.describe('lower end of the confidence interval'),
    mid: NotNegative.describe('fitted value'),
    high: NotNegative.describe('upper end of the confidence interval'),
  })
  .refine(({ low, mid, high }) => low <= mid && mid <= high, { error: 'low ≤ mid ≤ high' });

/** An interval whose mid and high are null where the load test does not show them. */
const OpenInterval = z
  .strictObject({
    low: NotNegative.describe('lower end'),
    mid: NotNegative.nullable().describe('most likely value; null where the load test does not show one'),
    high: NotNegative.nullable().describe('upper end; null where the load test does not show one'),
  })
  .refine(({ low, mid, high }) => low <= (mid ?? low) && (mid ?? low) <= (high ?? Number.POSITIVE_INFINITY), {
    error: 'low ≤ mid ≤ high',
  });

/** Longest name of a file on Linux, macOS and Windows, in characters. */
const MAX_FILE_NAME = 255;

const Source = z.strictObject({
  file: z.string().min(1).max(MAX_FILE_NAME).describe('name of the result file, without folders'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits in lower case')
    .describe('SHA-256 of the bytes of the file, 64 hexadecimal digits'),
  format: z.enum(LOAD_TEST_FORMATS).describe('format of the file'),
  concurrencyKind: z.enum(CONCURRENCY_KINDS).describe('unit of the concurrency of the file'),
  points: z.int().min(1).describe('number of measured points in the file'),
  notes: z
    .array(
      z.strictObject({
        kind: z.enum(LOAD_TEST_NOTES).describe('kind of the note'),
        text: z.string().optional().describe('the note with its numbers, in English'),
      }),
    )
    .describe('parts of the file that were left out or replaced'),
});

const Curve = z.strictObject({
  requestsPerSecondAtOne: OrderedInterval.describe('γ of the Universal Scalability Law: successful requests/s at a concurrency of 1'),
  contention: OrderedInterval.describe('σ: share of the work that is serialized, 0 to 1'),
  crosstalk: OrderedInterval.describe('κ: cost of coordination for each pair of concurrent users, as a share of the work'),
  confidence: Share.describe('confidence of the intervals, 0 to 1'),
  seed: z.int().describe('seed of the bootstrap'),
  resamples: z.int().min(1).describe('number of resampled curves behind the intervals'),
  rSquared: z.number().max(1).describe('share of the variance of throughput that the curve explains; at most 1'),
  points: CountOrNone.describe('number of measured points'),
  levels: CountOrNone.describe('number of different levels of concurrency'),
  testedConcurrency: z
    .strictObject({ from: Positive.describe('lowest tested concurrency'), to: Positive.describe('highest tested concurrency') })
    .describe('tested range of concurrency'),
});

const Peak = z.strictObject({
  concurrency: OpenInterval.describe('concurrency at which throughput is highest'),
  requestsPerSecond: OpenInterval.describe('throughput at the peak in requests/s, or the limit that it approaches without a peak'),
  bottleneck: z
    .enum(['contention', 'crosstalk', 'none'])
    .describe('cause that reduces throughput the most at the peak, or without a peak at the highest tested concurrency'),
  lossByContention: Share.describe('share of the lost throughput that contention causes, 0 to 1; crosstalk causes the rest'),
  isExtrapolated: z.boolean().describe('true when the peak is beyond the tested range'),
});

const Saturation = z.strictObject({
  kind: z
    .enum(SATURATION_KINDS)
    .describe(
      'ceiling: throughput is constant from a level on; curve: contention and crosstalk, and the tested throughput is at least 80% of the largest one on the curve; not-reached: more load has more throughput',
    ),
  requestsPerSecond: OrderedInterval.describe('largest throughput in the tested range, successful requests/s'),
  concurrency: OrderedInterval.describe('users who make that throughput: those who reach the ceiling, or as many as make it without waits'),
});

const Threshold = z.strictObject({
  threshold: z.enum(['p95LatencyMs', 'errorShare']).describe('measure that the limit is for'),
  limit: NotNegative.describe('largest allowed value: milliseconds for p95LatencyMs, a share from 0 to 1 for errorShare'),
  outcome: z
    .enum(THRESHOLD_OUTCOMES)
    .describe('whether the test crossed the limit, never reached it, always exceeded it, or did not measure it'),
  concurrency: OpenInterval.describe('largest concurrency within the limit'),
  requestsPerSecond: OpenInterval.describe('successful requests/s at that concurrency'),
});

/** The result of a load test of one tier: the file that `sizing fit --output` writes, and that sizing uses as `measured`. */
export const Calibration = z.strictObject({
  kind: z.literal('sizing-blueprints/calibration').describe('marks the file as a calibration'),
  version: z.literal(2).describe('version of this schema'),
  evidence: Evidence.extract(['measured']).describe('always measured: by a load test'),
  system: Id.describe('id of the tested system'),
  tier: Id.describe('id of the tested tier'),
  measuredOn: z.iso.date().describe('day of the load test, ISO 8601'),
  instances: z
    .record(Id, z.int().min(1))
    .describe('number of instances of each service that ran during the test; the minimum of the tier where none was given'),
  sources: z.array(Source).min(1).describe('result files of the load test'),
  curve: Curve.describe('the fitted curve: coefficients of the Universal Scalability Law with their intervals'),
  peak: Peak.describe('the peak of throughput on the fitted curve'),
  saturation: Saturation.describe('the largest tested throughput, from which demands are computed'),
  thresholds: z.array(Threshold).describe('load within each limit; empty without limits'),
  warnings: z
    .array(
      z.strictObject({
        kind: z.enum(FIT_WARNINGS).describe('kind of the warning'),
        text: z.string().optional().describe('the warning with its numbers, in English'),
      }),
    )
    .describe('reasons why parts of the fit may be unreliable'),
});
export type Calibration = z.infer<typeof Calibration>;

/** Input of a calibration. */
export interface CalibrationInput {
  /** Id of the system that was tested. */
  readonly system: string;
  /** Id of the tier that was tested. */
  readonly tier: string;
  /** Day of the test, `2026-01-31`. An input, so that the same input gives the same file. */
  readonly measuredOn: string;
  /** Number of instances of each service that ran during the test, by component id. */
  readonly instances: Readonly<Record<string, number>>;
  /** The runs of the load test. */
  readonly runs: readonly LoadTestRun[];
  /** SHA-256 of each run's file in hexadecimal, by the name of the file. */
  readonly sha256: ReadonlyMap<string, string>;
  /** The fitted curve. */
  readonly fit: UslFit;
  /** The concurrency up to which each threshold holds. */
  readonly thresholds: readonly ThresholdCapacity[];
}

/** The calibration of a fit, checked against its own schema. Throws an InputError for invalid ids, dates and digests. */
export function calibrationOf({ system, tier, measuredOn, instances, runs, sha256, fit, thresholds }: CalibrationInput): Calibration {
  const calibration = {
    kind: 'sizing-blueprints/calibration',
    version: 2,
    evidence: 'measured',
    system,
    tier,
    measuredOn,
    instances,
    sources: runs.map(({ file, format, concurrencyKind, points, notes }) => ({
      file: baseName(file),
      sha256: sha256.get(file),
      format,
      concurrencyKind,
      points: points.length,
      notes: notes.map(({ kind }) => ({ kind })),
    })),
    curve: {
      ...fit.intervals,
      confidence: fit.confidence,
      seed: fit.seed,
      resamples: fit.resampled.length,
      rSquared: fit.rSquared,
      points: fit.points,
      levels: fit.levels,
      testedConcurrency: fit.testedConcurrency,
    },
    peak: fit.peak,
    saturation: fit.saturation,
    thresholds,
    warnings: fit.warnings.map(({ kind }) => ({ kind })),
  };
  return parseCalibration(significant(calibration), 'calibration');
}

/** Validates a calibration from a file. Throws an InputError with every problem at once. */
export function parseCalibration(value: unknown, subject: string): Calibration {
  return parseInput(Calibration, value, subject);
}
