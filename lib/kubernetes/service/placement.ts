import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../../blueprint/blueprint';
import { POOL_LABEL, poolName } from '../../conventions/pool-label';

/** Node selector and toleration for the nodes of a pool. Empty without a pool. */
export function placementIn(blueprint: Blueprint, pool: string | undefined): Pick<k8s.PodSpec, 'nodeSelector' | 'tolerations'> {
  if (pool === undefined) return {};
  const value = poolName(blueprint, pool);
  return {
    nodeSelector: { [POOL_LABEL]: value },
    tolerations: [{ key: POOL_LABEL, operator: 'Equal', value, effect: 'NoSchedule' }],
  };
}
