import { describe, expect, test } from 'vitest';
import { type Packing, type PackingRequest, packPods } from '../../../lib/scheduling/pod-packing/pack-pods';
import { GIB, group, pods, pool, spread, unreservedNodeType, workloadRule, ZONES } from './support';

const SMALL = unreservedNodeType('small', { vcpu: 2, memoryGib: 4, usd: 2 });
const LARGE = unreservedNodeType('large', { vcpu: 8, memoryGib: 16, usd: 7 });
const BROAD = unreservedNodeType('broad', { vcpu: 2, memoryGib: 16, usd: 3 });

function packed(request: Partial<PackingRequest>): Packing {
  return packPods({ groups: [], daemons: [], pools: [pool()], types: [SMALL, LARGE, BROAD], zones: ZONES, ...request });
}

/** Each node as `small a: web web`. */
function shown({ nodes }: Packing): string[] {
  return nodes
    .map(
      ({ choice, zone, pods: on }) =>
        `${choice.type.name} ${zone}: ${on
          .map(({ group: { id } }) => id)
          .sort()
          .join(' ')}`,
    )
    .sort();
}

describe('the cheapest mix is', () => {
  test('one large node where it is cheaper than small ones', () => {
    expect(shown(packed({ groups: [pods('web', 8)] }))).toEqual(['large a: web web web web web web web web']);
  });

  test('small nodes where a large node would be mostly empty', () => {
    expect(shown(packed({ groups: [pods('web', 3)] }))).toEqual(['small a: web', 'small a: web web']);
  });

  test('the family with more memory, not the next larger size', () => {
    expect(shown(packed({ groups: [pods('store', 1, { cpu: 2, memoryGib: 12 })] }))).toEqual(['broad a: store']);
  });

  test('within the maximum number of pods of each node', () => {
    const few = unreservedNodeType('few', { vcpu: 8, memoryGib: 16, usd: 1, maxPods: 3 });
    expect(packed({ groups: [pods('web', 7, { cpu: 0.1, memoryGib: 0.1 })], types: [few] }).nodes).toHaveLength(3);
  });

  test('without the resources that daemons use', () => {
    const daemon = group('agent', { cpu: 0.5, memoryGib: 0.5 });
    expect(shown(packed({ groups: [pods('web', 2)], daemons: [daemon], types: [SMALL] }))).toEqual(['small a: web', 'small a: web']);
  });

  test('empty without pods, at no cost', () => {
    expect(packed({})).toEqual({ nodes: [], hourlyNanoUsd: 0, unplaced: [] });
  });
});

describe('requirements of pods on nodes', () => {
  const gpu = unreservedNodeType('gpu', { vcpu: 4, memoryGib: 16, usd: 5, gpus: 1, labels: { card: 't4' } });

  test('a pod with a GPU is on a node that has one', () => {
    expect(shown(packed({ groups: [pods('draw', 2, { gpus: 1 })], types: [SMALL, LARGE, gpu] }))).toEqual(['gpu a: draw', 'gpu a: draw']);
  });

  test('a label of an instance type', () => {
    const groups = [pods('draw', 1, { nodeTerms: [[{ key: 'card', operator: 'In', values: ['t4'] }]] })];
    expect(shown(packed({ groups, types: [SMALL, gpu] }))).toEqual(['gpu a: draw']);
  });

  test('a taint excludes pods that do not tolerate it', () => {
    const tainted = pool('data', { weight: 10, taints: [{ key: 'for', value: 'data', effect: 'NoSchedule' }], labels: { for: 'data' } });
    const tolerations = [{ key: 'for', operator: 'Equal', value: 'data' }];
    const found = packed({ groups: [pods('web', 1), pods('db', 1, { tolerations })], pools: [pool(), tainted] });
    expect(found.nodes.map(({ choice, pods: on }) => [choice.pool.id, on[0]?.group.id])).toEqual([
      ['data', 'db'],
      ['default', 'web'],
    ]);
  });

  test('a preference applies only if an instance type satisfies it', () => {
    const preferredNode = [{ key: 'card', operator: 'Exists', values: [] }];
    const groups = [pods('draw', 1, { preferredNode })];
    expect(shown(packed({ groups, types: [SMALL, gpu] }))).toEqual(['gpu a: draw']);
    expect(shown(packed({ groups, types: [SMALL] }))).toEqual(['small a: draw']);
  });

  test('the zones of an affinity', () => {
    const groups = [pods('db', 1, { nodeTerms: [[{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['b'] }]] })];
    expect(shown(packed({ groups }))).toEqual(['small b: db']);
  });

  test.each(['Gt', 'Gte', 'Lt', 'Lte', 'NotIn', 'DoesNotExist'])('the operator %s', (operator) => {
    const types = [
      unreservedNodeType('old', { vcpu: 2, memoryGib: 4, usd: 1, labels: { gen: '4' } }),
      unreservedNodeType('new', { vcpu: 2, memoryGib: 4, usd: 2, labels: { gen: '7' } }),
    ];
    const asked = (bound: string) =>
      shown(packed({ groups: [pods('web', 1, { nodeTerms: [[{ key: 'gen', operator, values: [bound] }]] })], types }));
    const expected: Record<string, string[]> = {
      Gt: ['new a: web'],
      Gte: ['old a: web'],
      Lt: [],
      Lte: ['old a: web'],
      NotIn: ['new a: web'],
      DoesNotExist: [],
    };
    expect(asked('4')).toEqual(expected[operator]);
  });

  test('pods that fit nowhere are reported, and the others are placed', () => {
    const found = packed({ groups: [pods('huge', 2, { cpu: 64 }), pods('web', 1)] });
    expect(shown(found)).toEqual(['small a: web']);
    expect(found.unplaced.map(({ group: { id }, count, reason }) => [id, count, reason])).toEqual([['huge', 2, 'no-node-type']]);
  });
});

describe('rules about other pods', () => {
  test('a spread over zones balances the zones', () => {
    expect(shown(packed({ groups: [pods('web', 4, { spreads: [spread('zone', 'web')] })] }))).toEqual([
      'small a: web web',
      'small b: web',
      'small c: web',
    ]);
  });

  test('a spread over nodes allows at most its skew on a node', () => {
    expect(packed({ groups: [pods('web', 4, { spreads: [spread('host', 'web', 2)] })] }).nodes).toHaveLength(2);
  });

  test('pods with anti-affinity to each other have different nodes, which other pods share', () => {
    const apart = { apartFrom: [{ place: 'host', ...workloadRule('db') }] } as const;
    expect(shown(packed({ groups: [pods('db', 3, apart), pods('web', 3)] }))).toEqual([
      'small a: db web',
      'small a: db web',
      'small a: db web',
    ]);
  });

  test('anti-affinity to another workload applies in both directions', () => {
    const groups = [pods('quiet', 1, { cpu: 0.1, apartFrom: [{ place: 'host', ...workloadRule('loud') }] }), pods('loud', 1, { cpu: 0.1 })];
    expect(shown(packed({ groups }))).toEqual(['small a: loud', 'small a: quiet']);
  });

  test('with anti-affinity over three zones, the fourth pod is unplaced', () => {
    const found = packed({ groups: [pods('db', 4, { apartFrom: [{ place: 'zone', ...workloadRule('db') }] })] });
    expect(shown(found)).toEqual(['small a: db', 'small b: db', 'small c: db']);
    expect(found.unplaced.map(({ count, reason }) => [count, reason])).toEqual([[1, 'no-zone']]);
  });

  test('each host port is used once on a node', () => {
    expect(packed({ groups: [pods('dns', 2, { cpu: 0.1, hostPorts: ['UDP 53'] })] }).nodes).toHaveLength(2);
  });

  test('pods with affinity to each other share a node', () => {
    const beside = { togetherWith: [{ place: 'host', ...workloadRule('web') }] } as const;
    const found = packed({ groups: [pods('web', 2, { cpu: 1.5 }), pods('side', 2, { cpu: 0.5, ...beside })], types: [SMALL] });
    expect(shown(found)).toEqual(['small a: side web', 'small a: side web']);
  });

  test('pods with affinity to pods that do not fit on the same node are unplaced', () => {
    const beside = { togetherWith: [{ place: 'host', ...workloadRule('web') }] } as const;
    expect(packed({ groups: [pods('web', 1, { cpu: 2 }), pods('side', 1, beside)], types: [SMALL] }).unplaced).toHaveLength(2);
  });
});

describe('memory is counted in bytes', () => {
  test('one byte too many requires one more node', () => {
    const exact = { ...group('fit', { cpu: 0.1 }), requests: { cpuMillis: 100, memoryBytes: 2 * GIB, gpus: 0, pods: 1 } };
    const over = { ...exact, requests: { ...exact.requests, memoryBytes: 2 * GIB + 1 } };
    expect(packed({ groups: [{ group: exact, count: 2 }], types: [SMALL] }).nodes).toHaveLength(1);
    expect(packed({ groups: [{ group: over, count: 2 }], types: [SMALL] }).nodes).toHaveLength(2);
  });
});
