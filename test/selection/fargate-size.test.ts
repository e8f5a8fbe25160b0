import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fargateSize } from '../../lib/selection/fargate-size';

describe('fargateSize', () => {
  it.each([
    [0.25, 0.5, 256, 512],
    [1, 1, 1_024, 2_048],
    [0.5, 5, 1_024, 5_120],
    [3, 6, 4_096, 8_192],
    [8, 17, 8_192, 20_480],
  ])('%d vCPU and %d GiB become %d CPU units and %d MiB', (vcpu, memoryGib, cpuUnits, memoryMib) => {
    expect(fargateSize(vcpu, memoryGib)).toEqual({ cpuUnits, memoryMib });
  });

  it('is undefined beyond the largest size', () => {
    expect(fargateSize(16, 121)).toBeUndefined();
    expect(fargateSize(17, 1)).toBeUndefined();
  });

  it('is never smaller than what was asked', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 16, noNaN: true }), fc.double({ min: 0.01, max: 120, noNaN: true }), (vcpu, memoryGib) => {
        const size = fargateSize(vcpu, memoryGib);
        expect(size?.cpuUnits).toBeGreaterThanOrEqual(vcpu * 1_024 - 1e-6);
        expect(size?.memoryMib).toBeGreaterThanOrEqual(memoryGib * 1_024 - 1e-6);
      }),
    );
  });
});
