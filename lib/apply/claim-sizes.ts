import { quantityOf } from '../core/quantity';
import type { ManifestObject } from '../manifests/manifest-object';
import { at, itemsAt, numberAt, stringAt } from '../manifests/values';
import { changedFields } from './changed-fields';
import type { ClaimSize } from './object-change';

const SIZE = ['spec', 'resources', 'requests', 'storage'] as const;
const SIZE_FIELD = SIZE.join('.');

/** Volume claim templates of a StatefulSet with other sizes; undefined where they differ in more than their sizes. */
export function claimSizes(before: ManifestObject, after: ManifestObject): readonly ClaimSize[] | undefined {
  const templatesOf = ({ raw }: ManifestObject) => itemsAt(raw, 'spec', 'volumeClaimTemplates').map(({ value }) => value);
  const [old, next] = [templatesOf(before), templatesOf(after)];
  if (old.length !== next.length) return undefined;
  const pairs = old.map((template, index) => ({ template, changed: next[index], fields: changedFields(template, next[index]) }));
  if (pairs.some(({ fields }) => fields.some((field) => field !== SIZE_FIELD))) return undefined;
  return pairs.flatMap(({ template, changed, fields }) => {
    const [name = '', from, to] = [stringAt(template, 'metadata', 'name'), at(template, ...SIZE), at(changed, ...SIZE)];
    const [small, large] = [quantityOf(from), quantityOf(to)];
    if (fields.length === 0 || small === large) return [];
    const isLarger = small !== undefined && large !== undefined && large > small;
    return [{ template: name, from: String(from), to: String(to), isLarger, claims: claimsOf(name, before) }];
  });
}

/** Names of claims: template, StatefulSet and number of the pod. Source: Kubernetes documentation, "StatefulSets", stable storage. */
function claimsOf(template: string, { name, raw }: ManifestObject): readonly string[] {
  const first = numberAt(raw, 'spec', 'ordinals', 'start') ?? 0;
  const count = numberAt(raw, 'spec', 'replicas') ?? 1;
  return Array.from({ length: count }, (_, index) => `${template}-${name}-${first + index}`);
}
