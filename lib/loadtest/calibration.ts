import { z } from 'zod';
import { Evidence } from '../model/evidence';
import { parseInput } from '../model/parse';
import { CountOrNone, Id, NotNegative, Positive, Share } from '../model/scalars';
import type { UslFit } from './fit-usl';
import { FIT_WARNINGS } from './fit-warnings';
import { CONCURRENCY_KINDS, LOAD_TEST_FORMATS, type LoadTestRun } from './load-test';
import { THRESHOLD_OUTCOMES, type ThresholdCapacity } from './threshold-capacity';

const OrderedInterval = z
  .strictObject({ low: NotNegative, mid: NotNegative, high: NotNegative })
  .refine(({ low, mid, high }) => low <= mid && mid <= high, { error: 'low ≤ mid ≤ high' });

/** An interval whose middle and top may be null: none was found. */
const OpenInterval = z
  .strictObject({ low: NotNegative, mid: NotNegative.nullable(), high: NotNegative.nullable() })
  .refine(({ low, mid, high }) => low <= (mid ?? low) && (mid ?? low) <= (high ?? Number.POSITIVE_INFINITY), {
    error: 'low ≤ mid ≤ high',
  });

const Source = z.strictObject({
  /** Name of the file, without the folders that it lay in. */
  file: z.string().min(1),
  /** Of its bytes, so that it can be told whether a calibration is of the file at hand. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits in lower case'),
  format: z.enum(LOAD_TEST_FORMATS),
  concurrencyKind: z.enum(CONCURRENCY_KINDS),
  points: z.int().min(1),
  notes: z.array(z.string()),
});

const Curve = z.strictObject({
  /** γ of the Universal Scalability Law: requests that succeed a second with one user. */
  requestsPerSecondAtOne: OrderedInterval,
  /** σ: share of the work that goes one at a time. */
  contention: OrderedInterval,
  /** κ: cost of each pair of users. */
  crosstalk: OrderedInterval,
  /** Share of the resampled curves within the intervals. */
  confidence: Share,
  seed: z.int(),
  resamples: z.int().min(1),
  rSquared: z.number().max(1),
  points: CountOrNone,
  levels: CountOrNone,
  testedConcurrency: z.strictObject({ from: Positive, to: Positive }),
});

const Peak = z.strictObject({
  concurrency: OpenInterval,
  requestsPerSecond: OpenInterval,
  bottleneck: z.enum(['contention', 'crosstalk', 'none']),
  lossByContention: Share,
  isExtrapolated: z.boolean(),
});

const Threshold = z.strictObject({
  threshold: z.enum(['p95LatencyMs', 'errorShare']),
  limit: NotNegative,
  outcome: z.enum(THRESHOLD_OUTCOMES),
  concurrency: OpenInterval,
  requestsPerSecond: OpenInterval,
});

/** What a load test says about a tier of a system: the file that a fit writes and that sizing uses as `measured`. */
export const Calibration = z.strictObject({
  kind: z.literal('sizing-blueprints/calibration'),
  version: z.literal(1),
  evidence: Evidence.extract(['measured']),
  system: Id,
  tier: Id,
  /** Day of the test. */
  measuredOn: z.iso.date(),
  sources: z.array(Source).min(1),
  curve: Curve,
  peak: Peak,
  thresholds: z.array(Threshold),
  warnings: z.array(z.strictObject({ code: z.enum(FIT_WARNINGS), text: z.string() })),
});
export type Calibration = z.infer<typeof Calibration>;

/** What a calibration is written from. */
export interface CalibrationInput {
  /** Ids of what was tested. */
  readonly system: string;
  /** Id of the tier that was tested. */
  readonly tier: string;
  /** Day of the test, `2026-01-31`: comes in, because the same input gives the same file. */
  readonly measuredOn: string;
  /** The runs of the load test. */
  readonly runs: readonly LoadTestRun[];
  /** SHA-256 of each run's file in hexadecimal, by the name of the file. */
  readonly sha256: Readonly<Record<string, string>>;
  /** The fitted curve. */
  readonly fit: UslFit;
  /** The concurrency up to which each threshold holds. */
  readonly thresholds: readonly ThresholdCapacity[];
}

/** Digits that are kept: more than a load test bears, and few enough to be the same on every machine. */
const DIGITS = 6;

/** The calibration of a fit, checked against its own schema. Throws an InputError for ids, dates and digests that are none. */
export function calibrationOf({ system, tier, measuredOn, runs, sha256, fit, thresholds }: CalibrationInput): Calibration {
  const calibration = {
    kind: 'sizing-blueprints/calibration',
    version: 1,
    evidence: 'measured',
    system,
    tier,
    measuredOn,
    sources: runs.map(({ file, format, concurrencyKind, points, notes }) => ({
      file: baseName(file),
      sha256: sha256[file],
      format,
      concurrencyKind,
      points: points.length,
      notes,
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
    thresholds,
    warnings: fit.warnings,
  };
  return parseCalibration(rounded(calibration), 'calibration');
}

/** Checks a calibration that was read. Throws an InputError with every problem at once. */
export function parseCalibration(value: unknown, subject: string): Calibration {
  return parseInput(Calibration, value, subject);
}

/** The file: keys in the order of the schema, numbers in six digits, a line break at the end. */
export function calibrationText(calibration: Calibration): string {
  return `${JSON.stringify(calibration, null, 2)}\n`;
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

/** The file's own name: the folders of whoever tests are nobody's business. */
function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
