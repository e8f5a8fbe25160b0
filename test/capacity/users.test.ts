import { describe, expect, it } from 'vitest';
import { arrivalsPerSecondOf } from '../../lib/capacity/queueing/little';
import { queuePerformance } from '../../lib/capacity/queueing/multi-server-queue';
import { convertedUsers, userActivity } from '../../lib/capacity/users';
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

/**
 * A pool of 15 connections that a request holds for about 100 ms, and a document that derives three capacities from it:
 * 2,000, 150 and 100 users. All three are the same pool; they differ in who is counted, and in whether the pool may be full.
 */
describe('the three user numbers of the capacity of a pool', () => {
  const full = arrivalsPerSecondOf(15, 0.1);
  const inPractice = 100;

  it('starts from one rate: 150/s with a full pool, 100/s in practice', () => {
    expect(full).toBe(150);
    const pool = { servers: 15, serviceSeconds: 0.1 };
    // At 100/s, one request in ten waits; at 149/s, nearly all wait, for ten times their duration.
    expect(queuePerformance({ ...pool, arrivalsPerSecond: inPractice }).waitingProbability).toBeCloseTo(0.102, 3);
    expect(queuePerformance({ ...pool, arrivalsPerSecond: 149 }).waitSeconds).toBeCloseTo(0.97, 2);
  });

  it('counts open sessions of average users by request rate: 2,000, or 600 when all are busy', () => {
    expect(convertedUsers('users with an open session, 3 requests/minute', inPractice, 3).users).toBe(2_000);
    expect(convertedUsers('the same users at their peak, 10 requests/minute', inPractice, 10).users).toBe(600);
  });

  it('counts users who send a request every second by pool: 150', () => {
    expect(convertedUsers('users who click every second, of a full pool', full, 60).users).toBe(150);
  });

  it('counts users who reach their rate limit of 60/minute: 100', () => {
    expect(convertedUsers('users at their rate limit, of what the pool does in practice', inPractice, 60).users).toBe(100);
  });
});
