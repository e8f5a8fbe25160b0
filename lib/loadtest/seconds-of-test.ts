import { InputError } from '../core/problems';
import { type LatencyHistogram, latencyPercentile } from './latency-histogram';
import { LEAST_SECONDS, levelWindows, rampNotes, steadyNotes } from './level-windows';
import type { LoadTestFormat, LoadTestPoint, LoadTestRun } from './load-test';
import type { LoadTestNote } from './note';

/** Longest duration of one test in seconds: two days. It bounds the memory for files of any size. */
export const MAX_SECONDS = 172_800;

/** Counts of one second of a test. */
export interface SecondOfTest {
  /** Virtual users; undefined where the second does not state them. */
  vus?: number;
  /** Number of requests. */
  requests: number;
  /** Number of failed requests. */
  failures: number;
  /** Number of requests that are known to have failed or not. */
  measuredFailures: number;
  /** Their response times. */
  readonly latencies: LatencyHistogram;
}

/** The counts of a second, which are 0 if it is new. */
export function secondOf(seconds: Map<number, SecondOfTest>, second: number): SecondOfTest {
  const known = seconds.get(second);
  if (known !== undefined) return known;
  const made: SecondOfTest = { requests: 0, failures: 0, measuredFailures: 0, latencies: new Map() };
  seconds.set(second, made);
  return made;
}

interface TimedSecond extends SecondOfTest {
  readonly second: number;
  readonly concurrency: number;
  readonly succeeded: number;
}

/** A point for each level of virtual users. Throws an InputError if none is long enough. */
export function runOfSeconds(name: string, format: LoadTestFormat, seconds: ReadonlyMap<number, SecondOfTest>): LoadTestRun {
  const timeline = timelineOf(seconds);
  const windows = levelWindows(timeline, `load-test result ${name}`);
  const points = windows.map(({ from, to }) => pointOf(timeline.slice(from, to))).filter((point) => point !== undefined);
  if (points.length === 0) {
    const expected = `at least ${LEAST_SECONDS} seconds at one level of virtual users, with responses`;
    throw new InputError(`load-test result ${name}`, [
      { path: 'virtual users', reason: `no steady level in ${timeline.length} seconds`, expected },
    ]);
  }
  const silent = windows.length - points.length;
  const notes: readonly LoadTestNote[] = [
    ...steadyNotes(windows),
    ...rampNotes(windows),
    ...(silent > 0 ? [{ kind: 'silent-levels-left-out', count: silent } as const] : []),
  ];
  return { file: name, format, concurrencyKind: 'virtual-users', points, notes };
}

/** Every second from the first to the last whole one. Seconds without samples have no requests. */
function timelineOf(seconds: ReadonlyMap<number, SecondOfTest>): TimedSecond[] {
  const known = [...seconds.keys()].sort((a, b) => a - b);
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  const timeline: TimedSecond[] = [];
  let concurrency = 0;
  for (let second = first; second <= Math.min(last, first + MAX_SECONDS); second++) {
    const found = seconds.get(second);
    concurrency = found?.vus ?? concurrency;
    const counts = found ?? { requests: 0, failures: 0, measuredFailures: 0, latencies: new Map() };
    // The first and the last second are only partly within the test.
    if (concurrency > 0 && second > first && second < last)
      timeline.push({ ...counts, second, concurrency, succeeded: counts.requests - counts.failures });
  }
  return timeline;
}

function pointOf(window: readonly TimedSecond[]): LoadTestPoint | undefined {
  const sum = (of: (second: TimedSecond) => number) => window.reduce((total, second) => total + of(second), 0);
  const requests = sum((second) => second.requests);
  if (requests === 0) return undefined;
  const measured = sum((second) => second.measuredFailures);
  const latency = latencyPercentile(
    window.map(({ latencies }) => latencies),
    0.95,
  );
  return {
    concurrency: sum((second) => second.concurrency) / window.length,
    requestsPerSecond: requests / window.length,
    ...(latency === undefined ? {} : { p95LatencyMs: latency }),
    ...(measured === 0 ? {} : { errorShare: sum((second) => second.failures) / measured }),
  };
}
