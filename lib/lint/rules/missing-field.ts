import type { ManifestObject, Path } from '../../manifests/manifest-object';
import type { Rule } from '../rule';
import { structureOf } from '../structure-of';

export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  description: 'Required field is missing',
  fix: 'Add the field',
  check: (context) => structureOf(context)['missing-field'].filter(({ object, path }) => !isAddedByKustomize(object, path)),
};

/** The selectors of workloads to which `commonLabels` and `labels` of a kustomization add labels. */
function isAddedByKustomize({ hasAddedLabels, hasAddedNamespace }: ManifestObject, path: Path): boolean {
  if (hasAddedNamespace === true && path.slice(-2).join('.') === 'service.namespace') return true;
  return hasAddedLabels === true && (path.join('.') === 'spec.selector' || path.join('.') === 'spec.selector.matchLabels');
}
