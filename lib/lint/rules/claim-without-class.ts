import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, itemsAt, itemsOf } from '../../manifests/values';
import type { Rule } from '../rule';
import type { Scene } from '../scene';

export const claimWithoutClass: Rule = {
  id: 'claim-without-class',
  severity: 'warning',
  description: 'a volume claim without a storage class',
  fix: 'name the class: what a cluster takes by default is slow, or missing',
  *check(scene) {
    for (const { object, path } of claimsIn(scene)) {
      const spec = [...path, 'spec'];
      const isBound = ['storageClassName', 'volumeName', 'selector'].some((field) => (at(object.raw, ...spec, field) ?? null) !== null);
      if (!isBound) yield { object, path: [...spec, 'storageClassName'], expected: 'the name of a class, such as gp3' };
    }
  },
};

function* claimsIn(scene: Scene): Generator<{ readonly object: ManifestObject; readonly path: Path }> {
  for (const object of scene.ofKind('PersistentVolumeClaim')) yield { object, path: [] };
  for (const { object, pod } of scene.workloads) {
    for (const { path } of itemsAt(object.raw, 'spec', 'volumeClaimTemplates')) yield { object, path };
    for (const { value, path } of itemsOf(pod, 'volumes')) {
      if (at(value, 'ephemeral', 'volumeClaimTemplate') !== undefined)
        yield { object, path: [...path, 'ephemeral', 'volumeClaimTemplate'] };
    }
  }
}
