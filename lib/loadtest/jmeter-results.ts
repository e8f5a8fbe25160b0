import { InputError, type Problem, shown } from '../core/problems';
import { MS_PER_SECOND } from '../core/time';
import { MAX_AMOUNT } from '../model/scalars';
import { listed } from './check-points';
import { addLatency } from './latency-histogram';
import type { LoadTestRun } from './load-test';
import type { Table, TableReader } from './reader';
import { MAX_SECONDS, runOfSeconds, type SecondOfTest, secondOf } from './seconds-of-test';

/**
 * The results of `jmeter -n -t plan.jmx -l results.jtl` as CSV: a row for each sample, with the number of threads at its end.
 * Sources: https://jmeter.apache.org/usermanual/listeners.html#csvlogformat, and CSVSaveService and TransactionController of JMeter.
 */
export const jmeterResults: TableReader = {
  format: 'jmeter-results',
  recognizes: (header) => header.includes('timeStamp') && header.includes('elapsed'),
  read: readResults,
};

/** The columns that are read, each with the property of JMeter that saves it, and its values. JMeter saves all of them by default. */
const COLUMNS = {
  timeStamp: {
    property: 'timestamp_format=ms',
    expected: 'milliseconds since 1970: run JMeter with -Jjmeter.save.saveservice.timestamp_format=ms',
  },
  elapsed: { property: 'time=true', expected: `milliseconds of 0 to ${MAX_AMOUNT}` },
  success: { property: 'successful=true', expected: 'true or false' },
  allThreads: { property: 'thread_counts=true', expected: `a number of 0 to ${MAX_AMOUNT}` },
} as const;

type ColumnName = keyof typeof COLUMNS;

/** A row for a transaction contains the time of several requests, which have rows of their own. */
const TRANSACTION = /^Number of samples in transaction/;

/** URL of a sample without HTTP request: scripts, pauses and transactions. */
const NO_URL = ['', 'null'];

function readResults(name: string, { header, rows }: Table): LoadTestRun {
  const problems: Problem[] = (Object.keys(COLUMNS) as ColumnName[])
    .filter((column) => !header.includes(column))
    .map((column) => ({ path: `column ${column}`, expected: `the column of jmeter.save.saveservice.${COLUMNS[column].property}` }));
  const seconds = new Map<number, SecondOfTest>();
  const requests = problems.length > 0 ? [] : rows.filter(({ cells }) => isRequest(cells, header));
  for (const { line, cells } of requests) {
    const sample = sampleOf(line, cells, header, problems);
    if (problems.length === 0) count(sample, seconds);
  }
  if (problems.length === 0 && requests.length === 0) problems.push(noRequests());
  if (seconds.size > MAX_SECONDS)
    problems.push({ path: 'timeStamp', reason: 'samples of more than two days', expected: 'samples of one test' });
  if (problems.length > 0) throw new InputError(`load-test result ${name}`, listed(problems));
  return runOfSeconds(name, 'jmeter-results', seconds);
}

function isRequest(cells: readonly string[], header: readonly string[]): boolean {
  const url = header.includes('URL') ? cells[header.indexOf('URL')] : undefined;
  const message = cells[header.indexOf('responseMessage')] ?? '';
  return !(url !== undefined && NO_URL.includes(url)) && !TRANSACTION.test(message);
}

interface Sample {
  readonly startMs: number;
  readonly elapsedMs: number;
  readonly threads: number;
  readonly isSuccess: boolean;
}

function sampleOf(line: number, cells: readonly string[], header: readonly string[], problems: Problem[]): Sample {
  const cellOf = (column: ColumnName) => cells[header.indexOf(column)] ?? '';
  const report = (column: ColumnName) =>
    problems.push({ path: `line ${line}, ${column}`, received: shown(cellOf(column)), expected: COLUMNS[column].expected });
  const number = (column: ColumnName) => {
    const value = cellOf(column) === '' ? Number.NaN : Number(cellOf(column));
    if (!(value >= 0 && value <= MAX_AMOUNT)) report(column);
    return value;
  };
  const success = cellOf('success').toLowerCase();
  if (success !== 'true' && success !== 'false') report('success');
  return {
    startMs: number('timeStamp'),
    elapsedMs: number('elapsed'),
    threads: number('allThreads'),
    isSuccess: success === 'true',
  };
}

/** Counts a sample in the second in which it ends: a saturated system responds to as many requests as it handles. */
function count({ startMs, elapsedMs, threads, isSuccess }: Sample, seconds: Map<number, SecondOfTest>): void {
  const second = secondOf(seconds, Math.floor((startMs + elapsedMs) / MS_PER_SECOND));
  second.vus = threads;
  second.requests++;
  second.measuredFailures++;
  if (!isSuccess) second.failures++;
  addLatency(second.latencies, elapsedMs);
}

function noRequests(): Problem {
  return {
    path: 'rows',
    reason: 'no samples of HTTP requests',
    expected: 'a row for each request: turn off "Generate parent sample" of transaction controllers',
  };
}
