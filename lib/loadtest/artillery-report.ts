import { z } from 'zod';
import { concurrencyOf } from '../capacity/queueing/little';
import { InputError, type Problem } from '../core/problems';
import { parseInput } from '../model/parse';
import { NotNegative, Positive } from '../model/scalars';
import { type ArrivalLevel, arrivalLevels } from './arrival-levels';
import { listed } from './check-points';
import type { LoadTestPoint, LoadTestRun } from './load-test';
import type { LoadTestNote } from './note';
import { type DocumentReader, isJsonObject, type JsonObject } from './reader';
import { checkBatches, warmUpBatches } from './warm-up';

/**
 * The report of `artillery run --output …` (Artillery 2): `aggregate` over the run, and `intermediate` every 10 seconds.
 * Neither names the phase of a period: `vusers.created` shows its arrival rate.
 * Sources: https://www.artillery.io/docs/reference/reported-metrics, and packages/core/lib/ssms.js and phases.js of Artillery.
 */
export const artilleryReport: DocumentReader = {
  format: 'artillery-report',
  sign: 'aggregate and intermediate',
  recognizes: ({ aggregate, intermediate }) => isJsonObject(aggregate) && Array.isArray(intermediate),
  read: readReport,
};

/** Length of an intermediate report: Artillery collects by slices of the clock. */
const PERIOD_SECONDS = 10;

const Counters = z.record(z.string(), NotNegative);
const Period = z.object({
  counters: Counters,
  summaries: z
    .object({
      'http.response_time': z.object({ p95: NotNegative }).optional(),
      'vusers.session_length': z.object({ mean: Positive.optional() }).optional(),
    })
    .default({}),
});
const Report = z.object({
  aggregate: Period.extend({ firstMetricAt: Positive, lastMetricAt: Positive }),
  intermediate: z.array(Period),
});
type Period = z.infer<typeof Period>;

function readReport(name: string, document: JsonObject): LoadTestRun {
  if (isVersionOne(document)) throw new InputError(`load-test result ${name}`, [versionOne()]);
  const { aggregate, intermediate } = parseInput(Report, document, `load-test result ${name}`);
  const seconds = (aggregate.lastMetricAt - aggregate.firstMetricAt) / 1_000;
  // The first and the last period are shorter, because Artillery collects by slices of the clock.
  const whole = intermediate.slice(1, -1);
  const problems: Problem[] = [];
  const levels = arrivalLevels(whole.map(({ counters }) => counters['vusers.created'] ?? 0));
  const pointsOf = (period: Period, index: number) => pointOf(period, PERIOD_SECONDS, `intermediate.${index + 1}`, problems);
  const atLevels = levels.map(({ from, to }) =>
    whole.flatMap((period, index) => (index >= from && index < to ? pointsOf(period, index) : [])),
  );
  const warmUps = warmUpBatches(atLevels.map(concurrencies));
  const settled = atLevels.map((ofLevel, index) => ofLevel.slice(warmUps[index]));
  const points = whole.length > 0 ? settled.flatMap(atOneLevel) : pointOf(aggregate, seconds, 'aggregate', problems);
  if (points.length === 0 && problems.length === 0) problems.push(noRequests());
  if (problems.length > 0) throw new InputError(`load-test result ${name}`, listed(problems));
  checkBatches(atLevels.map(concurrencies), settled.map(concurrencies), 'concurrency', `load-test result ${name}`);
  const warmUpPeriods = warmUps.reduce((sum, periods) => sum + periods, 0);
  return {
    file: name,
    format: 'artillery-report',
    concurrencyKind: 'virtual-users',
    points,
    notes: [...notesOf(whole.length, levels, points.length + warmUpPeriods), ...warmUpNotes(Math.max(0, ...warmUps))],
  };
}

function pointOf({ counters, summaries }: Period, seconds: number, path: string, problems: Problem[]): LoadTestPoint[] {
  const requests = counters['http.requests'] ?? 0;
  const sessions = (counters['vusers.completed'] ?? 0) + (counters['vusers.failed'] ?? 0);
  const sessionMs = summaries['vusers.session_length']?.mean;
  if (requests === 0 || sessions === 0 || seconds <= 0) return [];
  if (sessionMs === undefined) {
    problems.push({
      path: `${path}.summaries.vusers.session_length.mean`,
      expected: 'the mean session length: run the test with a newer version of Artillery 2',
    });
    return [];
  }
  const p95LatencyMs = summaries['http.response_time']?.p95;
  return [
    {
      concurrency: concurrencyOf(sessions / seconds, sessionMs / 1_000),
      requestsPerSecond: requests / seconds,
      ...(p95LatencyMs === undefined ? {} : { p95LatencyMs: Math.max(p95LatencyMs, 1) }),
      errorShare: Math.min(1, failuresIn(counters) / requests),
    },
  ];
}

/** The points of a level, at its concurrency. Periods are equally long: the mean of their concurrencies follows from Little's law too. */
function atOneLevel(points: readonly LoadTestPoint[]): LoadTestPoint[] {
  const concurrency = points.reduce((sum, point) => sum + point.concurrency, 0) / points.length;
  return points.map((point) => ({ ...point, concurrency }));
}

/** Concurrency of each period: while a system warms up, sessions are longer, and more of them run at one arrival rate. */
function concurrencies(points: readonly LoadTestPoint[]): number[] {
  return points.map(({ concurrency }) => concurrency);
}

function warmUpNotes(mostPeriods: number): LoadTestNote[] {
  return mostPeriods === 0 ? [] : [{ kind: 'warm-up-left-out', mostSeconds: PERIOD_SECONDS * mostPeriods }];
}

/** Requests without a response, and responses with an error status. */
function failuresIn(counters: z.infer<typeof Counters>): number {
  const isFailure = (name: string) => name.startsWith('errors.') || /^http\.codes\.[45]\d\d$/.test(name);
  return Object.entries(counters).reduce((sum, [name, count]) => sum + (isFailure(name) ? count : 0), 0);
}

/** Artillery 1 wrote `requestsCompleted` and `latency` where 2 has counters and summaries. */
function isVersionOne({ aggregate }: JsonObject): boolean {
  return isJsonObject(aggregate) && 'requestsCompleted' in aggregate;
}

function versionOne(): Problem {
  return {
    path: 'aggregate',
    reason: 'is a report of Artillery 1',
    expected: 'a report of Artillery 2 (artillery run --output report.json …)',
  };
}

function noRequests(): Problem {
  return {
    path: 'aggregate.counters',
    reason: 'no HTTP requests of a completed session',
    expected: 'the counters http.requests and vusers.completed: pass the report of a test of HTTP requests',
  };
}

function notesOf(whole: number, levels: readonly ArrivalLevel[], points: number): LoadTestNote[] {
  const inLevels = levels.reduce((sum, { from, to }) => sum + to - from, 0);
  return [
    { kind: 'concurrency-from-sessions' },
    ...(whole === 0 ? [{ kind: 'single-period', periodSeconds: PERIOD_SECONDS } as const] : []),
    ...(inLevels > levels.length ? [{ kind: 'arrival-levels', count: levels.length, periodSeconds: PERIOD_SECONDS } as const] : []),
    ...(whole > inLevels ? [{ kind: 'transitions-left-out', count: whole - inLevels } as const] : []),
    ...(inLevels > points ? [{ kind: 'periods-left-out', count: inLevels - points } as const] : []),
  ];
}
