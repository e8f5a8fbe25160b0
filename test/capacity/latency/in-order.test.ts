import { describe, expect, it } from 'vitest';
import { type Changes, inOrder } from '../../../lib/capacity/latency/in-order';
import { visibleAfter } from '../../../lib/capacity/latency/replication-lag';
import { percentileSeconds } from '../../../lib/capacity/latency/response-time';
import { simulatedLag } from '../../support/replication-lag';

/** One change a second of one second each, and mixes of short and long ones with the same mean. */
const MIXES: Readonly<Record<string, readonly Changes[]>> = {
  even: [{ rate: 1, seconds: 1 }],
  mixed: [
    { rate: 0.9, seconds: 0.5 },
    { rate: 0.1, seconds: 5.5 },
  ],
};

describe('appliers that commit in order', () => {
  it('one applier: the mean and variance of the mix', () => {
    expect(inOrder(1, [{ rate: 3, seconds: 2 }])).toEqual({ apply: { mean: 2, variance: 4 }, effectiveAppliers: 1 });
    // Second moment of the mix: 0.9 × 2 × 0.5² + 0.1 × 2 × 5.5² = 6.5.
    expect(inOrder(1, MIXES.mixed ?? []).apply.variance).toBeCloseTo(5.5, 10);
  });

  it('several under full load: the number divided by the mean of their maximum, a harmonic number for exponential times', () => {
    for (const [appliers, harmonic] of [
      [2, 1 + 1 / 2],
      [4, 1 + 1 / 2 + 1 / 3 + 1 / 4],
    ] as const) {
      expect(inOrder(appliers, MIXES.even ?? []).effectiveAppliers).toBeCloseTo(appliers / harmonic, 2);
    }
  });

  it('as in the benchmark of in-order commits by a developer of MariaDB: 71 s with one thread, 15 s with 16, 11 s with 24', () => {
    // https://lists.mariadb.org/hyperkitty/list/developers@lists.mariadb.org/message/HCNERUZQUGZDPTHAENE3DZDUBPJNTDUL
    for (const [threads, seconds] of [
      [16, 15],
      [24, 11],
    ] as const) {
      expect(inOrder(threads, MIXES.even ?? []).effectiveAppliers / (71 / seconds)).toBeCloseTo(1, 1);
    }
  });

  it.each([1, 2, 4, 8])('%i: the p95 of the lag is that of a simulation', (appliers) => {
    for (const [name, mix] of Object.entries(MIXES)) {
      const { effectiveAppliers } = inOrder(appliers, mix);
      for (const utilization of [0.1, 0.3, 0.5, 0.7]) {
        const changes = mix.map(({ rate, seconds }) => ({ rate: rate * utilization * effectiveAppliers, seconds }));
        const ratio = percentileSeconds(visibleAfter(appliers, changes), 0.95) / simulatedLag(appliers, changes);
        // Only one applier is exact; the slowest of several under full load is an upper bound.
        expect(ratio, `${name} at ${utilization}`).toBeGreaterThan(0.85);
        expect(ratio, `${name} at ${utilization}`).toBeLessThan(appliers === 1 ? 1.1 : 1.45);
      }
    }
  });
});
