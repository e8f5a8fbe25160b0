import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fargateSize } from '../../lib/selection/fargate-size';

describe('fargateSize', () => {
  it.each([
    [0.25, 0.5, 0.25, 512],
    [1, 1, 1, 2_048],
    [0.5, 5, 1, 5_120],
    [3, 6, 4, 8_192],
    [8, 17, 8, 20_480],
  ])('rounds %d vCPU and %d GiB up to %d vCPU and %d MiB', (vcpu, memoryGib, taskVcpu, memoryMib) => {
    expect(fargateSize(vcpu, memoryGib)).toEqual({ vcpu: taskVcpu, memoryMib });
  });

  it('is undefined beyond the largest size', () => {
    expect(fargateSize(16, 121)).toBeUndefined();
    expect(fargateSize(17, 1)).toBeUndefined();
  });

  it('is never smaller than the requested size', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 16, noNaN: true }), fc.double({ min: 0.01, max: 120, noNaN: true }), (vcpu, memoryGib) => {
        const size = fargateSize(vcpu, memoryGib);
        expect(size?.vcpu).toBeGreaterThanOrEqual(vcpu);
        expect(size?.memoryMib).toBeGreaterThanOrEqual(memoryGib * 1_024 - 1e-6);
      }),
    );
  });
});
