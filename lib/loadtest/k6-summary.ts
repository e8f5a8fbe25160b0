import { z } from 'zod';
import { InputError } from '../core/problems';
import { parseInput } from '../model/parse';
import { NotNegative, Positive, Share } from '../model/scalars';
import type { LoadTestPoint, LoadTestRun } from './load-test';
import type { LoadTestNote } from './note';
import { type DocumentReader, isJsonObject, type JsonObject } from './reader';

/**
 * The summary at the end of a k6 run, in each of its three layouts. One run is one point.
 * - `--summary-export`: the values of a metric directly below its name.
 * - `handleSummary(data)`: below `values`, with `state.testRunDurationMs`.
 * - `--new-machine-readable-summary` (k6 1.5 and later): a list in `results.metrics`, with `config.duration` in seconds.
 * Sources: https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/ and k6's
 * internal/lib/summary/machinereadable.
 */
export const k6Summary: DocumentReader = {
  format: 'k6-summary',
  sign: 'metrics.http_reqs',
  recognizes: (document) => metricsOf(document)?.http_reqs !== undefined || looksLikeEmptySummary(document),
  read: readSummary,
};

type Metrics = Readonly<Record<string, JsonObject>>;

function metricsOf(document: JsonObject): Metrics | undefined {
  const { metrics, results } = document;
  if (isJsonObject(metrics)) return mapValues(metrics, (metric) => (isJsonObject(metric.values) ? metric.values : metric));
  if (isJsonObject(results) && Array.isArray(results.metrics)) return ofList(results.metrics);
  return undefined;
}

function mapValues(metrics: JsonObject, of: (metric: JsonObject) => JsonObject): Metrics {
  return Object.fromEntries(Object.entries(metrics).flatMap(([name, metric]) => (isJsonObject(metric) ? [[name, of(metric)]] : [])));
}

function ofList(metrics: readonly unknown[]): Metrics {
  return Object.fromEntries(
    metrics.flatMap((metric) =>
      isJsonObject(metric) && typeof metric.name === 'string' && isJsonObject(metric.values) ? [[metric.name, metric.values]] : [],
    ),
  );
}

/** A summary of a run without HTTP requests is recognized too, so that the error can name what is missing. */
function looksLikeEmptySummary(document: JsonObject): boolean {
  const metrics = metricsOf(document);
  return metrics !== undefined && ('root_group' in document || 'vus' in metrics || 'iterations' in metrics);
}

const Summary = z.object({
  http_reqs: z.object({ count: Positive, rate: Positive.optional() }),
  vus: z.object({ min: NotNegative.optional(), max: Positive }).optional(),
  vus_max: z.object({ value: Positive.optional(), max: Positive.optional() }).optional(),
  http_req_duration: z.object({ 'p(95)': Positive.optional() }).optional(),
  http_req_failed: z.object({ rate: Share.optional(), value: Share.optional() }).optional(),
});

function readSummary(name: string, document: JsonObject): LoadTestRun {
  const summary = parseInput(Summary, metricsOf(document), `load-test result ${name}`);
  const { http_reqs, http_req_duration, http_req_failed } = summary;
  const concurrency = summary.vus?.max ?? summary.vus_max?.max ?? summary.vus_max?.value;
  const seconds = secondsOf(document);
  const requestsPerSecond = http_reqs.rate ?? (seconds === undefined ? undefined : http_reqs.count / seconds);
  const problems = [];
  if (concurrency === undefined) problems.push({ path: 'vus', expected: 'a metric with the number of virtual users' });
  if (requestsPerSecond === undefined)
    problems.push({ path: 'http_reqs.rate', expected: 'requests per second, or the duration of the run' });
  if (concurrency === undefined || requestsPerSecond === undefined) throw new InputError(`load-test result ${name}`, problems);
  const p95LatencyMs = http_req_duration?.['p(95)'];
  const errorShare = http_req_failed?.rate ?? http_req_failed?.value;
  const point: LoadTestPoint = {
    concurrency,
    requestsPerSecond,
    ...(p95LatencyMs === undefined ? {} : { p95LatencyMs }),
    ...(errorShare === undefined ? {} : { errorShare }),
  };
  const notes = [...rampNotes(summary.vus), ...(p95LatencyMs === undefined ? [{ kind: 'no-p95' } as const] : [])];
  return { file: name, format: 'k6-summary', concurrencyKind: 'virtual-users', points: [point], notes };
}

/** Share of the maximum of virtual users from which the level counts as constant: at the end of a run, users stop one by one. */
const RAMP = 0.5;

function rampNotes(vus: z.infer<typeof Summary>['vus']): LoadTestNote[] {
  if (vus?.min === undefined || vus.min >= RAMP * vus.max) return [];
  return [{ kind: 'ramp', from: vus.min, to: vus.max }];
}

function secondsOf({ config, state }: JsonObject): number | undefined {
  if (isJsonObject(config) && typeof config.duration === 'number' && config.duration > 0) return config.duration;
  if (isJsonObject(state) && typeof state.testRunDurationMs === 'number' && state.testRunDurationMs > 0)
    return state.testRunDurationMs / 1_000;
  return undefined;
}
