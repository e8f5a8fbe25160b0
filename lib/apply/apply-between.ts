import { quantityOf } from '../core/quantity';
import type { ManifestObject } from '../manifests/manifest-object';
import { at } from '../manifests/values';
import type { ApplyClass } from './apply-class';
import { changedFields } from './changed-fields';
import { claimSizes } from './claim-sizes';
import { IMMUTABLE_FIELDS } from './immutable-fields';
import type { ObjectChange, ObjectName } from './object-change';
import { leastPodsOf, replacementOf } from './pod-replacement';

/** Effects of `kubectl apply` of the second manifests on each object of a cluster that runs the first, in the order of the second. */
export function applyBetween(before: readonly ManifestObject[], after: readonly ManifestObject[]): readonly ObjectChange[] {
  const [old, next] = [byName(before), byName(after)];
  return [
    ...[...next].map(([key, object]) => {
      const deployed = old.get(key);
      return deployed === undefined ? plainChange(object, 'created') : changeOf(deployed, object, before);
    }),
    ...[...old].filter(([key]) => !next.has(key)).map(([, object]) => plainChange(object, 'remaining')),
  ];
}

/** The last of several objects with one name counts, as with `kubectl apply`. Versions of one kind are the same object. */
function byName(objects: readonly ManifestObject[]): ReadonlyMap<string, ManifestObject> {
  return new Map(objects.map((object) => [JSON.stringify([object.group, object.kind, object.namespace, object.name]), object]));
}

function nameOf({ group, kind, name, namespace }: ManifestObject): ObjectName {
  return { group, kind, name, ...(namespace !== undefined && { namespace }) };
}

function plainChange(object: ManifestObject, changeClass: ApplyClass): ObjectChange {
  return { ...nameOf(object), class: changeClass, fields: [], immutable: [], sizes: [] };
}

function changeOf(before: ManifestObject, after: ManifestObject, deployed: readonly ManifestObject[]): ObjectChange {
  const refusal = IMMUTABLE_FIELDS[`${after.group}/${after.kind}`];
  const fields = changedFields(before.raw, after.raw, refusal?.defaults).filter((field) => field !== 'apiVersion');
  if (fields.length === 0) return plainChange(after, 'unchanged');
  const immutable = [
    ...fields.filter((field) => refusal?.isImmutable(field, before.raw, after.raw) === true),
    ...fields.filter((field) => field === CLAIM_SIZE && shrinks(before, after)),
  ];
  const change = { ...nameOf(after), fields, immutable };
  if (immutable.length === 0) {
    return { ...change, class: acceptedClass(before, after, fields, deployed), sizes: [] };
  }
  const sizes = immutable.every((field) => field === 'spec.volumeClaimTemplates') ? claimSizes(before, after) : undefined;
  const remedy =
    sizes?.every(({ isLarger }) => isLarger) === true ? 'grow-claims' : refusal?.isReplaceable === true ? 'delete-first' : undefined;
  return {
    ...change,
    class: 'rejected',
    sizes: sizes ?? [],
    ...(refusal !== undefined && { source: refusal.source }),
    ...(remedy !== undefined && { remedy }),
  };
}

const CLAIM_SIZE = 'spec.resources.requests.storage';

/** A claim can grow and not shrink. Source: Kubernetes documentation, "Persistent Volumes", expanding persistent volumes claims. */
function shrinks(before: ManifestObject, after: ManifestObject): boolean {
  if (after.kind !== 'PersistentVolumeClaim') return false;
  const [from, to] = [before, after].map(({ raw }) => quantityOf(at(raw, 'spec', 'resources', 'requests', 'storage')));
  return from === undefined || to === undefined || to < from;
}

function acceptedClass(
  before: ManifestObject,
  after: ManifestObject,
  fields: readonly string[],
  deployed: readonly ManifestObject[],
): ApplyClass {
  if (isCustom(after.group)) return 'by-controller';
  if (!fields.includes('spec.template')) return 'in-place';
  return replacementOf(after, leastPodsOf(before, deployed)) ?? 'in-place';
}

/** API groups of Kubernetes have no dot or end in `.k8s.io`. Those of Gateway API do too, but it is not part of Kubernetes. */
function isCustom(group: string): boolean {
  return group.includes('.') && (!group.endsWith('.k8s.io') || group === 'gateway.networking.k8s.io');
}
