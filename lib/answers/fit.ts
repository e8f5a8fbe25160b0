import { InputError, type Problem, shown } from '../core/problems';
import { Calibration, calibrationOf } from '../loadtest/calibration';
import { fitUsl, type UslFit } from '../loadtest/fit-usl';
import { type LoadTest, readLoadTests } from '../loadtest/read-load-test';
import { type ThresholdCapacity, type Thresholds, thresholdCapacities } from '../loadtest/threshold-capacity';
import { DATE } from '../model/parse';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { AnswerWarning } from './answer-warning';
import { calibratedSystem } from './capacity-of';
import { type ChangedDemand, changedDemands } from './changed-demands';
import { digestedFile } from './digested-file';
import { type SystemReference, systemOf } from './system-reference';
import { measuredTierProblems, type TestedInstances, testedInstances } from './tested-instances';

/** The JSON stream of a k6 test of one day at 100 requests/s is about 10 GB; each reader limits the other formats further. */
const MAX_RESULT_BYTES = 20_000_000_000;

const READ = { expected: 'a readable file of results', maxBytes: MAX_RESULT_BYTES };

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
  /** Number of instances that ran during the test, by service. Default: the minimum of the tier. */
  readonly instances?: Readonly<Record<string, number>>;
  /** Limits of latency and errors. Default: the service levels of the system. */
  readonly thresholds?: Thresholds;
}

/** Results of a load test. */
export interface FitAnswer {
  /** Measured points of all files. */
  readonly test: LoadTest;
  /** Curve of the Universal Scalability Law through the points. */
  readonly fit: UslFit;
  /** Concurrency at which each threshold is crossed. */
  readonly thresholds: readonly ThresholdCapacity[];
  /** Number of instances that ran during the test. */
  readonly instances: TestedInstances;
  /** Data that `capacity` and `recommend` size the tested tier by. */
  readonly calibration: Calibration;
  /** Demands of the tested tier that the calibration changes, or why nothing can be sized by it. */
  readonly changes: readonly ChangedDemand[] | InputError;
  /** Warnings: limitations of the answer that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/** Fits load-test results to a scalability curve. Throws an InputError for an unknown system or tier, and for unreadable results. */
export async function fitLoadTests(request: FitRequest): Promise<FitAnswer> {
  const { files, system: reference, tier, measuredOn, instances: given = {}, thresholds = {} } = request;
  const system = systemOf(reference);
  const instances = testedInstances(testedTier(system, request), given);
  const sha256 = new Map<string, string>();
  const test = await readLoadTests(files.map((name) => digestedFile(name, `load-test result ${name}`, READ, sha256)));
  const isRamp = test.runs.some(({ notes }) => notes.some(({ kind }) => kind === 'ramp-windows'));
  const fit = fitUsl(test.points, { isRamp, subject: files[0] ?? '' });
  const capacities = thresholdCapacities(test.points, fit, { ...serviceLevels(system), ...thresholds });
  const calibration = calibrationOf({
    system: system.id,
    tier,
    measuredOn,
    instances: instances.counts,
    runs: test.runs,
    sha256,
    fit,
    thresholds: capacities,
  });
  return { test, fit, thresholds: capacities, instances, calibration, changes: changesOf(system, calibration), warnings: [] };
}

function changesOf(system: System, calibration: Calibration): FitAnswer['changes'] {
  try {
    return changedDemands(system, calibratedSystem(system, calibration, 'the calibration'));
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** The tested tier. The results are large: system and tier are checked before they are read. */
function testedTier(system: System, { tier, measuredOn, instances }: FitRequest): Tier {
  const problems = [...measuredTierProblems(system, tier, instances), ...measuredOnProblems(measuredOn)];
  const tested = system.tiers.find(({ id }) => id === tier);
  if (problems.length > 0 || tested === undefined) throw new InputError('request', problems);
  return tested;
}

/** The problem of the day of a test, if it is not a valid day. */
export function measuredOnProblems(measuredOn: string): Problem[] {
  if (Calibration.shape.measuredOn.safeParse(measuredOn).success) return [];
  return [{ path: 'measuredOn', received: shown(measuredOn), expected: DATE }];
}

function serviceLevels({ serviceLevels: levels }: System): Thresholds {
  return {
    ...(levels?.p95Ms !== undefined && { p95LatencyMs: levels.p95Ms }),
    ...(levels?.errorShare !== undefined && { errorShare: levels.errorShare }),
  };
}
