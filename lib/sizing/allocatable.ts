import { NODE_PODS } from '../model';
import { MIB_PER_GIB } from '../units';
import type { Offer } from './offer';
import type { Supply } from './pack';

/**
 * Memory that a machine has less than its nominal size, as Karpenter assumes it before it has seen one.
 * Source: Karpenter settings, VM_MEMORY_OVERHEAD_PERCENT.
 */
const MACHINE_MEMORY_SHARE = 0.075;

/** What the kubelet keeps: 255 MiB, 11 MiB for each pod that could run, and 100 MiB below which it evicts. Source: Amazon EKS, nodeadm. */
const KUBELET_MIB = 255;
const KUBELET_MIB_PER_POD = 11;
const EVICTION_MIB = 100;

/** Share of the first, the second, the third and fourth processor and of the others that the kubelet keeps. Source: Amazon EKS, nodeadm. */
const KUBELET_CPU_SHARES = [0.06, 0.01, 0.005, 0.005] as const;
const KUBELET_CPU_SHARE_OF_OTHERS = 0.0025;

/** Pods of a node group's machines where nobody says how many. Source: Amazon EKS user guide, "Choose an optimal EC2 node instance type". */
const MAX_PODS = { belowVcpu: 30, small: 110, large: 250 } as const;

/** Pods that network addresses leave room for where a type's interfaces are not known. */
const UNKNOWN_MAX_PODS = 29;

/** What a node of EKS has for workloads: without what machine, kubelet and the pods of every node take. */
export function allocatable({ vcpu, memoryGib, gpu, maxPods: addresses = UNKNOWN_MAX_PODS }: Offer): Supply {
  const keptVcpu = Array.from({ length: vcpu }, (_, index) => KUBELET_CPU_SHARES[index] ?? KUBELET_CPU_SHARE_OF_OTHERS);
  const keptMib = KUBELET_MIB + KUBELET_MIB_PER_POD * addresses + EVICTION_MIB;
  const podsVcpu = NODE_PODS.reduce((sum, pod) => sum + pod.vcpu, 0);
  const podsMib = NODE_PODS.reduce((sum, pod) => sum + pod.memoryMib, 0);
  return {
    vcpu: vcpu - keptVcpu.reduce((sum, share) => sum + share, 0) - podsVcpu,
    memoryMib: Math.floor(memoryGib * MIB_PER_GIB * (1 - MACHINE_MEMORY_SHARE)) - keptMib - podsMib,
    gpus: gpu?.count ?? 0,
    copies: Math.min(addresses, vcpu < MAX_PODS.belowVcpu ? MAX_PODS.small : MAX_PODS.large) - NODE_PODS.length,
  };
}
