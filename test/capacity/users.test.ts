import { describe, expect, it } from 'vitest';
import { userActivity } from '../../lib/capacity/users';
import { parseInput } from '../../lib/model/parse';
import { TargetWorkload } from '../../lib/model/workload';
import { shop } from '../support/capacity';

describe('concurrent users', () => {
  it('are different numbers for the same users', () => {
    const users = userActivity(shop, parseInput(TargetWorkload, { concurrentUsers: 100 }, 'test'));
    expect(users.withOpenSession.mid).toBe(100);
    // 12 requests × 0.2 s and 1 order × 1 s.
    expect(users.inFlight?.mid).toBeCloseTo(3.4);
    // 13 events/s of 100 users are 7.8 events/minute per user, so that nearly all users are active.
    expect(users.active.mid).toBeCloseTo(100 * (1 - Math.exp(-7.8)));
    expect(users.sessions).toMatchObject({ carts: { mid: 50 } });
    expect(userActivity(shop, {}).active.mid).toBe(0);
  });

  it('have no number of operations in flight if an operation of the workload has no seconds', () => {
    const [id = '', operation] = Object.entries(shop.operations).find(([, { seconds }]) => seconds !== undefined) ?? [];
    const operations = { ...shop.operations, [id]: { ...operation, seconds: undefined } } as typeof shop.operations;
    const users = userActivity({ operations }, parseInput(TargetWorkload, { concurrentUsers: 100 }, 'test'));
    expect(users).toMatchObject({ inFlight: undefined, withoutSeconds: [id] });
    expect(userActivity({ operations }, {})).toMatchObject({ inFlight: { high: 0 }, withoutSeconds: [] });
  });
});
