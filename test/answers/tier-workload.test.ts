import { describe, expect, it } from 'vitest';
import { tierCapacity } from '../../lib/answers/capacity';
import { loadSystem } from '../../lib/answers/system-reference';
import { certain } from '../../lib/core/interval';
import { extensionOf } from '../../lib/design/extension';
import { completeWorkload, requestsOf } from '../../lib/model/complete-workload';
import type { Tier } from '../../lib/model/tier';
import type { SystemDefinition } from '../../lib/model/tier-extension';

/** A game whose moves are messages on an open WebSocket: ten times as many as its calls of the API. */
const GAME: SystemDefinition = {
  id: 'game',
  operations: {
    moves: {
      name: 'move',
      kind: 'event',
      usual: { amount: 20, every: 'minute' },
      demands: [{ component: 'api', resource: 'processor', amount: 1, seconds: 0.001 }],
    },
    calls: {
      name: 'API call',
      kind: 'event',
      usual: { amount: 2, every: 'minute' },
      counts: 'http-requests',
      demands: [{ component: 'api', resource: 'processor', amount: 1, seconds: 0.01 }],
    },
  },
  tiers: [
    {
      id: 'small',
      workload: { concurrentUsers: 600 },
      components: {
        api: { kind: 'service', instances: { min: 2, max: 2 }, vcpu: 1, memoryGib: 1, ports: [{ port: 8080, protocol: 'http' }] },
        entry: { kind: 'load-balancer', type: 'application', target: 'api' },
      },
    },
  ],
};

describe('a system with more events than HTTP requests', () => {
  const system = loadSystem(GAME);
  const tier = system.tiers[0] as Tier;
  const targetOf = (workload?: { readonly concurrentUsers: number }) =>
    tierCapacity({ tier: { system: GAME, tier: 'small' }, ...(workload === undefined ? {} : { workload }) }).capacity.operations.find(
      ({ operation }) => operation === 'calls',
    )?.target.mid;

  it('has the usual requests in the capacity, of the workload of a tier as of the same users', () => {
    // 600 users × 2 calls a minute. The 200 moves/s are an operation of their own.
    expect(targetOf()).toBeCloseTo(20);
    expect(targetOf({ concurrentUsers: 600 })).toBeCloseTo(20);
  });

  it('is billed for a request of each event, and of none if the workload gives the requests', () => {
    expect(requestsOf(system, tier.workload).mid).toBeCloseTo(200);
    expect(requestsOf(system, { ...tier.workload, requestsPerSecond: certain(20) }).mid).toBe(20);
  });

  it('has a designed tier whose file does not fix the requests', () => {
    const designed = { ...tier, id: 'right-sized', workload: completeWorkload(system, { concurrentUsers: certain(900) }) };
    expect(extensionOf(tier, designed)).toMatchObject({ workload: { concurrentUsers: certain(900) } });
    expect(extensionOf(tier, designed).workload).not.toHaveProperty('requestsPerSecond');
  });
});
