import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Labels } from '../labels';

/** Topology key of zones. */
export const ZONE = 'topology.kubernetes.io/zone';
/** Topology key of nodes. */
export const HOSTNAME = 'kubernetes.io/hostname';

/**
 * Copies of a service over zones. With high availability they are never two more in one zone than in another, and rather
 * wait for a machine; otherwise, and for GPUs that not every zone has, it is a wish. Copies of the old version do not
 * count while a new one is rolled out. Machines are not named: Karpenter takes even a wish for different ones as an
 * order for a machine each, and three zones are three machines already.
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
