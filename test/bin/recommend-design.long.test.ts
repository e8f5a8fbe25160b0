import { expect, test } from 'vitest';
import { type RecommendJson, RecommendJson as Schema } from '../../lib/output/json/recommend';
import { sizing } from '../support/run';

async function recommended(...argv: readonly string[]): Promise<RecommendJson> {
  const { stdout } = await sizing(['recommend', ...argv, '--json']);
  return Schema.parse(JSON.parse(stdout));
}

/** The design that is offered. */
function offered({ design }: RecommendJson) {
  if (design?.kind !== 'offered') throw new Error(`no design is offered: ${JSON.stringify(design)}`);
  return design;
}

test('350 users of aiva: the offered design is the tier of its command, and costs over 10% less than the recommended tier', async () => {
  const answer = await recommended('aiva', '--users', '350');
  const { design, compared, command } = offered(answer);
  expect(command).toBe('npx sizing design aiva --users 350 --write');
  const { stdout } = await sizing(['design', 'aiva', '--users', '350', '--json']);
  expect(JSON.parse(stdout).design).toEqual(design);
  expect(design.confidence).toBeGreaterThanOrEqual(0.9);
  expect(compared).toEqual({ tier: 'very-large', copies: 1, monthlyUsd: answer.recommended?.monthlyUsd });
  expect(design.monthlyUsd.mid).toBeLessThan(0.9 * (compared?.monthlyUsd.mid ?? 0));
});
