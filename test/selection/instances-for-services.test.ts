import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Demand, instancesForServices } from '../../lib/selection/instances-for-services';

const machine = { vcpu: 4, memoryMib: 8_192, gpus: 0 };

describe('instancesForServices', () => {
  it('needs no node without instances', () => {
    expect(instancesForServices([], machine)).toBe(0);
  });

  it('fills a node to the last vCPU', () => {
    expect(instancesForServices(Array(4).fill({ vcpu: 1, memoryMib: 1_024, gpus: 0 }), machine)).toBe(1);
    expect(instancesForServices(Array(5).fill({ vcpu: 1, memoryMib: 1_024, gpus: 0 }), machine)).toBe(2);
  });

  it('counts memory as much as processors', () => {
    expect(instancesForServices(Array(3).fill({ vcpu: 0.25, memoryMib: 4_096, gpus: 0 }), machine)).toBe(2);
  });

  it('puts small instances next to large ones', () => {
    const demands = [...Array(2).fill({ vcpu: 3, memoryMib: 1_024, gpus: 0 }), ...Array(2).fill({ vcpu: 1, memoryMib: 1_024, gpus: 0 })];
    expect(instancesForServices(demands, machine)).toBe(2);
  });

  it('does not add a node for rounding errors', () => {
    expect(instancesForServices(Array(10).fill({ vcpu: 0.1, memoryMib: 1, gpus: 0 }), { vcpu: 1, memoryMib: 100, gpus: 0 })).toBe(1);
  });

  it('is undefined if one instance is larger than a node', () => {
    expect(instancesForServices([{ vcpu: 5, memoryMib: 1, gpus: 0 }], machine)).toBeUndefined();
    expect(instancesForServices([{ vcpu: 1, memoryMib: 1, gpus: 1 }], machine)).toBeUndefined();
  });

  const demand: fc.Arbitrary<Demand> = fc.record({
    vcpu: fc.integer({ min: 1, max: 16 }).map((quarters) => quarters / 4),
    memoryMib: fc.integer({ min: 64, max: 8_192 }),
    gpus: fc.constant(0),
  });

  it('never holds more than fits, and stays below twice the linear bound plus one', () => {
    fc.assert(
      fc.property(fc.array(demand, { maxLength: 60 }), (demands) => {
        const count = instancesForServices(demands, machine) ?? Number.NaN;
        const vcpu = demands.reduce((sum, { vcpu: part }) => sum + part, 0);
        const memoryMib = demands.reduce((sum, { memoryMib: part }) => sum + part, 0);
        const bound = Math.max(vcpu / machine.vcpu, memoryMib / machine.memoryMib);
        expect(count).toBeGreaterThanOrEqual(Math.ceil(bound - 1e-9));
        // First fit leaves at most one node half empty in every relevant dimension.
        expect(count).toBeLessThanOrEqual(Math.ceil(2 * (vcpu / machine.vcpu + memoryMib / machine.memoryMib)) + 1);
      }),
    );
  });
});
