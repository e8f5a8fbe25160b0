import { expect, test } from 'vitest';
import { DesignJson } from '../../lib/output/json/design';
import { RecommendJson } from '../../lib/output/json/recommend';
import { sizing } from '../support/run';

const recommend = async (...argv: readonly string[]) => {
  const { code, stdout } = await sizing(['recommend', 'barber-ops', '--no-design', '--json', ...argv]);
  return { code, ...RecommendJson.parse(JSON.parse(stdout)) };
};

const MONTHS = [6, 12, 24] as const;

/** Users after 6, 12 and 24 months. Source: the document of Barber Ops, "Growth". */
const PATHS = [
  { path: 'conservative', users: [1_000, 5_000, 25_000] },
  { path: 'moderate', users: [10_000, 50_000, 200_000] },
  { path: 'aggressive', users: [50_000, 200_000, 1_000_000] },
] as const;

/** The most users that phase 4 is published for; "Growth" goes beyond them, and no other tier is larger. */
const PUBLISHED_USERS = 100_000;

test.each(PATHS)('the $path growth of the document', async ({ users }) => {
  const dates = MONTHS.map((months, index) => `${months}m:${users[index]}`).join(',');
  const { code, plan } = await recommend('--users', '50', '--plan', dates);
  expect(code).toBe(0);
  expect(plan?.map(({ months, users: at }) => [months, at])).toEqual(MONTHS.map((months, index) => [months, users[index]]));
  let [sinceTodayUsd, before] = [0, 0];
  for (const { months, tier, monthlyUsd, sinceTodayUsd: stated, move, users: at } of plan ?? []) {
    if (at <= PUBLISHED_USERS) expect(tier).not.toBeNull();
    sinceTodayUsd += (months - before) * (monthlyUsd?.mid ?? Number.NaN);
    before = months;
    if (tier === null) {
      expect({ stated, move }).toEqual({ stated: null, move: { kind: 'not-planned' } });
    } else {
      // JSON has six digits of each amount.
      expect((stated?.mid ?? Number.NaN) / sinceTodayUsd).toBeCloseTo(1, 4);
    }
  }
});

test('a period has the tier and the cost that recommend states for its users', async () => {
  const { plan } = await recommend('--users', '50', '--plan', '6m:1000,7m:1000');
  const { recommended } = await recommend('--users', '1000');
  expect(plan?.[0]).toMatchObject({ tier: recommended?.tier, options: recommended?.options, move: { kind: 'accepted' } });
  expect(plan?.[0]?.monthlyUsd?.mid).toBeCloseTo(recommended?.monthlyUsd?.mid ?? Number.NaN, 1);
  expect(plan?.[1]?.move).toEqual({ kind: 'none' });
});

test('a period has the missing storage that recommend states for its users', async () => {
  const { plan } = await recommend('--users', '50', '--plan', '6m:1000,12m:5000');
  for (const { users, storageShortages } of plan ?? []) {
    expect(storageShortages).toEqual((await recommend('--users', String(users))).storageShortages);
  }
  expect(plan?.[1]?.storageShortages?.length).toBeGreaterThan(0);
  const { stdout } = await sizing(['recommend', 'barber-ops', '--no-design', '--users', '50', '--plan', '6m:1000,12m:5000']);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(/Storage needed: database .* until 12 months\), which the costs do not include: stored data/);
});

test('a period beyond the largest tier has the tier that design makes for its users, and none without designs', async () => {
  const asked = ['recommend', 'aiva', '--users', '80', '--plan', '6m:1500', '--json'];
  const [planned] = RecommendJson.parse(JSON.parse((await sizing(asked)).stdout)).plan ?? [];
  const { design } = DesignJson.parse(JSON.parse((await sizing(['design', 'aiva', '--users', '1500', '--json'])).stdout));
  expect(planned).toMatchObject({ tier: 'right-sized-1500', monthlyUsd: design?.monthlyUsd, move: { kind: 'accepted' } });
  expect((planned?.sinceTodayUsd?.mid ?? Number.NaN) / (design?.monthlyUsd.mid ?? Number.NaN)).toBeCloseTo(6, 4);
  const [without] = RecommendJson.parse(JSON.parse((await sizing([...asked, '--no-design'])).stdout)).plan ?? [];
  expect(without).toMatchObject({ tier: null, monthlyUsd: null, sinceTodayUsd: null, move: { kind: 'not-planned' } });
});

test.each([
  [['--users', '50', '--plan', '6x:1000'], '--plan: invalid value "6x:1000"; expected months and users, such as 6m:1000,12m:5000'],
  [['--users', '50', '--plan', '12m:1000,6m:5000'], 'ascending whole months up to 60'],
  [['--bookings', '1', '--plan', '6m:1000'], 'the users of today too'],
])('%s is refused', async (argv, message) => {
  const { code, stderr } = await sizing(['recommend', 'barber-ops', ...argv]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
});
