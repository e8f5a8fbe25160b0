import type { ConcurrencyKind } from '../loadtest/concurrency-kind';
import type { LoadTestNote, LoadTestsNote } from '../loadtest/note';

/** A note of a load test as a sentence, with the name of its file. */
export function loadTestsNoteText(note: LoadTestsNote): string {
  if (note.kind !== 'mixed-concurrency') return `${note.file}: ${loadTestNoteText(note)}`;
  return `Concurrency counts ${note.kinds.map((kind) => CONCURRENCY[kind]).join(' in one file and ')} in another: virtual users may think between requests, connections do not.`;
}

const CONCURRENCY: Readonly<Record<ConcurrencyKind, string>> = {
  'virtual-users': 'virtual users',
  connections: 'connections',
  unknown: 'an unknown unit',
};

/** A note of one file as a sentence. */
export function loadTestNoteText(note: LoadTestNote): string {
  switch (note.kind) {
    case 'arrival-levels':
      return `Each point is ${note.periodSeconds} seconds. Consecutive points with the same arrival rate (± 5%) are one level at their mean concurrency: ${note.count} levels.`;
    case 'concurrency-from-sessions':
      return "Artillery starts sessions at a rate and does not report how many run: concurrency is their rate times their mean length (Little's law).";
    case 'cumulative-percentiles':
      return 'Without --csv-full-history the percentiles of Locust are those since the test began, not those of a level: latency is left out.';
    case 'higher-percentile':
      return 'autocannon reports no p95: its p97.5 is used instead, which is never smaller.';
    case 'largest-percentile':
      return `The p95 of each level is the largest of ${note.count} series; that of all requests together is not larger.`;
    case 'no-p95':
      return 'The summary has no p(95): --summary-trend-stats left it out.';
    case 'periods-left-out':
      return `Periods without a request or a finished session are left out: ${note.count}.`;
    case 'ramp':
      return `Virtual users were between ${note.from} and ${note.to}, and the rate is the mean of the whole run: a ramp is one imprecise point. Use its JSON stream instead (k6 run --out json=…).`;
    case 'ramp-windows':
      return `The level changes most of the time: points are parts of a ramp of ${note.leastSeconds} to ${note.mostSeconds} seconds, at the mean of their levels. Intervals are a quarter wider, because adjacent parts are not independent. Levels that are held for 30 seconds give narrower intervals.`;
    case 'silent-levels-left-out':
      return `Periods without a response are left out: ${note.count}.`;
    case 'single-period':
      return `The run is too short for whole periods of ${note.periodSeconds} seconds: it is one point.`;
    case 'steady-levels':
      return `Each point is ${note.leastSeconds} to ${note.mostSeconds} seconds at one level of virtual users.`;
    case 'transitions-left-out':
      return `Periods between two levels are left out: ${note.count}.`;
    case 'unread-columns':
      return `Columns that are not read: ${note.columns.join(', ')}.`;
    case 'warm-up-left-out':
      return `The beginning of each level is left out until it is constant (MSER-5): up to ${note.mostSeconds} seconds.`;
  }
}
