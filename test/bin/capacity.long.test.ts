import { expect, test } from 'vitest';
import { RecommendJson } from '../../lib/output/json/recommend';
import { sizing } from '../support/run';

const json = async (argv: readonly string[]) => JSON.parse((await sizing([...argv, '--json'])).stdout);

test('recommend names the figures that decide, in tables, Markdown and JSON', async () => {
  const why = ['recommend', 'aiva', '--users', '80', '--why', '--no-design'];
  const answer = RecommendJson.parse(await json(why));
  const swings = (answer.why ?? []).map(({ usersAtLow, usersAtHigh }) => Math.abs(Number(usersAtHigh) - Number(usersAtLow)));
  expect(swings).toHaveLength(5);
  expect(swings).toEqual([...swings].sort((left, right) => right - left));
  // More calls of each user are fewer users: the plan of AIVA has 0.04 to 0.2 calls per user.
  const [first] = answer.why ?? [];
  expect(first).toMatchObject({ figure: 'calls per user', interval: { low: 0.04, high: 0.2 }, evidence: 'assumed' });
  expect(Number(first?.usersAtLow)).toBeGreaterThan(Number(first?.usersAtHigh));
  const handled = Number(answer.recommended?.usersWithConfidence);
  expect(handled).toBeGreaterThan(Number(first?.usersAtHigh));
  expect(handled).toBeLessThan(Number(first?.usersAtLow));
  expect((await sizing(why)).stdout).toMatch(/^ calls per user +0\.04 – 0\.12 – 0\.2 concurrent +\d+ +\d+ +assumed$/m);
  expect((await sizing([...why, '--format', 'markdown'])).stdout).toMatch(/^\| calls per user \| 0\.04 – 0\.12 – 0\.2 concurrent \|/m);
  expect((await json(['recommend', 'aiva', '--users', '80', '--no-design'])).why).toBeNull();
});

test('curve has the p95 at each load, and that of the document where it states one', async () => {
  const { points } = await json(['curve', 'ux-flow', '--min-users', '500', '--max-users', '20000']);
  const at = (users: number) => points.find((point: { users: number }) => point.users === users);
  expect(at(1_000)).toMatchObject({ documented: { p95Ms: 2_000, errorShare: 0.01 }, latency: { operation: 'requests' } });
  // An authorization check holds a connection for 10 ms (2 to 50 ms); without a wait, the p95 is three times the mean.
  expect(at(1_000).latency.p95Seconds.mid).toBeCloseTo(0.01 * Math.log(20), 2);
  expect(at(500)).toMatchObject({ documented: { p95Ms: 500 } });
  expect(points.at(-1)).toMatchObject({ users: 20_000, tier: null });
  expect(points.at(-1).latency).toBeUndefined();
});
