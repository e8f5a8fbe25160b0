/** What a load test measured at one level of concurrency. */
export interface LoadTestPoint {
  /** Users, virtual users or connections at the same time: which of them, the run says. Above 0. */
  readonly concurrency: number;
  /** Requests answered a second, errors among them. Above 0. */
  readonly requestsPerSecond: number;
  /** Milliseconds that 95% of the requests took at most. Absent where the tool does not tell. */
  readonly p95LatencyMs?: number;
  /** Share of the requests that failed, 0 to 1. Absent where the tool does not tell. */
  readonly errorShare?: number;
}

/** Formats of load-test results that can be read. */
export const LOAD_TEST_FORMATS = ['k6-summary', 'k6-stream', 'locust-history', 'artillery-report', 'autocannon-result', 'csv'] as const;
/** Format of load-test results. */
export type LoadTestFormat = (typeof LOAD_TEST_FORMATS)[number];

/**
 * What concurrency counts. Virtual users may think between their requests, connections do not: the same number of each is
 * not the same load.
 */
export const CONCURRENCY_KINDS = ['virtual users', 'connections', 'as the file says'] as const;
/** What the concurrency of a load test counts. */
export type ConcurrencyKind = (typeof CONCURRENCY_KINDS)[number];

/** The points of one file, and what has to be known to believe them. */
export interface LoadTestRun {
  /** Name of the file. */
  readonly file: string;
  /** Format of the file. */
  readonly format: LoadTestFormat;
  /** What the concurrency counts. */
  readonly concurrencyKind: ConcurrencyKind;
  /** The measured points. */
  readonly points: readonly LoadTestPoint[];
  /** What was left out, stands in for something else or limits what the points can say. Sentences. */
  readonly notes: readonly string[];
}

/** A file as it is read: whoever opens it decides how. A gigabyte is read in pieces and never held whole. */
export interface LoadTestFile {
  /** Name of the file, for messages. */
  readonly name: string;
  /** The content, in pieces. */
  readonly content: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;
}

/** Requests a second that succeeded: what users got done. */
export function succeededPerSecond({ requestsPerSecond, errorShare = 0 }: LoadTestPoint): number {
  return requestsPerSecond * (1 - errorShare);
}
