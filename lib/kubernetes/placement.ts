import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../blueprint';

/** Machines of a pool carry its name in this label, and in a taint where they are for its pods alone. */
export const POOL_LABEL = 'sizing-blueprints/pool';

/** Name of a pool in the cluster, which may have pools of other stacks: value of its label, and name of its NodePool. */
export function poolName({ stackName }: Blueprint, pool: string): string {
  return `${stackName}-${pool}`;
}

/** Where the pods of a pool run: on its machines alone, whose taint they tolerate. Nothing without a pool. */
export function placementIn(blueprint: Blueprint, pool: string | undefined): Pick<k8s.PodSpec, 'nodeSelector' | 'tolerations'> {
  if (pool === undefined) return {};
  const value = poolName(blueprint, pool);
  return {
    nodeSelector: { [POOL_LABEL]: value },
    tolerations: [{ key: POOL_LABEL, operator: 'Equal', value, effect: 'NoSchedule' }],
  };
}
