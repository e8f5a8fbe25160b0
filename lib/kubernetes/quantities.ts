import { REQUESTED_CPU_SHARE } from '../conventions/system-pods';

/** CPU as a quantity, such as `250m`. */
export function milliCpu(vcpu: number): string {
  return `${Math.round(vcpu * 1_000)}m`;
}

/** CPU request of a pod as a quantity: the share of its vCPU that fits on the smallest node. */
export function requestedCpu(vcpu: number): string {
  return milliCpu(vcpu * REQUESTED_CPU_SHARE);
}

/** Memory as a quantity, such as `512Mi`. */
export function mib(memoryMib: number): string {
  return `${Math.round(memoryMib)}Mi`;
}

/** A size as a quantity, such as `100Gi`. */
export function gib(sizeGib: number): string {
  return `${Math.ceil(sizeGib)}Gi`;
}
