import { InputError, type Problem, shown } from '../core/problems';
import { MAX_AMOUNT } from '../model/scalars';
import { listed } from './check-points';
import { levelWindows, rampNotes, type Window, warmUpNotes } from './level-windows';
import type { LoadTestPoint, LoadTestRun } from './load-test';
import type { Table, TableReader, TableRow } from './reader';

/**
 * `…_stats_history.csv` of `locust --csv …`: a row per second for all requests (`Aggregated`), and with `--csv-full-history`
 * one per endpoint too.
 * Source: locust/stats.py, StatsCSVFileWriter; https://docs.locust.io/en/stable/retrieving-stats.html
 */
export const locustHistory: TableReader = {
  format: 'locust-history',
  recognizes: (header) => header.includes('User Count') && header.includes('Total Request Count'),
  read: readHistory,
};

const AGGREGATED = 'Aggregated';

interface HistoryRow {
  readonly second: number;
  readonly concurrency: number;
  readonly requests: number;
  readonly failures: number;
  readonly p95?: number;
}

function readHistory(name: string, table: Table): LoadTestRun {
  const problems: Problem[] = [];
  const nameColumn = table.header.indexOf('Name');
  const aggregated = table.rows.filter(({ cells }) => cells[nameColumn] === AGGREGATED);
  const rows = withSucceeded(aggregated.flatMap((row) => rowOf(row, table.header, problems)).filter(({ concurrency }) => concurrency > 0));
  if (problems.length > 0) throw new InputError(`load-test result ${name}`, listed(problems));
  const windows = levelWindows(rows, `load-test result ${name}`).filter(({ from, to }) => requestsIn(rows, from, to) > 0);
  if (windows.length === 0) throw new InputError(`load-test result ${name}`, [nothingToRead(aggregated.length)]);
  const isFull = aggregated.length < table.rows.length;
  const isOneLevel = new Set(rows.map(({ concurrency }) => concurrency)).size === 1;
  const points = windows.map((window) => pointOf(rows, window, isFull || isOneLevel));
  return {
    file: name,
    format: 'locust-history',
    concurrencyKind: 'virtual-users',
    points,
    notes: [...(isFull || isOneLevel ? [] : [{ kind: 'cumulative-percentiles' } as const]), ...warmUpNotes(windows), ...rampNotes(windows)],
  };
}

function rowOf(row: TableRow, header: readonly string[], problems: Problem[]): HistoryRow[] {
  const cell = (column: string) => row.cells[header.indexOf(column)]?.trim() ?? '';
  const number = (column: string) => {
    const value = cell(column) === '' ? Number.NaN : Number(cell(column));
    if (!(value >= 0 && value <= MAX_AMOUNT))
      problems.push({ path: `line ${row.line}, ${column}`, received: shown(cell(column)), expected: `a number of 0 to ${MAX_AMOUNT}` });
    return value;
  };
  const p95 = header.includes('95%') && cell('95%') !== 'N/A' ? number('95%') : 0;
  return [
    {
      second: number('Timestamp'),
      concurrency: number('User Count'),
      requests: number('Total Request Count'),
      failures: number('Total Failure Count'),
      ...(p95 > 0 ? { p95 } : {}),
    },
  ];
}

/** Rows with their successful requests/s since the previous row; those before the first row are unknown, and count as those of the second. */
function withSucceeded(rows: readonly HistoryRow[]): (HistoryRow & { readonly succeeded: number })[] {
  return rows.map((row, index) => {
    const [before, after] = index === 0 ? [row, rows[1] ?? row] : [rows[index - 1] ?? row, row];
    const seconds = Math.max(1, after.second - before.second);
    return { ...row, succeeded: (after.requests - after.failures - before.requests + before.failures) / seconds };
  });
}

function requestsIn(rows: readonly HistoryRow[], from: number, to: number): number {
  return (rows[to - 1]?.requests ?? 0) - (rows[from]?.requests ?? 0);
}

/** Seconds that Locust's current percentiles cover. Rows within that time after a change include the previous level. */
const LOOKS_BACK_SECONDS = 10;

/** Throughput from the growth of the totals, because the column of requests/s is a moving average of 10 seconds. */
function pointOf(rows: readonly HistoryRow[], { from, to }: Window, hasLatency: boolean): LoadTestPoint {
  const window = rows.slice(from, to);
  const [first, last] = [window[0] as HistoryRow, window.at(-1) as HistoryRow];
  const seconds = last.second - first.second;
  const requests = requestsIn(rows, from, to);
  const settled = window.filter(({ second }) => second - first.second >= LOOKS_BACK_SECONDS);
  const latencies = (settled.length > 0 ? settled : [last]).flatMap(({ p95 }) => (p95 === undefined ? [] : [p95]));
  return {
    concurrency: window.reduce((sum, { concurrency }) => sum + concurrency, 0) / window.length,
    requestsPerSecond: requests / seconds,
    ...(hasLatency && latencies.length > 0 ? { p95LatencyMs: latencies.reduce((sum, value) => sum + value, 0) / latencies.length } : {}),
    errorShare: Math.min(1, (last.failures - first.failures) / requests),
  };
}

function nothingToRead(aggregatedRows: number): Problem {
  return {
    path: `rows named ${AGGREGATED}`,
    reason: aggregatedRows === 0 ? 'missing' : `no level of users is held for 5 seconds with requests in ${aggregatedRows} rows`,
    expected: 'one row per second of a test that holds each level of users for at least 5 seconds',
  };
}
