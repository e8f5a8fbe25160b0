import { InputError } from '../core/problems';
import type { ManifestObject } from '../manifests/manifest-object';
import { readManifests } from '../manifests/read-manifests';

/**
 * The CustomResourceDefinitions in files and folders; other objects are ignored. Throws an InputError for files that are not manifests,
 * and when there are none.
 */
export function readDefinitions(paths: readonly string[]): readonly ManifestObject[] {
  if (paths.length === 0) return [];
  const definitions = readManifests(paths).objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
  if (definitions.length > 0) return definitions;
  const expected = 'at least one object of the kind CustomResourceDefinition';
  throw new InputError('CustomResourceDefinitions', [{ path: paths.join(', '), reason: 'contains none', expected }]);
}
