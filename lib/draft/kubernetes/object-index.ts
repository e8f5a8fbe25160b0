import type { ManifestObject } from '../../manifests/manifest-object';
import { itemsAt, objectAt, stringAt, stringsAt } from '../../manifests/values';

/** A workload with the template of its pods. */
export interface Workload {
  /** The Deployment, StatefulSet or other object. */
  readonly object: ManifestObject;
  /** Name of its part, unique in the source. */
  readonly name: string;
}

/** The objects of a source, with the workloads among them. */
export interface ObjectIndex {
  /** All objects. */
  readonly objects: readonly ManifestObject[];
  /** Workloads that become parts. */
  readonly workloads: readonly Workload[];
}

/** Kinds with a template of pods that run all the time. */
const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Rollout', 'Pod']);

/** The index of the objects of a source. */
export function indexOf(objects: readonly ManifestObject[], nameOf: (object: ManifestObject) => string): ObjectIndex {
  const isOwned = (object: ManifestObject) =>
    itemsAt(object.raw, 'metadata', 'ownerReferences').some(({ value }) =>
      objects.some((owner) => owner.kind === value.kind && owner.name === value.name && sameNamespace(owner, object)),
    );
  const workloads = objects.filter((object) => WORKLOADS.has(object.kind) && !isOwned(object));
  return { objects, workloads: workloads.map((object) => ({ object, name: nameOf(object) })) };
}

/** Paths of pod specifications that are not `spec.template.spec`. */
const POD_PATHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pod', ['spec']],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec']],
  ['ScaledJob', ['spec', 'jobTargetRef', 'template', 'spec']],
]);

/** Path of the pod specification of a workload. */
export function podPath({ kind }: ManifestObject): readonly string[] {
  return POD_PATHS.get(kind) ?? ['spec', 'template', 'spec'];
}

/** Labels of the pods of a workload. */
function podLabels({ kind, raw }: ManifestObject): Readonly<Record<string, string>> {
  return kind === 'Pod' ? stringsAt(raw, 'metadata', 'labels') : stringsAt(raw, 'spec', 'template', 'metadata', 'labels');
}

/** Whether two objects are in the same namespace, as far as the source states it. */
export function sameNamespace(one: ManifestObject, other: ManifestObject): boolean {
  return one.namespace === other.namespace;
}

/** Services that select the pods of a workload. */
export function servicesOf({ object }: Workload, { objects }: ObjectIndex): readonly ManifestObject[] {
  const labels = podLabels(object);
  return objects.filter((service) => {
    if (service.kind !== 'Service' || service.group !== '' || !sameNamespace(service, object)) return false;
    const selector = Object.entries(stringsAt(service.raw, 'spec', 'selector'));
    return selector.length > 0 && selector.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
  });
}

/** The object of a kind and name in the namespace of another; undefined when the source does not contain it. */
export function neighborOf(object: ManifestObject, kind: string, name: string | undefined, { objects }: ObjectIndex) {
  return objects.find((each) => each.kind === kind && each.name === name && sameNamespace(each, object));
}

/** Whether an object is a HorizontalPodAutoscaler or a ScaledObject of KEDA. */
export function isAutoscaler({ kind }: ManifestObject): boolean {
  return kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject';
}

/** The autoscaler of a workload: a HorizontalPodAutoscaler or a ScaledObject of KEDA; undefined when there is none. */
export function autoscalerOf({ object }: Workload, { objects }: ObjectIndex): ManifestObject | undefined {
  return objects.find((each) => isAutoscaler(each) && scales(each, object));
}

/** Whether an autoscaler scales an object. */
export function scales(scaler: ManifestObject, object: ManifestObject): boolean {
  const target = objectAt(scaler.raw, 'spec', 'scaleTargetRef');
  const kind = stringAt(target, 'kind') ?? 'Deployment';
  return stringAt(target, 'name') === object.name && kind === object.kind && sameNamespace(scaler, object);
}
