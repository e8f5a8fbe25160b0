import { expect, test } from 'vitest';
import { withLevers } from '../../lib/answers/levers';
import { type RecommendRequest, recommendTier } from '../../lib/answers/recommend';
import { synthesizeAndEstimate } from '../../lib/answers/synthesize-and-estimate';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { leverGainJson } from '../../lib/output/json/levers';
import { aiva } from '../../tiers';

const source = 'a test';

const USERS = 10;

/** `small` alone, with a lever that has unknown costs, one that costs $20/month, and levers of its document. */
const system: SystemDefinition = {
  ...aiva,
  scenarios: [],
  contradictions: [],
  operations: aiva.operations,
  tiers: aiva.tiers.slice(0, 1),
  levers: [
    ...(aiva.levers ?? []).filter(({ id }) => id === 'semantic-cache' || id === 'cheaper-model'),
    {
      id: 'less-memory',
      name: 'half of the memory of a chat',
      value: { default: 0.5, least: 0, most: 0.5 },
      changes: [{ kind: 'demand', component: 'api', operation: 'chats' }],
      cost: { monthlyUsd: [10, 30], asOf: '2026-11-01', source },
      source,
    },
  ],
};

const answerOf = (request: Partial<RecommendRequest> = {}) =>
  recommendTier({ system, workload: { concurrentUsers: USERS }, ...request }, synthesizeAndEstimate);

test('levers are ranked by the users that they add for each dollar, and a lever with unknown costs comes last', () => {
  const { levers = [], recommendation } = answerOf({ levers: true });
  const before = recommendation.chosen?.assessment;
  expect(levers.map(({ lever, standing }) => [lever.id, standing])).toEqual([
    ['cheaper-model', 'no-extra-cost'],
    ['less-memory', 'paid'],
    ['semantic-cache', 'unknown-cost'],
  ]);
  const [cheaper, paid, unknown] = levers;
  // 83% of the price of 10 users at 0.5 to 2 dollars, 1.25 in the middle.
  expect(cheaper?.moreUsd).toBeCloseTo(-0.83 * 1.25 * USERS, 2);
  expect(cheaper?.moreUsers).toBe(0);
  // The middle of 10 to 30 dollars.
  expect(paid?.moreUsd).toBeCloseTo(20, 2);
  expect(paid?.moreUsers).toBeGreaterThan(1);
  expect(paid?.usersPerUsd).toBeCloseTo((paid?.moreUsers ?? 0) / 20, 6);
  expect(paid?.users).toBeCloseTo((before?.usersWith(0.9) ?? 0) + (paid?.moreUsers ?? 0), 6);
  expect(unknown === undefined ? undefined : leverGainJson(unknown)).toMatchObject({
    monthlyUsd: null,
    moreMonthlyUsd: null,
    usersPerUsd: null,
  });
});

test('the same question has the same estimate and the same users with the lever of --with', () => {
  const { levers = [] } = answerOf({ levers: true });
  const paid = levers.find(({ lever }) => lever.id === 'less-memory');
  const { recommendation } = answerOf({ system: withLevers(system, ['less-memory']).system });
  const chosen = recommendation.chosen?.assessment;
  expect(chosen?.monthlyUsd).toEqual(paid?.monthlyUsd);
  expect(chosen?.usersWith(0.9)).toBe(paid?.users);
});

test('a workload without users is refused: there is nothing to rank by', () => {
  expect(() => answerOf({ levers: true, workload: { operations: { calls: 1 } } })).toThrow('levers: the workload has no users');
});
