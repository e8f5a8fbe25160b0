import { describe, expect, test } from 'vitest';
import { tierCapacity } from '../../lib/answers/capacity';
import { withLevers } from '../../lib/answers/levers';
import { loadSystem } from '../../lib/answers/system-reference';
import { InputError } from '../../lib/core/problems';
import type { SystemInput } from '../../lib/model/inputs';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { SYSTEMS } from '../../tiers';
import { shopInput } from '../support/capacity';
import { source } from '../support/latency';

const cost = { monthlyUsd: [0, 0], asOf: '2026-11-01', source } as const;

const levers: SystemInput['levers'] = [
  {
    id: 'hits',
    name: 'cache hits',
    value: { today: 0.2, default: 0.4, least: 0.2, most: 0.9 },
    changes: [{ kind: 'demand', component: 'api', operation: 'requests', resource: 'processor' }],
    cost,
    source,
  },
  {
    id: 'rarer',
    name: 'fewer requests',
    value: { default: 0.5, least: 0, most: 0.5 },
    changes: [{ kind: 'usual', operation: 'requests' }],
    cost,
    source,
  },
  {
    id: 'pool',
    name: 'pool',
    value: { unit: 'number', default: 20, least: 5, most: 50 },
    changes: [{ kind: 'pool', component: 'api' }],
    cost,
    source,
  },
  {
    id: 'cache',
    name: 'cache',
    value: { default: 0.1, least: 0, most: 0.5 },
    changes: [{ kind: 'demand', component: 'api' }],
    adds: { cache: { kind: 'cache', engine: 'redis', memoryGib: 1, shards: 1, replicasPerShard: 0 } },
    usedBy: ['api'],
    cost: { ...cost, monthlyUsd: [10, 30] },
    source,
  },
];

/** 1 core that may be used to 50%, and users with a request of 50 ms of it every 10 s: 0.5 ÷ (0.1 × 0.05) = 100 users. */
const { baseLoads: _base, operations: _operations, ...rest } = shopInput;
const shop: SystemDefinition = {
  ...rest,
  operations: {
    requests: {
      name: 'request',
      kind: 'event',
      counts: 'http-requests',
      usual: { amount: 6, every: 'minute', source },
      demands: [{ component: 'api', resource: 'processor', amount: 1, seconds: 0.05, source }],
    },
  },
  withoutLimit: ['files', 'store'].map((component) => ({ component, reason: 'a test' })),
  levers,
};

function usersOf(requested: readonly string[]): number {
  const { system } = withLevers(shop, requested);
  const { capacity } = tierCapacity({ tier: { system, tier: 'one', compute: 'fargate' }, workload: { concurrentUsers: 10 } });
  return capacity.timesWorkload.mid * 10;
}

describe('a lever changes what a tier handles', () => {
  test.each([
    [[], 100],
    // 20% of hits are in the demand: 60% leave half of it, and 40% three quarters.
    [['hits=60%'], 200],
    [['hits=0.6'], 200],
    [['hits'], 100 / 0.75],
    [['rarer'], 200],
    [['hits=60%', 'rarer=50%'], 400],
    [['pool=50'], 100],
  ] as const)('%j: %s users', (requested, users) => {
    expect(usersOf(requested)).toBeCloseTo(users, 6);
  });

  test('an amount that a workload gives stays, where a lever makes operations rarer', () => {
    const { system } = withLevers(shop, ['rarer']);
    const { capacity } = tierCapacity({
      tier: { system, tier: 'one', compute: 'fargate' },
      workload: { concurrentUsers: 10, requestsPerSecond: 1 },
    });
    expect(capacity.timesWorkload.mid).toBeCloseTo(10, 6);
  });
});

describe('components that a lever needs are in the tiers', () => {
  const [tier] = loadSystem(withLevers(shop, ['pool', 'cache']).system).tiers;

  test('added components, the services that use them, and its cost as an external service', () => {
    expect(tier?.components.cache).toMatchObject({ kind: 'cache', memoryGib: 1 });
    expect(tier?.components['lever-cache']).toMatchObject({ kind: 'external', driver: 'flat', unitPriceUsd: [10, 30] });
    expect(tier?.components.api).toMatchObject({ uses: ['cache'], databasePool: 20 });
  });

  test('a pool that is larger stays', () => {
    const { tiers } = loadSystem(withLevers(SYSTEMS.find(({ id }) => id === 'capsules') as SystemDefinition, ['pool']).system);
    const pools = tiers.map(({ components: { api } }) => (api?.kind === 'service' ? api.databasePool : undefined));
    expect(pools.slice(0, 3)).toEqual([50, 105, 150]);
  });
});

test('the levers of each example can be applied at their ends, one at a time', () => {
  for (const system of SYSTEMS) {
    for (const { id, value } of loadSystem(system).levers) {
      for (const end of [value.least, value.default, value.most]) {
        const levered = loadSystem(withLevers(system, [`${id}=${end}`]).system);
        expect(levered.tiers.map((tier) => tier.id)).toEqual(system.tiers.map((tier) => tier.id));
      }
    }
  }
});

test('all wrong levers of a request are reported, with suggestions', () => {
  const wrong = () => withLevers(shop, ['hist=50%', 'hits=95%', 'pool=7.5', 'pool=50%', 'rarer', 'rarer=0.1']);
  expect(wrong).toThrow(InputError);
  expect(wrong).toThrow(
    [
      'invalid request',
      'with: invalid value "hist"; expected one of hits, rarer, pool, cache. Did you mean "hits"?',
      'with: invalid value "hits=95%"; expected hits from 20% to 90%',
      'with: invalid value "pool=7.5"; expected pool from 5 to 50',
      'with: invalid value "pool=50%"; expected pool from 5 to 50',
      'with: rarer is given twice; expected each lever once',
    ].join('\n  '),
  );
});

test('references to nothing, repeated ids and values out of range are problems of the definition', () => {
  const broken: SystemDefinition = {
    ...shop,
    levers: [
      {
        id: 'a',
        name: 'a',
        value: { default: 2, least: 0, most: 1 },
        changes: [
          { kind: 'demand', component: 'ap' },
          { kind: 'usual', operation: 'request' },
          { kind: 'price', component: 'api' },
        ],
        source,
      },
      {
        id: 'a',
        name: 'a',
        value: { default: 1, least: 0, most: 1 },
        changes: [{ kind: 'pool', component: 'store' }],
        usedBy: ['files'],
        source,
      },
    ],
  };
  const load = () => loadSystem(broken);
  for (const path of [
    '0.value.default',
    '0.changes.0.component',
    '0.changes.1.operation',
    '0.changes.2.component',
    '1.id',
    '1.changes.0.component',
    '1.usedBy.0',
  ]) {
    expect(load).toThrow(`levers.${path}`);
  }
});
