import { CPU_UNITS_PER_VCPU } from '../../core/processors';

/** CPU units of ECS, a whole number: `0.25` vCPU are 256. */
export function cpuUnitsOf(vcpu: number): number {
  return Math.round(vcpu * CPU_UNITS_PER_VCPU);
}
