import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, itemsAt, itemsOf } from '../../manifests/values';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';

export const claimWithoutClass: Rule = {
  id: 'claim-without-class',
  severity: 'warning',
  description: 'Volume claim has no storage class',
  fix: 'Set storageClassName. The default class of a cluster can be slow, or not exist',
  *check(context) {
    for (const { object, path } of claimsIn(context)) {
      const spec = [...path, 'spec'];
      const isBound = ['storageClassName', 'volumeName', 'selector'].some((field) => (at(object.raw, ...spec, field) ?? null) !== null);
      if (!isBound) yield { object, path: [...spec, 'storageClassName'], expected: 'the name of a storage class, such as gp3' };
    }
  },
};

function* claimsIn(context: LintContext): Generator<{ readonly object: ManifestObject; readonly path: Path }> {
  for (const object of context.ofKind('PersistentVolumeClaim')) yield { object, path: [] };
  for (const { object, pod } of context.workloads) {
    for (const { path } of itemsAt(object.raw, 'spec', 'volumeClaimTemplates')) yield { object, path };
    for (const { value, path } of itemsOf(pod, 'volumes')) {
      if (at(value, 'ephemeral', 'volumeClaimTemplate') !== undefined)
        yield { object, path: [...path, 'ephemeral', 'volumeClaimTemplate'] };
    }
  }
}
