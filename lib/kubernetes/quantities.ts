/** CPU units of ECS in one vCPU, which is 1,000 millicores here. */
const CPU_UNITS_PER_VCPU = 1_024;

/** `250m`. */
export function milliCpu(vcpu: number): string {
  return `${Math.round(vcpu * 1_000)}m`;
}

export function milliCpuOfUnits(cpuUnits: number): string {
  return milliCpu(cpuUnits / CPU_UNITS_PER_VCPU);
}

export function mib(memoryMib: number): string {
  return `${Math.round(memoryMib)}Mi`;
}

export function gib(sizeGib: number): string {
  return `${Math.ceil(sizeGib)}Gi`;
}
