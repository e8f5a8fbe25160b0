import type { ManifestObject } from '../manifests/manifest-object';
import { at, numberAt, stringAt } from '../manifests/values';
import type { ApplyClass } from './apply-class';

/**
 * Effect of a change of the pod template on the pods of an object; undefined for an object without such pods, and where the pods stay
 * until they are deleted. `leastPods` is the smallest number of its pods.
 */
export function replacementOf({ group, kind, raw }: ManifestObject, leastPods: number): ApplyClass | undefined {
  if (group !== 'apps') return undefined;
  if (kind === 'Deployment') return deploymentReplacement(raw, leastPods);
  if (kind !== 'StatefulSet' && kind !== 'DaemonSet') return undefined;
  if (stringAt(raw, 'spec', 'updateStrategy', 'type') === 'OnDelete') return undefined;
  // A StatefulSet stops a pod before it starts its replacement, and a DaemonSet has one pod on each node.
  return kind === 'StatefulSet' && leastPods <= 1 ? 'restart' : 'rolling-update';
}

/** Defaults of a Deployment: 25% more pods, rounded up, and 25% fewer, rounded down. Source: Kubernetes API reference, RollingUpdateDeployment. */
function deploymentReplacement(raw: unknown, leastPods: number): ApplyClass {
  if (stringAt(raw, 'spec', 'strategy', 'type') === 'Recreate') return 'restart';
  const unavailable = podsOf(at(raw, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable') ?? '25%', leastPods, Math.floor);
  const surge = podsOf(at(raw, 'spec', 'strategy', 'rollingUpdate', 'maxSurge') ?? '25%', leastPods, Math.ceil);
  // Where both round to 0, Kubernetes allows one unavailable pod. Source: ResolveFenceposts in pkg/controller/deployment/util.
  const missing = unavailable === 0 && surge === 0 ? 1 : unavailable;
  return missing >= leastPods ? 'restart' : 'rolling-update';
}

/** A number of pods, or a share of them such as `25%`. */
function podsOf(value: unknown, pods: number, rounded: (count: number) => number): number {
  if (typeof value === 'number') return value;
  const share = /^(\d{1,3})%$/.exec(String(value))?.[1];
  return share === undefined ? 0 : rounded((Number(share) * pods) / 100);
}

/** The smallest number of pods of an object that has pods: the minimum of its autoscaler, else its replicas, else 1. */
export function leastPodsOf(object: ManifestObject, all: readonly ManifestObject[]): number {
  const scaler = all.find(
    ({ kind, namespace, raw }) =>
      (kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject') &&
      namespace === object.namespace &&
      stringAt(raw, 'spec', 'scaleTargetRef', 'name') === object.name &&
      (stringAt(raw, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment') === object.kind,
  );
  if (scaler === undefined) return numberAt(object.raw, 'spec', 'replicas') ?? 1;
  // Defaults: 1 for a HorizontalPodAutoscaler, 0 for a ScaledObject. Sources: Kubernetes API reference; KEDA documentation.
  return scaler.kind === 'ScaledObject'
    ? Math.max(1, numberAt(scaler.raw, 'spec', 'minReplicaCount') ?? 0)
    : (numberAt(scaler.raw, 'spec', 'minReplicas') ?? 1);
}
