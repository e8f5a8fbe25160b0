import { expect, test } from 'vitest';
import { DesignJson } from '../../lib/output/json/design';
import { RecommendJson } from '../../lib/output/json/recommend';
import { sizing } from '../support/run';

const designed = async (...argv: readonly string[]) => {
  const { stdout } = await sizing(['design', 'aiva', '--json', ...argv]);
  return DesignJson.parse(JSON.parse(stdout));
};

test('each date has the tier and the cost that design states for its users, also for fewer users', async () => {
  const dates = [
    { months: 6, users: 1000 },
    { months: 12, users: 350 },
  ];
  const { plan } = await designed('--users', '80', '--plan', '6m:1000,12m:350');
  expect(plan).toHaveLength(dates.length);
  for (const [index, { months, users }] of dates.entries()) {
    const { design } = await designed('--users', String(users));
    expect(plan?.[index]).toMatchObject({ months, users, tier: `right-sized-${users}`, options: {} });
    expect((plan?.[index]?.monthlyUsd?.mid ?? Number.NaN) / (design?.monthlyUsd.mid ?? Number.NaN)).toBeCloseTo(1, 4);
  }
  const [first, second] = (plan ?? []).map(({ monthlyUsd }) => monthlyUsd?.mid ?? Number.NaN);
  expect((plan?.[0]?.sinceTodayUsd?.mid ?? Number.NaN) / (6 * (first ?? 0))).toBeCloseTo(1, 4);
  // Six months until the first date, and six from there to the second.
  expect((plan?.[1]?.sinceTodayUsd?.mid ?? Number.NaN) / (6 * (first ?? 0) + 6 * (second ?? 0))).toBeCloseTo(1, 4);
});

test('the first move starts at the design of today, and as many users keep the tier', async () => {
  const { design, plan } = await designed('--users', '80', '--plan', '6m:80,7m:1500');
  expect(plan?.[0]).toMatchObject({ monthlyUsd: design?.monthlyUsd, move: { kind: 'none' } });
  const { plan: recommended } = RecommendJson.parse(
    JSON.parse((await sizing(['recommend', 'aiva', '--users', '80', '--plan', '7m:1500', '--json'])).stdout),
  );
  // Beyond the largest tier, `recommend --plan` has the same design.
  expect(plan?.[1]).toMatchObject({ tier: recommended?.[0]?.tier, monthlyUsd: recommended?.[0]?.monthlyUsd, move: { kind: 'accepted' } });
});

test('a date above the budget has no tier, and no cost from there on', async () => {
  const { plan } = await designed('--users', '80', '--budget', '2000', '--plan', '6m:1000,12m:80');
  expect(plan?.[0]).toMatchObject({ tier: null, monthlyUsd: null, sinceTodayUsd: null, move: { kind: 'not-planned' } });
  expect(plan?.[1]).toMatchObject({ tier: 'right-sized-80', sinceTodayUsd: null, move: { kind: 'not-planned' } });
});

test('--base-tier is that of every date, and --id the start of every id', async () => {
  const fixed = ['--base-tier', 'large', '--id', 'made'];
  const { plan } = await designed('--users', '80', ...fixed, '--plan', '6m:100');
  const { design } = await designed('--users', '100', ...fixed);
  expect(plan?.[0]).toMatchObject({ tier: 'made-100', monthlyUsd: design?.monthlyUsd });
});

test.each([
  [['--users', '80', '--plan', '6x:1000'], '--plan: invalid value "6x:1000"; expected months and users, such as 6m:1000,12m:5000'],
  [['--users', '80', '--plan', '12m:1000,6m:5000'], 'ascending whole months up to 60'],
  [['--chats', '1', '--plan', '6m:1000'], 'the users of today too'],
  [['--users', '80', '--growth', '8%/month', '--months', '6', '--plan', '6m:1000'], 'no months together with a plan'],
])('%s is refused', async (argv, message) => {
  const { code, stderr } = await sizing(['design', 'aiva', ...argv]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
});
