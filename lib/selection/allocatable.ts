import { nodeCapacity, nodeGroupMaxPods } from '../catalog/node-capacity';
import type { Offer } from '../catalog/offer';
import { NODE_PODS } from '../conventions/system-pods';
import { BYTES_PER_MIB } from '../core/data-size';
import type { Supply } from './instances-for-services';

/** Resources for workloads on a node of a managed node group: its allocatable resources minus those of the pods on every node. */
export function allocatable({ gpu, ...size }: Offer): Supply {
  const gpus = gpu?.count ?? 0;
  const { cpuMillis, memoryBytes, pods } = nodeCapacity({ ...size, gpus }).allocatable;
  return {
    vcpu: cpuMillis / 1_000 - NODE_PODS.reduce((sum, pod) => sum + pod.vcpu, 0),
    memoryMib: memoryBytes / BYTES_PER_MIB - NODE_PODS.reduce((sum, pod) => sum + pod.memoryMib, 0),
    gpus,
    copies: Math.min(pods, nodeGroupMaxPods(size.vcpu)) - NODE_PODS.length,
  };
}
