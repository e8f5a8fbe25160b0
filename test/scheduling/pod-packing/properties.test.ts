import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches } from '../../../lib/manifests/selector';
import { choicesOf } from '../../../lib/scheduling/pod-packing/choices';
import { leastCost } from '../../../lib/scheduling/pod-packing/lower-bound';
import type { NodePool, NodeType } from '../../../lib/scheduling/pod-packing/node';
import { type Packing, packPods } from '../../../lib/scheduling/pod-packing/pack-pods';
import type { Neighbors, PodGroup } from '../../../lib/scheduling/pod-packing/pod-group';
import { RESOURCE_KEYS, sumOf } from '../../../lib/scheduling/pod-packing/resources';
import type { CountedGroup } from '../../../lib/scheduling/pod-packing/zones';
import { runsInScope } from '../../support/scope';
import { group, nodeType, pool, spread, workloadRule, ZONES } from './support';

const TYPES: readonly NodeType[] = [
  ...['c', 'm', 'r'].flatMap((family, index) =>
    [2, 4, 8, 16, 32].map((vcpu) =>
      nodeType(`${family}.${vcpu}`, { vcpu, memoryGib: vcpu * 2 ** (index + 1), usd: vcpu * (4 + index), maxPods: vcpu * 15 }),
    ),
  ),
  nodeType('g.8', { vcpu: 8, memoryGib: 32, usd: 100, gpus: 1, maxPods: 58 }),
];

const TAINTED = pool('data', { weight: 1, taints: [{ key: 'for', value: 'data', effect: 'NoSchedule' }] });
const POOLS: readonly NodePool[] = [pool(), TAINTED];
const DAEMONS = [group('agent', { cpu: 0.1, memoryGib: 0.1, tolerations: [{ operator: 'Exists' }] })];

/** Workloads whose rules select only their own pods, as nearly all do: one more pod never makes the nodes cheaper. */
const unrelatedWorkload = (index: number): fc.Arbitrary<CountedGroup> =>
  fc
    .record({
      cpu: fc.integer({ min: 1, max: 80 }),
      memory: fc.integer({ min: 1, max: 160 }),
      gpu: fc.constantFrom(0, 0, 0, 0, 1),
      isData: fc.boolean(),
      overZones: fc.boolean(),
      overNodes: fc.constantFrom(undefined, undefined, 1, 2),
      isApart: fc.boolean(),
      count: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ cpu, memory, gpu, isData, overZones, overNodes, isApart, count }) => ({
      count,
      group: group(`w${index}`, {
        cpu: cpu / 10,
        memoryGib: memory / 10,
        gpus: gpu,
        tolerations: isData ? [{ key: 'for', operator: 'Equal', value: 'data' }] : [],
        spreads: [
          ...(overZones ? [spread('zone', `w${index}`)] : []),
          ...(overNodes === undefined ? [] : [spread('host', `w${index}`, overNodes)]),
        ],
        apartFrom: isApart ? [{ place: 'host', ...workloadRule(`w${index}`) }] : [],
      }),
    }));

const workloads = fc
  .integer({ min: 1, max: 8 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => unrelatedWorkload(index))));

/** Workloads whose rules also select pods of other workloads. */
const relatedWorkloads = workloads.chain((groups) =>
  fc
    .array(
      fc.record({
        from: fc.nat(groups.length - 1),
        to: fc.nat(groups.length - 1),
        place: fc.constantFrom('host' as const, 'zone' as const),
      }),
      { maxLength: 3 },
    )
    .map((pairs) =>
      groups.map(({ group: own, count }, index) => ({
        count,
        group: {
          ...own,
          apartFrom: [
            ...own.apartFrom,
            ...pairs.filter(({ from }) => from === index).map(({ to, place }) => ({ place, ...workloadRule(`w${to}`) })),
          ],
        },
      })),
    ),
);

function packed(groups: readonly CountedGroup[]): Packing {
  return packPods({ groups, daemons: DAEMONS, pools: POOLS, types: TYPES, zones: ZONES });
}

const concerns = ({ namespaces, selector }: Neighbors, { namespace, labels }: PodGroup) =>
  (namespaces === undefined || namespaces.includes(namespace)) && matches(selector, labels);

/** Pods by node or zone. */
function places({ nodes }: Packing, place: Neighbors['place']): readonly (readonly PodGroup[])[] {
  if (place === 'host') return nodes.map(({ pods }) => pods.map(({ group: one }) => one));
  return ZONES.map((zone) => nodes.filter((node) => node.zone === zone).flatMap(({ pods }) => pods.map(({ group: one }) => one)));
}

describe('for any pods', () => {
  test('every pod is on one node or reported as unplaced', () => {
    fc.assert(
      fc.property(relatedWorkloads, (groups) => {
        const found = packed(groups);
        for (const { group: own, count } of groups) {
          const placed = found.nodes.flatMap(({ pods }) => pods.filter((pod) => pod.group === own).map(({ ordinal }) => ordinal));
          const missing = found.unplaced.find((one) => one.group === own)?.count ?? 0;
          expect(new Set(placed).size).toBe(placed.length);
          expect(placed.length + missing).toBe(count);
        }
      }),
    );
  });

  test('no node has fewer resources than its pods and daemons request', () => {
    fc.assert(
      fc.property(relatedWorkloads, (groups) => {
        for (const { choice, pods } of packed(groups).nodes) {
          const asked = sumOf([...pods.map(({ group: one }) => one.requests), ...choice.daemons.map(({ requests }) => requests)]);
          for (const key of RESOURCE_KEYS) expect(asked[key]).toBeLessThanOrEqual(choice.type.allocatable[key]);
        }
      }),
    );
  });

  test('no anti-affinity is violated, and no spread exceeds its skew', () => {
    fc.assert(
      fc.property(relatedWorkloads, (groups) => {
        const found = packed(groups);
        for (const { group: owner } of groups) {
          for (const rule of owner.apartFrom) {
            for (const there of places(found, rule.place).filter((all) => all.includes(owner))) {
              const others = there.filter((one) => concerns(rule, one)).length - (concerns(rule, owner) ? 1 : 0);
              expect(others).toBeLessThanOrEqual(0);
            }
          }
          for (const rule of owner.spreads) {
            const counts = places(found, rule.place).map((there) => there.filter((one) => concerns(rule, one)).length);
            // As in Karpenter, an empty node is always available.
            const fewest = rule.place === 'host' ? 0 : Math.min(...counts);
            expect(Math.max(...counts) - fewest).toBeLessThanOrEqual(rule.maxSkew);
          }
        }
      }),
    );
  });

  test('taints are respected', () => {
    fc.assert(
      fc.property(workloads, (groups) => {
        for (const { choice, pods } of packed(groups).nodes) {
          if (choice.pool === TAINTED) expect(pods.every(({ group: one }) => one.tolerations.length > 0)).toBe(true);
        }
      }),
    );
  });

  test('the order of the workloads does not change the result', () => {
    fc.assert(
      fc.property(workloads, (groups) => {
        expect(packed([...groups].reverse()).hourlyNanoUsd).toBe(packed(groups).hourlyNanoUsd);
      }),
    );
  });

  test('the cost is the sum of all nodes, and at least the lower bound of the linear program', () => {
    fc.assert(
      fc.property(workloads, (groups) => {
        const found = packed(groups);
        expect(found.nodes.reduce((sum, { choice }) => sum + choice.hourlyNanoUsd, 0)).toBe(found.hourlyNanoUsd);
        const placed = found.nodes.flatMap(({ pods }) => pods.map(({ group: one }) => one.requests));
        if (placed.length === 0) return;
        expect(found.hourlyNanoUsd).toBeGreaterThanOrEqual(leastCost(sumOf(placed), choicesOf(POOLS, TYPES, DAEMONS)) * (1 - 1e-9));
      }),
    );
  });
});

describe('for workloads whose rules select only their own pods', () => {
  test('one more pod never makes the nodes cheaper', () => {
    fc.assert(
      fc.property(workloads, fc.nat(), (groups, which) => {
        const more = groups.map((one, index) => (index === which % groups.length ? { ...one, count: one.count + 1 } : one));
        expect(packed(more).hourlyNanoUsd).toBeGreaterThanOrEqual(packed(groups).hourlyNanoUsd);
      }),
      { numRuns: runsInScope(400) },
    );
  });

  test('one more workload never makes the nodes cheaper', () => {
    fc.assert(
      fc.property(workloads, unrelatedWorkload(8), (groups, another) => {
        expect(packed([...groups, another]).hourlyNanoUsd).toBeGreaterThanOrEqual(packed(groups).hourlyNanoUsd);
      }),
      { numRuns: runsInScope(200) },
    );
  });
});
