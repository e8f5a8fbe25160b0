import type { ChartObjects } from '../aws/eks/kubernetes-objects';

/**
 * The objects that a stack on EKS applies: those of the same chart that `platform=kubernetes` writes as manifests. Loads the charts and
 * their generated classes when it is called, because stacks on ECS need none of them.
 */
export const chartObjects: ChartObjects = (blueprint, images) => manifests().objectsOf(blueprint, { images });

function manifests() {
  return require('../kubernetes/manifests/manifests') as typeof import('../kubernetes/manifests/manifests');
}
