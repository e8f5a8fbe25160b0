import { isPlainObject } from '../core/plain-object';
import { InputError, type Problem, shown } from '../core/problems';
import { MAX_AMOUNT } from '../model/scalars';
import { listed } from './check-points';
import { addLatency } from './latency-histogram';
import type { LoadTestRun } from './load-test';
import { MAX_SECONDS, runOfSeconds, type SecondOfTest, secondOf } from './seconds-of-test';

/**
 * `k6 run --out json=…`: one JSON object per line, `Metric` where a metric is declared, `Point` for each sample.
 * Source: https://grafana.com/docs/k6/latest/results-output/real-time/json/
 */
export function looksLikeK6Stream(firstLine: string): boolean {
  try {
    const value: unknown = JSON.parse(firstLine);
    return isPlainObject(value) && (value.type === 'Metric' || value.type === 'Point') && typeof value.metric === 'string';
  } catch {
    return false;
  }
}

/** The metrics that are read. Lines of other metrics are skipped without being parsed. */
const NEEDED = /"metric"\s*:\s*"(vus|http_reqs|http_req_duration|http_req_failed)"/;

/** Number of problems after which reading stops. */
const MAX_PROBLEMS = 100;

/** Reads line by line and keeps only counts for each second. */
export async function readK6Stream(
  name: string,
  lines: AsyncIterable<{ readonly number: number; readonly line: string }>,
): Promise<LoadTestRun> {
  const seconds = new Map<number, SecondOfTest>();
  const problems: Problem[] = [];
  for await (const { number, line } of lines) {
    const problem = readLine(line, number, seconds);
    if (problem !== undefined) problems.push(problem);
    if (seconds.size > MAX_SECONDS)
      problems.push({ path: `line ${number}`, reason: 'sample of a third day', expected: 'samples of one test of up to two days' });
    if (problems.length >= MAX_PROBLEMS || seconds.size > MAX_SECONDS) break;
  }
  if (problems.length === 0) problems.push(...missingMetrics(seconds));
  if (problems.length > 0) throw new InputError(`load-test result ${name}`, listed(problems));
  return runOfSeconds(name, 'k6-stream', seconds);
}

function readLine(line: string, number: number, seconds: Map<number, SecondOfTest>): Problem | undefined {
  const path = `line ${number}`;
  const metric = NEEDED.exec(line)?.[1];
  if (metric === undefined && isWholeObject(line)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const received = shown(line);
    return {
      path,
      received,
      expected: 'one JSON object: the file is truncated or damaged, so repeat the test or delete the line',
    };
  }
  if (!isPlainObject(value) || value.type === 'Metric') return undefined;
  return readPoint(metric ?? '', value.data, path, seconds);
}

/** Whether a skipped line is complete. */
function isWholeObject(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith('{') && trimmed.endsWith('}');
}

function readPoint(metric: string, data: unknown, path: string, seconds: Map<number, SecondOfTest>): Problem | undefined {
  if (!isPlainObject(data)) return { path: `${path}.data`, received: shown(data), expected: 'an object with time and value' };
  const time = typeof data.time === 'string' ? Date.parse(data.time) : Number.NaN;
  if (Number.isNaN(time)) return { path: `${path}.data.time`, received: shown(data.time), expected: 'a time such as 2026-01-31T12:00:00Z' };
  const { value } = data;
  if (typeof value !== 'number' || !(value >= 0 && value <= MAX_AMOUNT))
    return { path: `${path}.data.value`, received: shown(value), expected: `a number of 0 to ${MAX_AMOUNT}` };
  count(metric, value, secondOf(seconds, Math.floor(time / 1_000)));
  return undefined;
}

function count(metric: string, value: number, second: SecondOfTest): void {
  switch (metric) {
    case 'vus':
      second.vus = value;
      break;
    case 'http_reqs':
      second.requests += value;
      break;
    case 'http_req_failed':
      second.failures += value;
      second.measuredFailures++;
      break;
    case 'http_req_duration':
      addLatency(second.latencies, value);
      break;
  }
}

function missingMetrics(seconds: ReadonlyMap<number, SecondOfTest>): Problem[] {
  const all = [...seconds.values()];
  const problems: Problem[] = [];
  if (!all.some(({ vus }) => vus !== undefined)) problems.push(missing('vus'));
  if (!all.some(({ requests }) => requests > 0)) problems.push(missing('http_reqs'));
  return problems;
}

function missing(metric: string): Problem {
  return {
    path: metric,
    reason: 'no samples',
    expected: `samples of ${metric}: pass the whole output of a test of HTTP requests (k6 run --out json=…)`,
  };
}
