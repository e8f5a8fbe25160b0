import { REQUESTED_CPU_SHARE } from '../../conventions/system-pods';
import type { ManifestObject } from '../../manifests/manifest-object';
import { stringAt } from '../../manifests/values';

const OURS = 'sizing-blueprints';

/** Whether this package made an object. */
export function isOfThisPackage({ raw }: ManifestObject): boolean {
  return stringAt(raw, 'metadata', 'labels', 'app.kubernetes.io/managed-by') === OURS;
}

/** The vCPUs in a definition for a CPU request: the request, and in manifests of this package the vCPUs that it is a share of. */
export function vcpuOfRequest(object: ManifestObject, requestedVcpu: number): number {
  return isOfThisPackage(object) ? Math.round((requestedVcpu / REQUESTED_CPU_SHARE) * 1000) / 1000 : requestedVcpu;
}
