/** Finds the fields of custom resources that only one of the two known releases of their operator has. */
import { releaseFields } from '../../lib/lint/release-fields';
import { type ManifestObject, pathText } from '../../lib/manifests/manifest-object';

/** `Cluster: spec.env (newest)`: kinds and fields that the oldest supported release, or the newest, does not know. */
export function releaseBoundFields(object: ManifestObject): string[] {
  return releaseFields(object).map(({ path, release }) => {
    const field = pathText(path.map((step) => (typeof step === 'number' ? 0 : step)));
    return `${object.kind}: ${field} (${release})`;
  });
}
