import { z } from 'zod';
import { own, type PlainObject } from '../core/plain-object';
import { InputError, type Problem, shown } from '../core/problems';
import { parseInput } from '../model/parse';
import { ofWorkloads } from '../scheduling/pod-recommendations';
import type { WorkloadRecommendation } from '../scheduling/recommended-requests';

/** The response of `/api/v1/query`. Source: documentation of Prometheus, HTTP API, instant queries. */
const Response = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) })).min(1),
  }),
});

type Series = z.output<typeof Response>['data']['result'][number];

/** Whether a value is a response of the HTTP API of Prometheus. */
export function isPrometheusResponse(value: PlainObject): boolean {
  return Object.hasOwn(value, 'status') && (Object.hasOwn(value, 'data') || Object.hasOwn(value, 'error'));
}

/**
 * Reads CPU (cores) and memory (bytes) of containers from the response of an instant query. A series states its container by the labels
 * `namespace`, `pod` and `container`, and its resource by the label `resource` or by the name of its metric. Series of whole pods and of
 * other resources are ignored. Throws an InputError with every problem of the file.
 */
export function prometheusRequests(value: PlainObject, subject: string): readonly WorkloadRecommendation[] {
  const failure = own(value, 'error');
  if (typeof failure === 'string')
    throw new InputError(subject, [{ path: 'error', received: shown(failure), expected: 'the response of a query that succeeded' }]);
  const { result } = parseInput(Response, value, subject).data;
  const read = result.map(readSeries);
  const problems = [...labelProblems(read), ...read.flatMap(({ problem }) => problem ?? [])];
  if (problems.length > 0) throw new InputError(subject, problems);
  const found = read.flatMap(({ recommendation }) => recommendation ?? []);
  if (found.length > 0) return ofWorkloads(found, []);
  throw new InputError(subject, [
    { path: 'data.result', reason: 'no series is of a container', expected: 'series with the label container and CPU or memory above 0' },
  ]);
}

interface ReadSeries {
  /** Labels that the series lacks. */
  readonly missing?: readonly string[];
  readonly problem?: Problem;
  readonly recommendation?: WorkloadRecommendation;
}

const RESOURCES: readonly string[] = ['cpu', 'memory'];

/** Kinds of the label `workload_type` of the rules of kube-prometheus. Source: `namespace_workload_pod:kube_pod_owner:relabel`. */
const WORKLOAD_TYPES: ReadonlyMap<string, string> = new Map(
  ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'].map((kind) => [kind.toLowerCase(), kind]),
);

function readSeries({ metric, value: [, text] }: Series, index: number): ReadSeries {
  const [namespace, pod, container = ''] = [metric.namespace, metric.pod, metric.container];
  const resource = metric.resource ?? resourceOf(metric.__name__ ?? '');
  // Series of whole pods have no container, those of the pause container have this one.
  if (container === '' || container === 'POD' || (resource !== undefined && !RESOURCES.includes(resource))) return {};
  const kind = WORKLOAD_TYPES.get(metric.workload_type ?? '');
  const name = kind === undefined ? pod : metric.workload;
  const missing = Object.entries({ namespace, [kind === undefined ? 'pod' : 'workload']: name, resource })
    .filter(([, label]) => label === undefined)
    .map(([label]) => label);
  if (namespace === undefined || name === undefined || resource === undefined) return { missing };
  const amount = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(amount) || amount < 0)
    return { problem: { path: `data.result.${index}.value.1`, received: shown(text), expected: 'a number of at least 0' } };
  // A request of 0 is no request.
  if (amount === 0) return {};
  const containers = new Map([[container, { [resource]: resource === 'memory' ? Math.ceil(amount) : amount }]]);
  return { recommendation: { namespace, ...(kind === undefined && { group: '' }), kind: kind ?? 'Pod', name, containers } };
}

/** The resource of a metric of cAdvisor, or of a rule of kube-prometheus about one. The counter of CPU time itself is no amount of cores. */
function resourceOf(metric: string): string | undefined {
  if (/container_memory_(?:working_set|usage)_bytes|container_memory_rss/.test(metric)) return 'memory';
  const [, aggregation] = metric.split('container_cpu_usage_seconds_total:');
  return aggregation?.includes('rate') ? 'cpu' : undefined;
}

/** One problem for each label, because a query usually drops it from all series. */
function labelProblems(read: readonly ReadSeries[]): readonly Problem[] {
  const labels = [...new Set(read.flatMap(({ missing = [] }) => missing))];
  return labels.map((label) => {
    const count = read.filter(({ missing = [] }) => missing.includes(label)).length;
    const expected = label === 'resource' ? 'cpu or memory as its value' : 'it in every series';
    return { path: 'data.result', reason: `${count} of ${read.length} series lack the label ${label}`, expected };
  });
}
