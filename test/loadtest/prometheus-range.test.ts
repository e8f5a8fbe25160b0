import { describe, expect, it } from 'vitest';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { problemsOf, read } from './support';

/** Time of the first sample of the example in https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries. */
const START = 1_435_781_430.781;

const STEP = 5;

type Values = [number, string][];

interface Level {
  readonly users: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** The answer to a range query for the metrics of k6, whose names are those of its remote-write output. */
function answer(levels: readonly Level[], samplesOfLevel: number, others: Readonly<Record<string, string>> = {}): string {
  const [users, succeeded, failed, p95]: [Values, Values, Values, Values] = [[], [], [], []];
  const counts = { succeeded: 0, failed: 0 };
  for (const [index, level] of levels.entries()) {
    for (let sample = 0; sample < samplesOfLevel; sample++) {
      const time = START + STEP * (index * samplesOfLevel + sample);
      users.push([time, String(level.users)]);
      succeeded.push([time, String(counts.succeeded)]);
      failed.push([time, String(counts.failed)]);
      p95.push([time, '0.05']);
      counts.succeeded += level.succeeded * STEP;
      counts.failed += level.failed * STEP;
    }
  }
  const series = (name: string, values: Values, labels = {}) => ({ metric: { __name__: name, ...labels, ...others }, values });
  return JSON.stringify({
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [
        series('k6_vus', users),
        series('k6_http_reqs_total', succeeded, { expected_response: 'true' }),
        series('k6_http_reqs_total', failed, { expected_response: 'false' }),
        series('k6_http_req_duration_p95', p95, { expected_response: 'true' }),
      ],
    },
  });
}

const LEVELS = [1, 2, 4, 8, 16, 32, 64, 128].map((users) => ({ users, succeeded: Math.min(10 * users, 200), failed: users > 20 ? 20 : 0 }));

describe('a range query of Prometheus', () => {
  it('gives a point for each level, without the steps in which the level changes', async () => {
    const run = await read('range.json', answer(LEVELS, 7));
    expect(run).toMatchObject({ format: 'prometheus-range', concurrencyKind: 'virtual-users' });
    expect(run.points).toHaveLength(8);
    for (const [index, { users, succeeded, failed }] of LEVELS.entries()) {
      const { concurrency, requestsPerSecond, p95LatencyMs, errorShare } = run.points[index] ?? {};
      expect([concurrency, requestsPerSecond, p95LatencyMs]).toEqual([users, expect.closeTo(succeeded + failed, 6), expect.closeTo(50, 6)]);
      expect(errorShare).toBeCloseTo(failed / (succeeded + failed), 9);
    }
    expect(fitUsl(run.points, { resamples: 20 }).saturation).toMatchObject({
      kind: 'ceiling',
      requestsPerSecond: { mid: expect.closeTo(200, 0) },
    });
  });

  it('without the metrics of k6, of an instant query, or with an error is refused', async () => {
    const renamed = answer(LEVELS, 7).replaceAll('k6_vus', 'up').replaceAll('k6_http_reqs_total', 'up');
    expect((await problemsOf(renamed)).map(({ path }) => path)).toEqual(['k6_vus', 'k6_http_reqs_total']);
    const reason = async (document: unknown) => (await problemsOf(JSON.stringify(document)))[0]?.reason;
    expect(await reason({ status: 'success', data: { resultType: 'vector', result: [] } })).toBe('an answer of Prometheus of type vector');
    expect(await reason({ status: 'partial', data: { resultType: 'matrix', result: [] } })).toBe(
      'an answer of Prometheus with status partial',
    );
  });

  // The form of https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview: data is only set in some errors.
  it.each([
    [
      { status: 'error', errorType: 'bad_data', error: 'end timestamp must not be before start time' },
      ' bad_data: "end timestamp must not be before start time"',
    ],
    [
      { status: 'error', errorType: 'timeout', error: 'query timed out', data: { resultType: 'matrix', result: [] } },
      ' timeout: "query timed out"',
    ],
    [{ status: 'error', data: { resultType: 'matrix', result: [] } }, ''],
  ])('with an error states it: %j', async (document, text) => {
    const [problem] = await problemsOf(JSON.stringify(document));
    expect(problem?.reason).toBe(`Prometheus answered with the error${text}`);
  });

  it('with steps of two minutes hides the levels, and is refused', async () => {
    const long = JSON.parse(answer(LEVELS, 7)) as { data: { result: { values: Values }[] } };
    for (const series of long.data.result) series.values = series.values.map(([time, value]) => [START + (time - START) * 24, value]);
    expect((await problemsOf(JSON.stringify(long)))[0]?.reason).toBe('no level of users is held for two steps with requests');
  });
});
