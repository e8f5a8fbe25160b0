import { z } from 'zod';
import { parseInput } from '../model/parse';
import { Count, NotNegative, Positive } from '../model/scalars';
import type { LoadTestRun } from './load-test';
import { type DocumentReader, isJsonObject, type JsonObject } from './reader';

/**
 * The result of `autocannon --json`. One run is one point.
 * Source: https://github.com/mcollina/autocannon, "autocannon(opts[, cb])", the result object.
 */
export const autocannonResult: DocumentReader = {
  format: 'autocannon-result',
  sign: 'connections, requests.total and latency.p97_5',
  recognizes: ({ connections, requests, latency }) => connections !== undefined && isJsonObject(requests) && isJsonObject(latency),
  read: readResult,
};

const Result = z.object({
  connections: Count,
  pipelining: Count.default(1),
  duration: Positive,
  requests: z.object({ total: Positive }),
  latency: z.object({ p97_5: NotNegative }),
  /** Connection errors, timeouts among them. */
  errors: NotNegative.default(0),
  /** Responses with an unexpected body. */
  mismatches: NotNegative.default(0),
  non2xx: NotNegative.default(0),
});

function readResult(name: string, document: JsonObject): LoadTestRun {
  const { connections, pipelining, duration, requests, latency, errors, mismatches, non2xx } = parseInput(Result, document, name);
  // The total does not include requests that ended in a connection error.
  const tried = requests.total + errors;
  const point = {
    concurrency: connections * pipelining,
    requestsPerSecond: tried / duration,
    // autocannon rounds down to whole milliseconds, so 0 means less than 1 ms.
    p95LatencyMs: Math.max(latency.p97_5, 1),
    errorShare: Math.min(1, (errors + mismatches + non2xx) / tried),
  };
  return {
    file: name,
    format: 'autocannon-result',
    concurrencyKind: 'connections',
    points: [point],
    notes: [{ kind: 'higher-percentile' }],
  };
}
