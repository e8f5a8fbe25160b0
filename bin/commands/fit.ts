import { createHash } from 'node:crypto';
import { systemNamed } from '../../lib/answers/blueprint-for';
import { InputError, notOneOf, type Problem, shown } from '../../lib/core/problems';
import { piecesOf } from '../../lib/io/descriptor';
import { writeTextFile } from '../../lib/io/write-file';
import { type Calibration, calibrationOf, calibrationText } from '../../lib/loadtest/calibration';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import type { LoadTestFile } from '../../lib/loadtest/load-test';
import { readLoadTests } from '../../lib/loadtest/read-load-test';
import { type Thresholds, thresholdCapacities } from '../../lib/loadtest/threshold-capacity';
import type { System } from '../../lib/model/system';
import { fitView } from '../../lib/output/fit';
import { type Command, type FlagValues, listFlag, textFlag } from '../command';

/** The JSON stream of a k6 test of a day at 100 requests/s is about 10 GB; every other format is limited further when it is read. */
const MAX_RESULT_BYTES = 20_000_000_000;

export const fit: Command = {
  name: 'fit',
  summary: 'what a load test says: where throughput ends and why, what thresholds allow, and a calibration to size with',
  arguments: [
    { name: 'results', description: "k6's summary or JSON stream, Locust's history, Artillery's or autocannon's JSON, or a CSV" },
  ],
  flags: [
    { name: 'and', value: 'file', description: 'another file of the same test; may be repeated', repeatable: true },
    { name: 'system', value: 'system', description: 'the system that was tested' },
    { name: 'tier', value: 'tier', description: 'the tier that was tested' },
    { name: 'measured-on', value: 'date', description: 'day of the test, such as 2026-01-31' },
    { name: 'p95', value: 'ms', description: 'milliseconds that 95% of requests may take; default: what the system states' },
    { name: 'errors', value: 'percent', description: 'requests that may fail, such as 0.5%; default: what the system states' },
    { name: 'output', value: 'file', description: 'writes the calibration, for --calibration of recommend and capacity' },
  ],
  examples: ['sizing fit results.csv --system aiva --tier medium --measured-on 2026-01-31'],
  run: async ({ arguments: [results = ''], flags }) => {
    const { system, tier, measuredOn } = testedOf(flags);
    const thresholds = thresholdsOf(flags, system);
    const digests: Record<string, string> = {};
    const test = await readLoadTests([results, ...listFlag(flags, 'and')].map((name) => fileOf(name, digests)));
    const fitted = fitUsl(test.points, { subject: results });
    const capacities = thresholdCapacities(test.points, fitted, thresholds);
    const calibration = calibrationOf({
      system: system.id,
      tier,
      measuredOn,
      runs: test.runs,
      sha256: digests,
      fit: fitted,
      thresholds: capacities,
    });
    const warnings = written(calibration, textFlag(flags, 'output'));
    return {
      report: { data: calibration, ...fitView({ test, fit: fitted, thresholds: capacities, calibration }) },
      warnings,
    };
  },
};

interface Tested {
  readonly system: System;
  readonly tier: string;
  readonly measuredOn: string;
}

function testedOf(flags: FlagValues): Tested {
  const [systemId, tier, measuredOn] = ['system', 'tier', 'measuredOn'].map((name) => textFlag(flags, name));
  const problems: Problem[] = [
    ...(systemId === undefined ? [{ path: '--system', expected: 'the system that was tested' }] : []),
    ...(tier === undefined ? [{ path: '--tier', expected: 'the tier that was tested' }] : []),
    ...(measuredOn === undefined ? [{ path: '--measured-on', expected: 'the day of the test, such as 2026-01-31' }] : []),
  ];
  if (systemId === undefined || tier === undefined || measuredOn === undefined) throw new InputError('flags', problems);
  const system = systemNamed(systemId);
  const tiers = system.tiers.map(({ id }) => id);
  if (!tiers.includes(tier)) throw new InputError('flags', [notOneOf('--tier', tier, tiers)]);
  return { system, tier, measuredOn };
}

function thresholdsOf(flags: FlagValues, { serviceLevels }: System): Thresholds {
  const p95LatencyMs = numberFlag(flags, 'p95', /^(\d+(?:\.\d+)?)(?:\s*ms)?$/, 'milliseconds such as 500') ?? serviceLevels?.p95Ms;
  const percent = numberFlag(flags, 'errors', /^(\d+(?:\.\d+)?)\s*%?$/, 'a share such as 0.5%');
  const errorShare = percent === undefined ? serviceLevels?.errorShare : percent / 100;
  return { ...(p95LatencyMs === undefined ? {} : { p95LatencyMs }), ...(errorShare === undefined ? {} : { errorShare }) };
}

function numberFlag(flags: FlagValues, name: string, pattern: RegExp, expected: string): number | undefined {
  const text = textFlag(flags, name);
  if (text === undefined) return undefined;
  const digits = pattern.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  throw new InputError('flags', [{ path: `--${name}`, received: shown(text), expected }]);
}

/** Reads a file in pieces, and takes its digest on the way. */
function fileOf(name: string, digests: Record<string, string>): LoadTestFile {
  return { name, content: pieces(name, digests) };
}

function* pieces(name: string, digests: Record<string, string>): Generator<Uint8Array> {
  const hash = createHash('sha256');
  for (const piece of piecesOf(name, `load-test result ${name}`, { expected: 'a readable file of results', maxBytes: MAX_RESULT_BYTES })) {
    hash.update(piece);
    yield piece;
  }
  digests[name] = hash.digest('hex');
}

function written(calibration: Calibration, path: string | undefined): string[] {
  if (path === undefined) return [];
  writeTextFile(path, calibrationText(calibration));
  return [`calibration written to ${path}`];
}
