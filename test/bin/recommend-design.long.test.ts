import { expect, test } from 'vitest';
import { type RecommendJson, RecommendJson as Schema } from '../../lib/output/json/recommend';
import { sizing } from '../support/run';

async function recommended(...argv: readonly string[]): Promise<RecommendJson> {
  const { stdout } = await sizing(['recommend', ...argv, '--json']);
  return Schema.parse(JSON.parse(stdout));
}

/** The least that the answer costs, US dollars per month at mid. */
function leastUsd(answer: RecommendJson): number {
  const { design, recommended: tier, cells } = answer;
  const ofTiers = tier?.monthlyUsd?.mid ?? cells?.monthlyUsd.mid ?? Number.POSITIVE_INFINITY;
  return design?.kind === 'offered' ? Math.min(ofTiers, design.design.monthlyUsd.mid) : ofTiers;
}

test('users above those of large cost aiva less than 10% more, where the next tier costs over twice as much', async () => {
  const [last, first] = [await recommended('aiva', '--users', '290'), await recommended('aiva', '--users', '300')];
  expect([last.recommended?.tier, first.recommended?.tier]).toEqual(['large', 'very-large']);
  expect(first.recommended?.monthlyUsd?.mid).toBeGreaterThan(2 * (last.recommended?.monthlyUsd?.mid ?? 0));
  expect(leastUsd(first)).toBeLessThan(1.1 * leastUsd(last));
});

/** The design that is offered. */
function offered({ design }: RecommendJson) {
  if (design?.kind !== 'offered') throw new Error(`no design is offered: ${JSON.stringify(design)}`);
  return design;
}

test('1,000 users of aiva: the design costs less than the two copies of the largest tier', async () => {
  const answer = await recommended('aiva', '--users', '1000');
  const { design, compared } = offered(answer);
  expect(compared).toEqual({ tier: 'very-large', copies: 2, monthlyUsd: answer.cells?.monthlyUsd });
  expect(design.monthlyUsd.mid).toBeLessThan(0.7 * (answer.cells?.monthlyUsd.mid ?? 0));
});

test.each([
  // AI requests are 94% of the cost of phase 1, whatever its sizes.
  { argv: ['barber-ops', '--users', '500'], text: 'not searched: components with sizes cost only' },
  { argv: ['assistant', '--users', '200'], text: 'sizes made to measure cost no less' },
  { argv: ['assistant', '--users', '60', '--budget', '100'], text: 'more than the budget' },
  // The design would open 2,400 connections, and the pooler of the tier accepts 2,000.
  { argv: ['assistant', '--users', '2000'], text: 'no sizes of own-inference handle the load with its settings' },
  { argv: ['aiva', '--users', '10', '--topology', 'single-host'], text: 'not searched: on a single host' },
])('one line says why no design is offered: $argv', async ({ argv, text }) => {
  const { stdout } = await sizing(['recommend', ...argv]);
  expect(stdout.split('\n').filter((line) => line.startsWith(' design '))).toEqual([expect.stringContaining(text)]);
});
