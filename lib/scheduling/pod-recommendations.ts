import { quantityOf } from '../core/quantity';
import type { ManifestObject } from '../manifests/manifest-object';
import { mayBePodOf } from './generated-pod-name';
import type { RequestDefaults } from './pod-requests';
import type { WorkloadRecommendation } from './recommended-requests';

/**
 * Recommendations for pods, such as measurements, as recommendations for the workloads whose pods they are by their names. Each container
 * has the largest value of the pods, because all pods of a workload have the same requests. Where the names of several workloads fit,
 * the longest one counts; pods that fit none, or several of the same length, stay recommendations for pods.
 */
export function ofWorkloads(
  recommendations: readonly WorkloadRecommendation[],
  objects: readonly ManifestObject[],
): readonly WorkloadRecommendation[] {
  const byId = new Map<string, WorkloadRecommendation>();
  for (const recommendation of recommendations) {
    const owner = ownerOf(recommendation, objects);
    const found = owner === undefined ? recommendation : { ...recommendation, group: owner.group, kind: owner.kind, name: owner.name };
    const id = [found.namespace, found.group ?? '*', found.kind, found.name].join('/');
    const other = byId.get(id);
    byId.set(id, other === undefined ? found : { ...found, containers: largest(other.containers, found.containers) });
  }
  return [...byId.values()];
}

function ownerOf({ kind, namespace, name: pod }: WorkloadRecommendation, objects: readonly ManifestObject[]): ManifestObject | undefined {
  if (kind !== 'Pod') return undefined;
  const owners = objects
    .filter((object) => (object.namespace ?? namespace) === namespace && mayBePodOf(pod, object.kind, object.name))
    .sort((a, b) => b.name.length - a.name.length);
  return owners[0]?.name.length === owners[1]?.name.length ? undefined : owners[0];
}

type Containers = WorkloadRecommendation['containers'];

function largest(some: Containers, others: Containers): Containers {
  const merged = new Map(some);
  for (const [name, requests] of others) merged.set(name, largestOf(merged.get(name) ?? {}, requests));
  return merged;
}

function largestOf(some: RequestDefaults, others: RequestDefaults): RequestDefaults {
  const larger = (resource: 'cpu' | 'memory') =>
    (quantityOf(others[resource]) ?? 0) > (quantityOf(some[resource]) ?? 0) ? others[resource] : some[resource];
  const [cpu, memory] = [larger('cpu'), larger('memory')];
  return { ...(cpu !== undefined && { cpu }), ...(memory !== undefined && { memory }) };
}
