import { MIB_PER_GIB } from '../core/data-size';

/**
 * Sizes that a Fargate task can have: for each vCPU the memory from, to and step in GiB.
 * Source: Amazon ECS developer guide, "Task CPU and memory" (Fargate). Below one vCPU the steps are listed.
 * 32 vCPU (60, 120 or 244 GiB) is not offered here: cfn-lint 1.51 rejects templates with it (cfn-lint#4668).
 */
const FARGATE_SIZES: readonly { readonly vcpu: number; readonly memoryGib: readonly number[] }[] = [
  { vcpu: 0.25, memoryGib: [0.5, 1, 2] },
  { vcpu: 0.5, memoryGib: [1, 2, 3, 4] },
  { vcpu: 1, memoryGib: steps(2, 8, 1) },
  { vcpu: 2, memoryGib: steps(4, 16, 1) },
  { vcpu: 4, memoryGib: steps(8, 30, 1) },
  { vcpu: 8, memoryGib: steps(16, 60, 4) },
  { vcpu: 16, memoryGib: steps(32, 120, 8) },
];

/** Size of a Fargate task. */
interface FargateSize {
  /** vCPU of the task. */
  readonly vcpu: number;
  /** Memory of the task. */
  readonly memoryMib: number;
}

/** The smallest Fargate size with at least this much vCPU and memory; undefined when no Fargate size is large enough. */
export function fargateSize(vcpu: number, memoryGib: number): FargateSize | undefined {
  for (const size of FARGATE_SIZES) {
    const memory = size.memoryGib.find((gib) => gib >= memoryGib);
    if (size.vcpu >= vcpu && memory !== undefined) {
      return { vcpu: size.vcpu, memoryMib: memory * MIB_PER_GIB };
    }
  }
  return undefined;
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
