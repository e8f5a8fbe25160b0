import type { ChartObjects } from '../aws/eks/kubernetes-objects';
import { objectsOf } from '../kubernetes/manifests/manifests';

/** The objects that a stack on EKS applies: those of the same chart that `platform=kubernetes` writes as manifests. */
export const chartObjects: ChartObjects = (blueprint, images) => objectsOf(blueprint, { images });
