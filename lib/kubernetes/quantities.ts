import { REQUESTED_CPU_SHARE } from '../conventions/system-pods';

/** `250m`. */
export function milliCpu(vcpu: number): string {
  return `${Math.round(vcpu * 1_000)}m`;
}

/** What a pod with these processors of its tier asks for. */
export function requestedCpu(vcpu: number): string {
  return milliCpu(vcpu * REQUESTED_CPU_SHARE);
}

/** Memory as a quantity: `512Mi`. */
export function mib(memoryMib: number): string {
  return `${Math.round(memoryMib)}Mi`;
}

/** A size as a quantity: `100Gi`. */
export function gib(sizeGib: number): string {
  return `${Math.ceil(sizeGib)}Gi`;
}
