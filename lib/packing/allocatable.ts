import type { Resources } from './resources';

/** A machine as its maker describes it. */
export interface Machine {
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly architecture: 'amd64' | 'arm64';
  readonly gpus: number;
  /** Pods that its network interfaces have addresses for. */
  readonly maxPods: number;
}

const MIB = 1_024 ** 2;

/** Share of the memory that the hypervisor and the kernel keep. Source: Karpenter settings, VM_MEMORY_OVERHEAD_PERCENT. */
const VM_OVERHEAD_SHARE = 0.075;
/** Kept on ARM machines beside it. Source: karpenter-provider-aws, pkg/providers/instancetype/types.go. */
const ARM_RESERVED_MIB = 64;
/** For the kubelet: a base, and more with each pod that may run. Source: the EKS AMI's bootstrap, and the same file. */
const KUBE_RESERVED_MIB = 255;
const KUBE_RESERVED_MIB_OF_A_POD = 11;
/** Below this the kubelet evicts pods, so nobody may ask for it. Source: the same file. */
const EVICTION_MIB = 100;

/** Thousandths of a processor for the kubelet: of the first core, the second, the third and fourth, and of every other. Source: the same. */
const KUBE_RESERVED_MILLIS = [60, 10, 5, 5] as const;
const KUBE_RESERVED_MILLIS_OF_OTHERS = 2.5;

/** Capacity and what pods may use of it, as Karpenter reckons for EKS. */
export function nodeResources(machine: Machine): { readonly capacity: Resources; readonly allocatable: Resources } {
  const { vcpu, memoryGib, architecture, gpus, maxPods } = machine;
  const machineMib = memoryGib * 1_024 - (architecture === 'arm64' ? ARM_RESERVED_MIB : 0);
  const memoryMib = machineMib - Math.ceil(machineMib * VM_OVERHEAD_SHARE);
  const reservedMib = KUBE_RESERVED_MIB + KUBE_RESERVED_MIB_OF_A_POD * maxPods + EVICTION_MIB;
  const capacity = { cpuMillis: vcpu * 1_000, memoryBytes: Math.floor(memoryMib * MIB), gpus, pods: maxPods };
  return {
    capacity,
    allocatable: {
      ...capacity,
      cpuMillis: Math.floor(capacity.cpuMillis - kubeReservedMillis(vcpu)),
      memoryBytes: Math.floor((memoryMib - reservedMib) * MIB),
    },
  };
}

function kubeReservedMillis(vcpu: number): number {
  const first = KUBE_RESERVED_MILLIS.slice(0, vcpu).reduce<number>((sum, millis) => sum + millis, 0);
  return first + Math.max(0, vcpu - KUBE_RESERVED_MILLIS.length) * KUBE_RESERVED_MILLIS_OF_OTHERS;
}
