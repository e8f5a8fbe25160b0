import type { ConcurrencyKind } from './concurrency-kind';

/** Kinds of notes of one file. */
export const LOAD_TEST_NOTES = [
  'arrival-levels',
  'concurrency-from-sessions',
  'cumulative-percentiles',
  'higher-percentile',
  'largest-percentile',
  'no-p95',
  'periods-left-out',
  'ramp',
  'ramp-windows',
  'silent-levels-left-out',
  'single-period',
  'steady-levels',
  'transitions-left-out',
  'unread-columns',
  'warm-up-left-out',
] as const;

/** Data of a load-test result that was left out or replaced, or that limits its points. `lib/output` words it. */
export type LoadTestNote =
  /** Periods of Artillery with the same arrival rate are one level. */
  | {
      readonly kind: 'arrival-levels';
      /** Number of levels. */
      readonly count: number;
      /** Length of a period in seconds. */
      readonly periodSeconds: number;
    }
  /** Artillery states no concurrency: it is computed from the rate and the mean length of sessions. */
  | { readonly kind: 'concurrency-from-sessions' }
  /** Locust's percentiles are those since the test began, not those of a level: latency is left out. */
  | { readonly kind: 'cumulative-percentiles' }
  /** autocannon reports p97.5 instead of p95. */
  | { readonly kind: 'higher-percentile' }
  /** The p95 of a level is the largest one of several series. */
  | {
      readonly kind: 'largest-percentile';
      /** Number of series. */
      readonly count: number;
    }
  /** The summary of k6 has no p95. */
  | { readonly kind: 'no-p95' }
  /** Periods without a request or a finished session are left out. */
  | {
      readonly kind: 'periods-left-out';
      /** Number of periods. */
      readonly count: number;
    }
  /** A summary of k6 mixes levels. */
  | {
      readonly kind: 'ramp';
      /** Fewest virtual users. */
      readonly from: number;
      /** Most virtual users. */
      readonly to: number;
    }
  /** The level of concurrency changes all the time: each point is a short part of the ramp. */
  | {
      readonly kind: 'ramp-windows';
      /** Shortest part in seconds. */
      readonly leastSeconds: number;
      /** Longest part in seconds. */
      readonly mostSeconds: number;
    }
  /** Stretches of one level without a response are left out. */
  | {
      readonly kind: 'silent-levels-left-out';
      /** Number of stretches. */
      readonly count: number;
    }
  /** The run is too short for whole periods: it is one point. */
  | {
      readonly kind: 'single-period';
      /** Length of a period in seconds. */
      readonly periodSeconds: number;
    }
  /** Each point is a stretch at one level of virtual users. */
  | {
      readonly kind: 'steady-levels';
      /** Shortest stretch in seconds. */
      readonly leastSeconds: number;
      /** Longest stretch in seconds. */
      readonly mostSeconds: number;
    }
  /** Periods between two levels are left out. */
  | {
      readonly kind: 'transitions-left-out';
      /** Number of periods. */
      readonly count: number;
    }
  /** Columns are not read. */
  | {
      readonly kind: 'unread-columns';
      /** Their names. */
      readonly columns: readonly string[];
    }
  /** The beginning of each level is left out, until its throughput is constant. */
  | {
      readonly kind: 'warm-up-left-out';
      /** Seconds that are left out of the level with the longest warm-up. */
      readonly mostSeconds: number;
    };

/** A note of a load test with several files. */
export type LoadTestsNote =
  | (LoadTestNote & {
      /** Name of the file that the note is about. */
      readonly file: string;
    })
  /** The concurrency of the files has different units. */
  | {
      readonly kind: 'mixed-concurrency';
      /** The units. */
      readonly kinds: readonly ConcurrencyKind[];
    };
