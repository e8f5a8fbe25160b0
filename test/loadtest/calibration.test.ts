import { describe, expect, it } from 'vitest';
import { type CalibrationInput, calibrationOf, parseCalibration } from '../../lib/loadtest/calibration';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { readLoadTests } from '../../lib/loadtest/read-load-test';
import { thresholdCapacities } from '../../lib/loadtest/threshold-capacity';
import { file, fixture, problemsOf, thrownBy } from './support';

const DIGEST = 'a'.repeat(64);

async function given(): Promise<CalibrationInput> {
  const { runs, points } = await readLoadTests([fixture('levels.csv')]);
  const fit = fitUsl(points, { seed: 12_345_678, resamples: 100 });
  const thresholds = thresholdCapacities(points, fit, { p95LatencyMs: 50, errorShare: 0.01 });
  const instances = { api: 4 };
  const sha256 = new Map([['levels.csv', DIGEST]]);
  return { system: 'aiva', tier: 'large', measuredOn: '2026-03-01', instances, runs, sha256, fit, thresholds };
}

describe('a calibration', () => {
  it('has the measurements, the tested tier and the source files', async () => {
    const calibration = calibrationOf(await given());
    expect(calibration).toMatchObject({
      evidence: 'measured',
      system: 'aiva',
      tier: 'large',
      measuredOn: '2026-03-01',
      instances: { api: 4 },
      sources: [{ file: 'levels.csv', sha256: DIGEST, format: 'csv', concurrencyKind: 'unknown', points: 7 }],
      curve: { seed: 12_345_678, resamples: 100, confidence: 0.95, points: 7, levels: 7, testedConcurrency: { from: 1, to: 216 } },
      peak: { bottleneck: 'contention', isExtrapolated: false },
      saturation: { kind: 'curve' },
      thresholds: [
        { threshold: 'p95LatencyMs', limit: 50, outcome: 'crossed' },
        { threshold: 'errorShare', limit: 0.01, outcome: 'crossed' },
      ],
    });
    expect(calibration.curve.contention.low).toBeLessThanOrEqual(calibration.curve.contention.mid);
  });

  it('is read back as it was written, and is the same each time', async () => {
    const calibration = calibrationOf(await given());
    const text = JSON.stringify(calibration);
    expect(parseCalibration(JSON.parse(text), 'file')).toEqual(calibration);
    expect(JSON.stringify(calibrationOf(await given()))).toBe(text);
  });

  it('has six digits of fractions and no infinity', async () => {
    const { fit, ...input } = await given();
    const unbounded = { ...fit, peak: { ...fit.peak, concurrency: { low: 96.123456789, mid: null, high: null } } };
    expect(calibrationOf({ ...input, fit: unbounded }).peak.concurrency).toEqual({ low: 96.1235, mid: null, high: null });
  });

  it.each([
    [
      'does not grow at all',
      () => 100,
      { concurrency: { low: 64, mid: null, high: null }, requestsPerSecond: { low: 100, mid: 100, high: 100 } },
    ],
    [
      'grows in a straight line',
      (n: number) => 100 * n,
      { concurrency: { low: 64, mid: null, high: null }, requestsPerSecond: { low: 6_400, mid: null, high: null } },
    ],
    [
      'approaches a limit by contention alone',
      (n: number) => (100 * n) / (1 + 0.1 * (n - 1)),
      { concurrency: { low: 64, mid: null, high: null }, requestsPerSecond: { low: 1_000, mid: 1_000, high: 1_000 } },
    ],
  ])('is written of throughput that %s, exactly: its peak is beyond the highest tested level', async (_, throughput, peak) => {
    const { runs: _runs, ...input } = await given();
    const csv = ['users,rps', ...[1, 2, 4, 8, 16, 32, 64].map((users) => `${users},${throughput(users)}`)].join('\n');
    const { runs, points } = await readLoadTests([file('levels.csv', csv)]);
    const fit = fitUsl(points, { resamples: 100 });
    const calibration = calibrationOf({ ...input, runs, fit, thresholds: [] });
    const rounded = ({ low, mid, high }: { low: number; mid: number | null; high: number | null }) =>
      Object.fromEntries(Object.entries({ low, mid, high }).map(([key, value]) => [key, value === null ? null : Math.round(value)]));
    expect({ concurrency: rounded(calibration.peak.concurrency), requestsPerSecond: rounded(calibration.peak.requestsPerSecond) }).toEqual(
      peak,
    );
    expect(parseCalibration(JSON.parse(JSON.stringify(calibration)), 'file')).toEqual(calibration);
  });

  it('has the name of the file without its folders', async () => {
    const input = await given();
    const runs = input.runs.map((run) => ({ ...run, file: 'home/somebody/levels.csv' }));
    const calibration = calibrationOf({ ...input, runs, sha256: new Map([['home/somebody/levels.csv', DIGEST]]) });
    expect(calibration.sources[0]?.file).toBe('levels.csv');
  });

  it('is rejected with every problem: invalid ids, dates and digests', async () => {
    const input = await given();
    const problems = thrownBy(() => calibrationOf({ ...input, system: 'AIVA', measuredOn: 'yesterday', sha256: new Map() }));
    expect(problems.map(({ path }) => path)).toEqual(['system', 'measuredOn', 'sources.0.sha256']);
  });

  it('is rejected after edits to impossible values', async () => {
    const calibration = JSON.parse(JSON.stringify(calibrationOf(await given())));
    calibration.evidence = 'assumed';
    calibration.curve.contention = { low: 3, mid: 2, high: 1 };
    calibration.curve.contentoin = 1;
    const problems = await problemsOf((async () => parseCalibration(calibration, 'file'))());
    expect(problems).toEqual(
      expect.arrayContaining([
        { path: 'evidence', received: '"assumed"', expected: 'measured', suggestion: 'measured' },
        { path: 'curve.contention', received: '{…}', expected: 'low ≤ mid ≤ high' },
        expect.objectContaining({ path: 'curve.contentoin', suggestion: 'contention' }),
      ]),
    );
  });
});
