import { BYTES_PER_MIB, MIB_PER_GIB } from '../core/data-size';

/** Size of an instance, as EC2 describes its type. */
export interface InstanceSize {
  /** Number of vCPU. */
  readonly vcpu: number;
  /** Nominal memory in GiB. */
  readonly memoryGib: number;
  /** Processor architecture, named as `kubernetes.io/arch` names it. */
  readonly architecture: 'amd64' | 'arm64';
  /** Whole GPUs that the device plugin offers to pods. */
  readonly gpus: number;
  /** Pods that the network interfaces have addresses for. Default: the kubelet's default, 110. */
  readonly maxPods?: number;
}

/** Resources of a node, as the kubelet reports them. Whole numbers, so that sums are exact in any order. */
export interface NodeResources {
  /** Thousandths of a vCPU. */
  readonly cpuMillis: number;
  /** Memory in bytes. */
  readonly memoryBytes: number;
  /** Whole GPUs. */
  readonly gpus: number;
  /** Number of pods. */
  readonly pods: number;
}

/** Capacity of a node, and the part of it that pods can use, including those of DaemonSets. */
export interface NodeCapacity {
  /** `status.capacity`: the size that the operating system reports. Limits of NodePools count it. */
  readonly capacity: NodeResources;
  /** `status.allocatable`: capacity without the kubelet's reservation and its eviction threshold. */
  readonly allocatable: NodeResources;
}

/**
 * Share of the nominal memory that hypervisor, firmware and kernel take before the operating system reports it.
 * Source: Karpenter, settings, VM_MEMORY_OVERHEAD_PERCENT (default 0.075).
 */
const VM_MEMORY_OVERHEAD_SHARE = 0.075;

/** Contiguous memory that the kernel of arm64 images sets aside. Source: karpenter-provider-aws, pkg/providers/instancetype/types.go, `memory`. */
const ARM64_CONTIGUOUS_MIB = 64;

/**
 * Memory that the kubelet reserves: 255 MiB and 11 MiB for each pod that the network interfaces allow, also with a lower
 * `maxPods`. Source: awslabs/amazon-eks-ami, nodeadm/internal/kubelet/config.go, `getMemoryMebibytesToReserve`
 * and `withDefaultReservedResources`.
 */
const KUBE_RESERVED_MIB = 255;
const KUBE_RESERVED_MIB_PER_POD = 11;

/** Free memory below which the kubelet evicts pods. Source: the same file, `EvictionHard`, `memory.available`. */
const EVICTION_MIB = 100;

/**
 * CPU that the kubelet reserves, by range of vCPU: 6% of the first, 1% of the second, 0.5% of the third and fourth, 0.25% of
 * the others, each range rounded down to a thousandth. Source: the same file, `getCPUMillicoresToReserve`.
 */
const KUBE_RESERVED_CPU = [
  { fromMillis: 0, toMillis: 1_000, perTenThousand: 600 },
  { fromMillis: 1_000, toMillis: 2_000, perTenThousand: 100 },
  { fromMillis: 2_000, toMillis: 4_000, perTenThousand: 50 },
  { fromMillis: 4_000, toMillis: Number.POSITIVE_INFINITY, perTenThousand: 25 },
] as const;

/** Pods of a node of an unknown type. Source: awslabs/amazon-eks-ami, nodeadm/internal/kubelet/eni_max_pods.go, `defaultMaxPods`. */
const DEFAULT_MAX_PODS = 110;

/**
 * Most pods of a node in a managed node group without an image of its own, by vCPU of its type.
 * Source: Amazon EKS user guide, "Choose an optimal Amazon EC2 node instance type".
 */
const NODE_GROUP_MAX_PODS = { belowVcpu: 30, small: 110, large: 250 } as const;

/** Capacity and allocatable resources of a node that runs the EKS-optimized image of Amazon Linux 2023. */
export function nodeCapacity({ vcpu, memoryGib, architecture, gpus, maxPods = DEFAULT_MAX_PODS }: InstanceSize): NodeCapacity {
  const nominalMib = memoryGib * MIB_PER_GIB - (architecture === 'arm64' ? ARM64_CONTIGUOUS_MIB : 0);
  const memoryMib = nominalMib - Math.ceil(nominalMib * VM_MEMORY_OVERHEAD_SHARE);
  const reservedMib = kubeReservedMib(maxPods) + EVICTION_MIB;
  const capacity = { cpuMillis: vcpu * 1_000, memoryBytes: Math.floor(memoryMib * BYTES_PER_MIB), gpus, pods: maxPods };
  return {
    capacity,
    allocatable: {
      ...capacity,
      cpuMillis: capacity.cpuMillis - kubeReservedCpuMillis(vcpu),
      memoryBytes: Math.floor((memoryMib - reservedMib) * BYTES_PER_MIB),
    },
  };
}

/** Memory in MiB that the kubelet reserves on a node whose network interfaces allow so many pods. */
export function kubeReservedMib(maxPods: number): number {
  return KUBE_RESERVED_MIB + KUBE_RESERVED_MIB_PER_POD * maxPods;
}

/** Thousandths of a vCPU that the kubelet reserves on a node of so many vCPU. */
export function kubeReservedCpuMillis(vcpu: number): number {
  return KUBE_RESERVED_CPU.reduce((sum, { fromMillis, toMillis, perTenThousand }) => {
    const inRange = Math.max(0, Math.min(vcpu * 1_000, toMillis) - fromMillis);
    return sum + Math.floor((inRange * perTenThousand) / 10_000);
  }, 0);
}

/** Most pods of a node of so many vCPU in a managed node group. */
export function nodeGroupMaxPods(vcpu: number): number {
  return vcpu < NODE_GROUP_MAX_PODS.belowVcpu ? NODE_GROUP_MAX_PODS.small : NODE_GROUP_MAX_PODS.large;
}
