import type { ManifestObject } from '../manifests/manifest-object';
import type { RequestDefaults } from './pod-requests';

/** Requests that an autoscaler recommends for the containers of one workload. */
export interface WorkloadRecommendation {
  /** Namespace of the workload. */
  readonly namespace: string;
  /** API group of the workload, such as `apps`; empty for the core group. Absent: any group, because the autoscaler states none. */
  readonly group?: string;
  /** Kind of the workload: `Deployment`. */
  readonly kind: string;
  /** Name of the workload. */
  readonly name: string;
  /** Recommended quantities of `cpu` and `memory` by name of the container. */
  readonly containers: ReadonlyMap<string, RequestDefaults>;
}

/**
 * The recommendation for an object. One without a namespace, as `helm template` writes it, has the recommendation for the only workload
 * of its kind and name; undefined where several namespaces have one, because `kubectl` decides which of them it is.
 */
export function recommendationFor(
  object: ManifestObject,
  recommendations: readonly WorkloadRecommendation[],
): WorkloadRecommendation | undefined {
  const candidates = recommendations.filter(
    ({ group, kind, name }) => kind === object.kind && name === object.name && (group ?? object.group) === object.group,
  );
  const [only, another] =
    object.namespace === undefined ? candidates : candidates.filter(({ namespace }) => namespace === object.namespace);
  return another === undefined ? only : undefined;
}
