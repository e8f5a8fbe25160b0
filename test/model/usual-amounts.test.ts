import { describe, expect, it, test } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { requestsOf, withRequestsOfEvents } from '../../lib/model/complete-workload';
import type { OperationInput } from '../../lib/model/inputs';
import { parseInput } from '../../lib/model/parse';
import { startedIntervals } from '../../lib/model/volumes';
import { TargetWorkload } from '../../lib/model/workload';

const ORDERS: OperationInput = { name: 'order', kind: 'event' };

function shop(operations: Readonly<Record<string, OperationInput>>, profile: 'web' | 'chat' = 'web') {
  return loadSystem({ id: 'shop', operations, traffic: { profile }, tiers: [{ id: 'small', components: {} }] });
}

const workload = (input: unknown) => parseInput(TargetWorkload, input, 'test');

describe('an operation without a usual amount', () => {
  // GitLab reference architectures: 20 requests/s of 1,000 users. Of chats the profile assumes one in 10 seconds.
  test.each([
    ['web', 20],
    ['chat', 100],
  ] as const)('of the profile %s: users start an event as often as they send requests', (profile, perSecond) => {
    const started = startedIntervals(shop({ orders: ORDERS }, profile), workload({ concurrentUsers: 1_000 }));
    expect(started.get('orders')?.mid).toBeCloseTo(perSecond);
  });

  it('is a session that every user has, and states that it is assumed', () => {
    const { operations } = shop({ chats: { name: 'chat', kind: 'session' } });
    expect(operations.chats?.usual).toMatchObject({
      amount: { mid: 1 },
      per: 'user',
      evidence: 'assumed',
      source: 'assumed: every user has one open',
    });
  });

  it('only occurs with the operations that include it', () => {
    const { operations } = shop({
      orders: { ...ORDERS, includes: [{ operation: 'mails', times: 2 }] },
      mails: { name: 'mail', kind: 'event' },
    });
    expect(operations.mails?.usual.amount.high).toBe(0);
    expect(operations.orders?.usual.amount.low).toBeGreaterThan(0);
  });
});

test.each([
  ['200/h', 200 / 3_600],
  ['200/hour', 200 / 3_600],
  ['30/minute', 0.5],
  ['4/second', 4],
  ['864/day', 0.01],
])('a rate of %s is %d/s', (written, perSecond) => {
  expect(workload({ operations: { orders: written } }).operations?.orders?.mid).toBeCloseTo(perSecond, 10);
});

describe('HTTP requests of a workload without them', () => {
  const known = { orders: { ...ORDERS, usual: { amount: 0.001 } } };

  it('are those of its users, and at least one for each event that users start', () => {
    expect(requestsOf(shop(known), workload({ concurrentUsers: 100 })).mid).toBeCloseTo(2);
    expect(requestsOf(shop(known), workload({ concurrentUsers: 100, operations: { orders: 5 } })).mid).toBe(5);
  });

  it('follow from events alone, also if an operation counts them', () => {
    const requests: OperationInput = { name: 'request', kind: 'event', counts: 'http-requests', usual: { amount: 0.02 } };
    expect(withRequestsOfEvents(shop(known), workload({ operations: { orders: '180/min' } })).requestsPerSecond?.mid).toBeCloseTo(3);
    expect(withRequestsOfEvents(shop({ ...known, requests }), workload({ operations: { orders: 3 } })).requestsPerSecond?.mid).toBe(3);
  });

  it('are none for events that need no service with an HTTP port', () => {
    const service = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 1 } as const;
    const readings = (component: string): OperationInput => ({
      name: 'reading',
      kind: 'event',
      usual: { amount: 1, every: 'minute' },
      demands: [{ component, resource: 'processor', amount: 1, seconds: 0.001 }],
    });
    const fleet = (component: string) => {
      const system = loadSystem({
        id: 'fleet',
        operations: {
          readings: readings(component),
          dashboards: { name: 'dashboard', kind: 'event', counts: 'http-requests', usual: { amount: 0.001 } },
        },
        tiers: [
          {
            id: 'pilot',
            workload: { concurrentUsers: 6_000 },
            components: {
              broker: { ...service, ports: [{ port: 8883, protocol: 'tcp' }] },
              portal: { ...service, ports: [{ port: 8080, protocol: 'http' }] },
            },
          },
        ],
      });
      return requestsOf(system, workload({ concurrentUsers: 6_000 })).mid;
    };
    // 6,000 devices: 0.001 dashboards/s each, and one reading a minute each.
    expect(fleet('broker')).toBeCloseTo(6);
    expect(fleet('portal')).toBeCloseTo(100);
  });

  it('are counted once if the workload gives them by the id of an operation', () => {
    const requests: OperationInput = { name: 'request', kind: 'event', counts: 'http-requests' };
    const given = workload({ operations: { requests: 7 } });
    expect(withRequestsOfEvents(shop({ requests }), given)).toEqual(given);
  });

  it('are those of the users that an operation counts', () => {
    const users: OperationInput = { name: 'user session', kind: 'session', counts: 'users' };
    const started = startedIntervals(shop({ users, ...known }), workload({ operations: { users: 2_000 } }));
    expect(started.get('orders')?.mid).toBeCloseTo(2);
  });
});
