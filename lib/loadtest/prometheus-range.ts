import { InputError } from '../core/problems';
import { levelWindows, rampNotes, steadyNotes } from './level-windows';
import type { LoadTestPoint, LoadTestRun } from './load-test';
import { isPrometheusAnswer, type MatrixSeries, matrixOf } from './prometheus-matrix';
import type { DocumentReader, JsonObject } from './reader';
import { refuse } from './refuse';

/**
 * The answer of Prometheus to a range query for the metrics that k6 writes to it:
 * `/api/v1/query_range?query={__name__=~"k6_vus|k6_http_reqs_total|k6_http_req_duration_p95"}&step=5`.
 * Sources: https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries and
 * https://grafana.com/docs/k6/latest/results-output/real-time/prometheus-remote-write/ (counters end with `_total`, times are in seconds).
 */
export const prometheusRange: DocumentReader = {
  format: 'prometheus-range',
  sign: 'data.resultType',
  recognizes: isPrometheusAnswer,
  read: readRange,
};

const NAMES = { users: 'k6_vus', requests: 'k6_http_reqs_total', p95: 'k6_http_req_duration_p95' } as const;

const QUERY = `a range query (/api/v1/query_range) for {__name__=~"${Object.values(NAMES).join('|')}"}`;

/** Longest time between two samples: longer steps hide the levels of a test. */
const MAX_STEP_SECONDS = 60;

/** Largest change of users between two samples of one level. */
const SAME_LEVEL = 0.05;

function readRange(name: string, document: JsonObject): LoadTestRun {
  const result = matrixOf(document, `load-test result ${name}`, QUERY);
  const named = (wanted: string) => result.filter(({ metric }) => metric.__name__ === wanted);
  const [users, requests, p95] = [named(NAMES.users), named(NAMES.requests), named(NAMES.p95)];
  const missing = [...(users.length === 0 ? [NAMES.users] : []), ...(requests.length === 0 ? [NAMES.requests] : [])];
  if (missing.length > 0)
    throw new InputError(
      `load-test result ${name}`,
      missing.map((path) => ({ path, reason: 'no series', expected: QUERY })),
    );
  const seconds = secondsOf(users, requests, p95);
  const windows = levelWindows(seconds, `load-test result ${name}`);
  const points = windows.flatMap(({ from, to }) => pointOf(seconds.slice(from, to)));
  if (points.length === 0) return refuse(name, 'no level of users is held for two steps with requests', `${QUERY} of a test with levels`);
  return {
    file: name,
    format: 'prometheus-range',
    concurrencyKind: 'virtual-users',
    points,
    notes: [
      ...steadyNotes(windows),
      ...rampNotes(windows),
      ...(p95.length > 1 ? [{ kind: 'largest-percentile', count: p95.length } as const] : []),
    ],
  };
}

interface Second {
  readonly second: number;
  readonly concurrency: number;
  readonly requests: number;
  readonly failures: number | undefined;
  readonly succeeded: number;
  readonly p95LatencyMs: number | undefined;
}

/** The seconds between samples at one level: those of a counter are distributed evenly. Other seconds are left out. */
function secondsOf(users: readonly MatrixSeries[], requests: readonly MatrixSeries[], p95: readonly MatrixSeries[]): Second[] {
  const levels = totals(users);
  const times = [...levels.keys()].sort((left, right) => left - right);
  const stated = requests.filter(({ metric }) => metric.expected_response !== undefined);
  const failed = stated.filter(({ metric }) => metric.expected_response === 'false');
  return times.slice(1).flatMap((time, index) => {
    const before = times[index] as number;
    const [from, to] = [levels.get(before) ?? 0, levels.get(time) ?? 0];
    const length = Math.round(time - before);
    const count = growth(requests, before, time);
    const isOneLevel = Math.abs(to - from) <= SAME_LEVEL * Math.max(to, from);
    if (to === 0 || !isOneLevel || count === undefined || length < 1 || length > MAX_STEP_SECONDS) return [];
    const failures = stated.length === requests.length ? growth(failed, before, time) : undefined;
    const latencies = p95.flatMap(({ values }) => values.get(time) ?? []);
    const one = {
      concurrency: to,
      requests: count / length,
      failures: failures === undefined ? undefined : failures / length,
      succeeded: (count - (failures ?? 0)) / length,
      p95LatencyMs: latencies.length === 0 ? undefined : 1_000 * Math.max(...latencies),
    };
    return Array.from({ length }, (_, second) => ({ ...one, second: Math.round(before) + second }));
  });
}

/** Sum of all series at each time. */
function totals(series: readonly MatrixSeries[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { values } of series) for (const [time, value] of values) sums.set(time, (sums.get(time) ?? 0) + value);
  return sums;
}

/** Growth of counters; undefined where one falls, because its test restarted. A series that begins later began at 0. */
function growth(series: readonly MatrixSeries[], before: number, time: number): number | undefined {
  const grown = series.map(({ values }) => (values.get(time) ?? 0) - (values.get(before) ?? 0));
  return grown.some((value) => value < 0) ? undefined : grown.reduce((sum, value) => sum + value, 0);
}

function pointOf(window: readonly Second[]): LoadTestPoint[] {
  const mean = (of: (second: Second) => number) => window.reduce((sum, second) => sum + of(second), 0) / window.length;
  const requestsPerSecond = mean(({ requests }) => requests);
  if (requestsPerSecond === 0) return [];
  const latencies = window.flatMap(({ p95LatencyMs }) => (p95LatencyMs === undefined ? [] : [p95LatencyMs]));
  const failures = window.every((second) => second.failures !== undefined) ? mean((second) => second.failures ?? 0) : undefined;
  return [
    {
      concurrency: mean(({ concurrency }) => concurrency),
      requestsPerSecond,
      ...(latencies.length === 0 ? {} : { p95LatencyMs: latencies.reduce((sum, value) => sum + value, 0) / latencies.length }),
      ...(failures === undefined ? {} : { errorShare: Math.min(1, failures / requestsPerSecond) }),
    },
  ];
}
