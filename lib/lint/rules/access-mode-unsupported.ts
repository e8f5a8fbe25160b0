import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsAt, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { isSet, stringsIn } from '../field-checks';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';

export const accessModeUnsupported: Rule = {
  id: 'access-mode-unsupported',
  severity: 'error',
  description: 'Claim has an access mode that EBS volumes do not support',
  fix: 'Use ReadWriteOnce, or a file system that several nodes can mount, such as EFS',
  citation: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/pkg/driver/controller.go',
  *check(context) {
    for (const { object, spec } of claims(context)) {
      const name = stringAt(spec.value, 'storageClassName');
      const classes = name === undefined ? [] : context.variants('StorageClass', '', name);
      if (classes.length === 0 || isSet(spec.value.volumeName)) continue;
      if (!classes.every(({ raw }) => EBS.includes(stringAt(raw, 'provisioner') ?? ''))) continue;
      const isBlock = spec.value.volumeMode === 'Block';
      const wrong = stringsIn(spec.value, 'accessModes').filter((mode) => !(isBlock ? OF_BLOCK : OF_FILE_SYSTEM).includes(mode));
      if (wrong.length === 0) continue;
      yield {
        object,
        path: [...spec.path, 'accessModes'],
        received: `${wrong.join(', ')} with the StorageClass ${name}`,
        expected: isBlock ? OF_BLOCK.join(' or ') : `${OF_FILE_SYSTEM.join(' or ')}; ReadWriteMany only with volumeMode: Block`,
      };
    }
  },
};

const EBS: readonly string[] = ['ebs.csi.aws.com', 'ebs.csi.eks.amazonaws.com', 'kubernetes.io/aws-ebs'];
const OF_FILE_SYSTEM: readonly string[] = ['ReadWriteOnce', 'ReadWriteOncePod'];
const OF_BLOCK: readonly string[] = [...OF_FILE_SYSTEM, 'ReadWriteMany'];

/** The claims of the manifests: their own, and those that pods and StatefulSets create. */
function claims({ ofKind, workloads }: LintContext): readonly { readonly object: ManifestObject; readonly spec: Item }[] {
  const at = (object: ManifestObject, { value, path }: Item, ...field: readonly string[]) => ({
    object,
    spec: { value: objectAt(value, ...field), path: [...path, ...field] },
  });
  return [
    ...ofKind('PersistentVolumeClaim').map((object) => at(object, { value: object.raw, path: [] }, 'spec')),
    ...workloads.flatMap(({ object, pod }) => [
      ...itemsAt(object.raw, 'spec', 'volumeClaimTemplates').map((item) => at(object, item, 'spec')),
      ...itemsOf(pod, 'volumes').map((item) => at(object, item, 'ephemeral', 'volumeClaimTemplate', 'spec')),
    ]),
  ];
}
