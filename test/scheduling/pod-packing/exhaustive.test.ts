import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choice, choicesOf } from '../../../lib/scheduling/pod-packing/choices';
import { leastCost } from '../../../lib/scheduling/pod-packing/lower-bound';
import { packPods } from '../../../lib/scheduling/pod-packing/pack-pods';
import { RESOURCE_KEYS, type Resources, sumOf } from '../../../lib/scheduling/pod-packing/resources';
import type { CountedGroup } from '../../../lib/scheduling/pod-packing/zones';
import { runsInScope } from '../../support/scope';
import { GENERAL_TYPES, pods, pool, unreservedNodeType, ZONES } from './support';

const POOL = pool('default', { diskHourlyNanoUsd: 2_000_000 });

const packed = (groups: readonly CountedGroup[]) => packPods({ groups, daemons: [], pools: [POOL], types: GENERAL_TYPES, zones: ZONES });

/** The cheapest of all partitions of pods into nodes: the first pod is on a node with any of the others, and the rest are partitioned alike. */
function cheapestPartition(requests: readonly Resources[], choices: readonly Choice[]): number {
  const all = 2 ** requests.length - 1;
  const least = new Array<number>(all + 1).fill(0);
  const priceOf = (set: number): number => {
    const sum = sumOf(requests.filter((_, index) => (set & (1 << index)) !== 0));
    const fitting = choices.filter(({ room }) => RESOURCE_KEYS.every((key) => sum[key] <= room[key]));
    return Math.min(...fitting.map(({ hourlyNanoUsd }) => hourlyNanoUsd));
  };
  const prices = least.map((_, set) => (set === 0 ? 0 : priceOf(set)));
  for (let set = 1; set <= all; set++) {
    const first = set & -set;
    let best = Number.POSITIVE_INFINITY;
    for (let node = set; node > 0; node = (node - 1) & set)
      if ((node & first) !== 0) best = Math.min(best, (prices[node] ?? 0) + (least[set ^ node] ?? 0));
    least[set] = best;
  }
  return least[all] ?? 0;
}

const workloadShape = {
  cpu: fc.constantFrom(0.1, 0.25, 0.5, 1, 2, 3.5),
  memoryGib: fc.constantFrom(0.125, 0.5, 1, 2, 4, 6, 12),
};
const workload = fc.record({ ...workloadShape, count: fc.integer({ min: 1, max: 4 }) });

test('is never above the cheapest of all partitions of up to eight pods', () => {
  const choices = choicesOf([POOL], GENERAL_TYPES, []);
  fc.assert(
    fc.property(fc.array(workload, { minLength: 1, maxLength: 4 }), (shapes) => {
      const groups = shapes.map(({ count, ...shape }, index) => pods(`w${index}`, count, shape));
      const requests = groups.flatMap(({ group, count }) => Array.from({ length: count }, () => group.requests));
      fc.pre(requests.length <= 8);
      const { hourlyNanoUsd, unplaced } = packed(groups);
      expect(unplaced).toEqual([]);
      expect(hourlyNanoUsd).toBeLessThanOrEqual(cheapestPartition(requests, choices));
    }),
    { numRuns: runsInScope(100) },
  );
});

// By hand: 4 vCPU and 8 GiB for $1. Three nodes have 12 CPUs, exactly what the pods request; three CPUs and four quarters fill a node.
test('small pods fill the nodes of large ones', () => {
  const types = [unreservedNodeType('a', { vcpu: 4, memoryGib: 8, usd: 1 })];
  const groups = [pods('large', 3, { cpu: 3, memoryGib: 1 }), pods('small', 12, { cpu: 0.25, memoryGib: 0.25 })];
  const { nodes, hourlyNanoUsd } = packPods({ groups, daemons: [], pools: [pool()], types, zones: ZONES });
  expect(hourlyNanoUsd).toBe(3e9);
  expect(
    nodes.map(({ pods: placed }) =>
      placed
        .map(({ group }) => group.id)
        .sort()
        .join(' '),
    ),
  ).toEqual(Array.from({ length: 3 }, () => 'large small small small small'));
});

// 190 pods, whose cheapest single row costs 1.06 times the bound. 200 other clusters are in bound.long.test.ts.
test('a dozen workloads cost at most 5% more than the linear bound', () => {
  const groups = (
    [
      [10, 0.25, 2],
      [17, 0.1, 1],
      [6, 0.25, 1],
      [5, 0.1, 1],
      [22, 0.25, 1],
      [29, 0.5, 1],
      [36, 1, 2],
      [9, 2, 1],
      [41, 2, 4],
      [5, 0.5, 2],
      [5, 2, 2],
      [5, 1, 2],
    ] as const
  ).map(([count, cpu, memoryGib], index) => pods(`w${index}`, count, { cpu, memoryGib }));
  const requested = sumOf(groups.flatMap(({ group, count }) => Array.from({ length: count }, () => group.requests)));
  expect(packed(groups).hourlyNanoUsd).toBeLessThanOrEqual(1.05 * leastCost(requested, choicesOf([POOL], GENERAL_TYPES, [])));
});

test('one more pod without rules never makes the nodes cheaper', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ ...workloadShape, count: fc.integer({ min: 1, max: 9 }) }), { minLength: 2, maxLength: 5 }),
      fc.nat(),
      (shapes, which) => {
        const groups = shapes.map(({ count, ...shape }, index) => pods(`w${index}`, count, shape));
        const more = groups.map((one, index) => (index === which % groups.length ? { ...one, count: one.count + 1 } : one));
        expect(packed(more).hourlyNanoUsd).toBeGreaterThanOrEqual(packed(groups).hourlyNanoUsd);
      },
    ),
    { numRuns: runsInScope(100) },
  );
});
