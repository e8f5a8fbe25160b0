import { describe, expect, it } from 'vitest';
import { offersIn } from '../../lib/catalog/offers';
import { REQUESTED_CPU_SHARE } from '../../lib/conventions/system-pods';
import { allocatable } from '../../lib/selection/allocatable';

describe('CPU that a pod requests', () => {
  const machines = offersIn('us-east-1').compute.filter(({ vcpu }) => vcpu >= 2);

  it.each([1, 2, 4, 8])('lets pods of %s vCPU fill every instance whose vCPU they share', (vcpu) => {
    for (const machine of machines.filter((each) => each.vcpu % vcpu === 0)) {
      expect(allocatable(machine).vcpu, machine.type).toBeGreaterThanOrEqual(machine.vcpu * REQUESTED_CPU_SHARE);
    }
  });

  it('is as much as the smallest instance has', () => {
    const least = Math.min(...machines.map((machine) => allocatable(machine).vcpu / machine.vcpu));
    expect(least - REQUESTED_CPU_SHARE).toBeLessThan(0.01);
  });
});
