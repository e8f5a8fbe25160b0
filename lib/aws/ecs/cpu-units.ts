import { CPU_UNITS_PER_VCPU } from '../../core/processors';

/** ECS CPU units, rounded to a whole number: 256 for 0.25 vCPU. */
export function cpuUnitsOf(vcpu: number): number {
  return Math.round(vcpu * CPU_UNITS_PER_VCPU);
}
