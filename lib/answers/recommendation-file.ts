import { z } from 'zod';
import { isPlainObject, own } from '../core/plain-object';
import { InputError, type Problem, shown } from '../core/problems';
import { quantityOf } from '../core/quantity';
import { readText } from '../io/files';
import { parseJson } from '../io/parse-json';
import { parseInput } from '../model/parse';
import type { WorkloadRecommendation } from '../scheduling/recommended-requests';
import { isPrometheusResponse, prometheusRequests } from './prometheus-requests';

const EXPECTED =
  'VerticalPodAutoscalers, as `kubectl get vpa -A -o json` writes them, or the response of a query of Prometheus (/api/v1/query)';
const MAX_BYTES = 100_000_000;

const Name = z.string().min(1);
const quantity = (example: string) => {
  const expected = `a quantity above 0, such as ${example}`;
  return z.union([z.string(), z.number()]).refine((value) => (quantityOf(value) ?? 0) > 0, expected);
};

const ContainerRecommendation = z.object({
  containerName: Name,
  target: z.object({ cpu: quantity('100m').optional(), memory: quantity('128Mi').optional() }),
});

/**
 * The fields of a VerticalPodAutoscaler that state its recommendation, which it has once the recommender has seen the pods. Source:
 * `types.go` of autoscaling.k8s.io/v1 in kubernetes/autoscaler.
 */
const VerticalPodAutoscaler = z.object({
  kind: z.literal('VerticalPodAutoscaler'),
  metadata: z.object({ namespace: Name }),
  spec: z.object({ targetRef: z.object({ apiVersion: z.string().optional(), kind: Name, name: Name }) }),
  status: z
    .object({ recommendation: z.object({ containerRecommendations: z.array(ContainerRecommendation).optional() }).optional() })
    .optional(),
});

const List = z.object({ items: z.array(VerticalPodAutoscaler).min(1) });

/**
 * Reads recommended or measured requests from JSON: VerticalPodAutoscalers that `kubectl get` wrote, a list or one object, or the response
 * of an instant query of Prometheus with the labels `namespace`, `pod`, `container` and `resource`. Measurements are of pods (kind `Pod`);
 * an estimate uses them for the workloads whose pods they are by their names. Throws an InputError with every problem of the file, and for a
 * workload with several autoscalers, whose behavior is undefined.
 */
export function readRecommendations(path: string): readonly WorkloadRecommendation[] {
  const subject = `recommendations ${path}`;
  const value = parseJson(readText(path, subject, { expected: `a file of ${EXPECTED}`, maxBytes: MAX_BYTES }), subject);
  if (isPlainObject(value) && isPrometheusResponse(value)) return prometheusRequests(value, subject);
  if (!isPlainObject(value) || !(Object.hasOwn(value, 'items') || isAutoscaler(value)))
    throw new InputError(subject, [{ path: 'file', received: shown(value), expected: EXPECTED }]);
  const read = isAutoscaler(value) ? [parseInput(VerticalPodAutoscaler, value, subject)] : parseInput(List, value, subject).items;
  const recommendations = read.map(recommendationOf);
  const problems = recommendations.flatMap((recommendation, index): Problem[] => {
    const first = recommendations.findIndex((other) => idOf(other) === idOf(recommendation));
    if (first === index) return [];
    const reason = `${idOf(recommendation)} is the target of items.${first} too`;
    return [{ path: `items.${index}.spec.targetRef`, reason, expected: 'one VerticalPodAutoscaler for each workload' }];
  });
  if (problems.length > 0) throw new InputError(subject, problems);
  return recommendations;
}

function isAutoscaler(value: unknown): boolean {
  return isPlainObject(value) && own(value, 'kind') === 'VerticalPodAutoscaler';
}

function recommendationOf({ metadata, spec: { targetRef }, status }: z.output<typeof VerticalPodAutoscaler>): WorkloadRecommendation {
  const { apiVersion, kind, name } = targetRef;
  const containers = status?.recommendation?.containerRecommendations ?? [];
  return {
    namespace: metadata.namespace,
    ...(apiVersion !== undefined && { group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '' }),
    kind,
    name,
    containers: new Map(
      containers.map(({ containerName, target: { cpu, memory } }) => [
        containerName,
        { ...(cpu !== undefined && { cpu }), ...(memory !== undefined && { memory }) },
      ]),
    ),
  };
}

function idOf({ namespace, group = '', kind, name }: WorkloadRecommendation): string {
  return `${namespace}/${group === '' ? '' : `${group}/`}${kind}/${name}`;
}
