import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Labels } from '../labels';

/** Topology key of zones. */
export const ZONE = 'topology.kubernetes.io/zone';
/** Topology key of nodes. */
export const HOSTNAME = 'kubernetes.io/hostname';

/**
 * Spreads the pods of a service over zones. With `strict`, which services without a GPU have in tiers with high availability,
 * the skew is at most 1, and pods stay pending until a node is available. Otherwise the spread is preferred. Pods of the
 * previous ReplicaSet do not count during a rollout. There is no spread over nodes: Karpenter treats even a preferred spread as
 * a requirement and creates one node for each pod, and three zones already mean three nodes.
 */
export function spreadOver(labels: Labels, { strict }: { readonly strict: boolean }): k8s.TopologySpreadConstraint[] {
  return [
    {
      maxSkew: 1,
      labelSelector: { matchLabels: { ...labels } },
      matchLabelKeys: ['pod-template-hash'],
      topologyKey: ZONE,
      whenUnsatisfiable: strict ? 'DoNotSchedule' : 'ScheduleAnyway',
      nodeTaintsPolicy: 'Honor',
    },
  ];
}
