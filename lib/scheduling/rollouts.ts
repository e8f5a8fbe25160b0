import type { PlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { at, objectAt, stringAt } from '../manifests/values';
import type { ObjectIndex } from './object-index';

/** The pod template of a Rollout; undefined if that of another workload is used, which is not among the manifests. */
export function rolloutTemplate(rollout: ManifestObject, index: ObjectIndex): PlainObject | undefined {
  if (at(rollout.raw, 'spec', 'workloadRef') === undefined) return objectAt(rollout.raw, 'spec', 'template');
  const [kind, name] = ['kind', 'name'].map((field) => stringAt(rollout.raw, 'spec', 'workloadRef', field) ?? '');
  const found = index.inNamespaceOf(rollout, kind ?? '', name ?? '');
  return found === undefined ? undefined : objectAt(found.raw, 'spec', 'template');
}

/**
 * The Rollout that replaces the pods of a workload: it refers to the workload and scales it down. Source: Argo Rollouts documentation,
 * specification, `workloadRef.scaleDown`, whose default is `never`.
 */
export function replacingRollout(object: ManifestObject, index: ObjectIndex): ManifestObject | undefined {
  return index.ofKind('Rollout').find(({ raw, namespace }) => {
    const [kind, name, scaleDown = 'never'] = ['kind', 'name', 'scaleDown'].map((field) => stringAt(raw, 'spec', 'workloadRef', field));
    return namespace === object.namespace && kind === object.kind && name === object.name && scaleDown !== 'never';
  });
}
