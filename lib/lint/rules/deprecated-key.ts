import type { PlainObject } from '../../core/plain-object';
import type { FieldChange } from '../../manifests/field-change';
import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { itemsOf, objectAt, stringAt } from '../../manifests/values';
import type { LintContext } from '../lint-context';
import { isLabelKey } from '../names';
import type { Rule } from '../rule';

export const deprecatedKey: Rule = {
  id: 'deprecated-key',
  severity: 'warning',
  description: 'Label, annotation or topology key is deprecated',
  fix: 'Use the key or field that replaces it',
  *check(context) {
    for (const { object, path, key, place } of keysIn(context)) {
      const use = Object.hasOwn(REPLACED, key) ? REPLACED[key] : undefined;
      if (use === undefined) continue;
      const change = place === undefined ? undefined : changeTo(use, place, objectAt(object.raw, ...path.slice(0, -1)));
      yield { object, path, received: key, expected: use, ...(change !== undefined && { change }) };
    }
  },
};

/** Labels of nodes have the same values under both keys. A key that the selector has already stays as it is, as does one that a field replaces. */
function changeTo(use: string, place: 'key' | 'value', owner: PlainObject): FieldChange | undefined {
  if (!isLabelKey(use)) return undefined;
  if (place === 'value') return { kind: 'value', value: use };
  return Object.hasOwn(owner, use) ? undefined : { kind: 'key', key: use };
}

/** Replacement of each deprecated key. Source: Kubernetes documentation, well-known labels, annotations and taints. */
const REPLACED: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
  'kubernetes.io/ingress.class': 'the field spec.ingressClassName',
  'scheduler.alpha.kubernetes.io/critical-pod': 'a priority class',
  'seccomp.security.alpha.kubernetes.io/pod': 'the field securityContext.seccompProfile',
  'service.alpha.kubernetes.io/tolerate-unready-endpoints': 'the field spec.publishNotReadyAddresses',
  'volume.beta.kubernetes.io/storage-class': 'the field spec.storageClassName',
};

interface Key {
  readonly object: ManifestObject;
  readonly path: Path;
  readonly key: string;
  /** Where a label of nodes is written: as a key of a selector, or as the value of a field. Absent for annotations. */
  readonly place?: 'key' | 'value';
}

function* keysIn({ objects, workloads }: LintContext): Generator<Key> {
  for (const object of objects) yield* keysAt(object, ['metadata', 'annotations']);
  for (const { object, pod, podLabelsPath } of workloads) {
    if (podLabelsPath.length > 2) yield* keysAt(object, [...podLabelsPath.slice(0, -1), 'annotations']);
    yield* keysAt(object, [...pod.path, 'nodeSelector'], 'key');
    for (const { value, path } of itemsOf(pod, 'topologySpreadConstraints')) {
      const key = stringAt(value, 'topologyKey');
      if (key !== undefined) yield { object, path: [...path, 'topologyKey'], key, place: 'value' };
    }
  }
}

function* keysAt(object: ManifestObject, path: Path, place?: Key['place']): Generator<Key> {
  for (const key of Object.keys(objectAt(object.raw, ...path))) yield { object, path: [...path, key], key, ...(place && { place }) };
}
