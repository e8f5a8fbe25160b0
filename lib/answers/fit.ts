import { createHash } from 'node:crypto';
import { InputError, notOneOf, shown } from '../core/problems';
import { piecesOf } from '../io/descriptor';
import { Calibration, calibrationOf } from '../loadtest/calibration';
import { fitUsl, type UslFit } from '../loadtest/fit-usl';
import type { LoadTestFile } from '../loadtest/load-test';
import { type LoadTest, readLoadTests } from '../loadtest/read-load-test';
import { type ThresholdCapacity, type Thresholds, thresholdCapacities } from '../loadtest/threshold-capacity';
import { DATE } from '../model/parse';
import type { System } from '../model/system';
import type { AnswerWarning } from './answer-warning';
import { type SystemReference, systemOf } from './system-reference';

/** The JSON stream of a k6 test of one day at 100 requests/s is about 10 GB; each reader limits the other formats further. */
const MAX_RESULT_BYTES = 20_000_000_000;

/** Load-test results of one tier. */
export interface FitRequest {
  /** Paths of result files of the same test. */
  readonly files: readonly string[];
  /** The tested system: one of your own, or the id of an example. */
  readonly system: SystemReference;
  /** Id of the tested tier. */
  readonly tier: string;
  /** Day of the test, `2026-01-31`. */
  readonly measuredOn: string;
  /** Limits of latency and errors. Default: the service levels of the system. */
  readonly thresholds?: Thresholds;
}

/** What a load test measured. */
export interface FitAnswer {
  /** Measured points of all files. */
  readonly test: LoadTest;
  /** Curve of the Universal Scalability Law through the points. */
  readonly fit: UslFit;
  /** Concurrency at which each threshold is crossed. */
  readonly thresholds: readonly ThresholdCapacity[];
  /** Data that `capacity` and `recommend` size the tested tier by. */
  readonly calibration: Calibration;
  /** What a reader must know to use the answer correctly. */
  readonly warnings: readonly AnswerWarning[];
}

/** Fits load-test results to a scalability curve. Throws an InputError for an unknown system or tier, and for unreadable results. */
export async function fitLoadTests({ files, system: reference, tier, measuredOn, thresholds = {} }: FitRequest): Promise<FitAnswer> {
  const system = systemOf(reference);
  checkTest(system, tier, measuredOn);
  const sha256 = new Map<string, string>();
  const test = await readLoadTests(files.map((name) => fileOf(name, sha256)));
  const fit = fitUsl(test.points, { subject: files[0] ?? '' });
  const capacities = thresholdCapacities(test.points, fit, { ...serviceLevels(system), ...thresholds });
  const calibration = calibrationOf({ system: system.id, tier, measuredOn, runs: test.runs, sha256, fit, thresholds: capacities });
  return { test, fit, thresholds: capacities, calibration, warnings: [] };
}

/** The results are large: what they are of is checked before they are read. */
function checkTest({ id, tiers, operations }: System, tier: string, measuredOn: string): void {
  const ids = tiers.map(({ id }) => id);
  const countsRequests = Object.values(operations).some(({ counts }) => counts === 'http-requests');
  const problems = [
    ...(countsRequests ? [] : [{ path: 'system', received: shown(id), expected: 'a system with an operation that counts http-requests' }]),
    ...(ids.includes(tier) ? [] : [notOneOf('tier', tier, ids)]),
    ...(Calibration.shape.measuredOn.safeParse(measuredOn).success
      ? []
      : [{ path: 'measuredOn', received: shown(measuredOn), expected: DATE }]),
  ];
  if (problems.length > 0) throw new InputError('request', problems);
}

function serviceLevels({ serviceLevels: levels }: System): Thresholds {
  return {
    ...(levels?.p95Ms !== undefined && { p95LatencyMs: levels.p95Ms }),
    ...(levels?.errorShare !== undefined && { errorShare: levels.errorShare }),
  };
}

/** A file that is read in pieces; its digest is added to `sha256` at the end. */
function fileOf(name: string, sha256: Map<string, string>): LoadTestFile {
  return { name, content: pieces(name, sha256) };
}

function* pieces(name: string, sha256: Map<string, string>): Generator<Uint8Array> {
  const hash = createHash('sha256');
  for (const piece of piecesOf(name, `load-test result ${name}`, { expected: 'a readable file of results', maxBytes: MAX_RESULT_BYTES })) {
    hash.update(piece);
    yield piece;
  }
  sha256.set(name, hash.digest('hex'));
}
