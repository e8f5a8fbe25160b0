import { expect, test } from 'vitest';
import { designCommand } from '../../bin/commands/design-command';
import { EXAMPLES } from '../../bin/systems';
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

test('--no-design leaves the design out', async () => {
  expect((await recommended('assistant', '--users', '200', '--no-design')).design).toBeNull();
  const { stdout } = await sizing(['recommend', 'assistant', '--users', '200', '--no-design']);
  expect(stdout).not.toMatch(/^ design /m);
});

test('the command has the flags of the request that design has, quoted for a shell', () => {
  const flags = { users: '500-800', workload: "it's.yaml", readReplicas: '1', calibration: ['a.json', 'b.json'], why: true, json: true };
  expect(designCommand({ flags: { ...flags, design: true }, systems: EXAMPLES }, 'aiva')).toBe(
    "npx sizing design aiva --users 500-800 --workload 'it'\\''s.yaml' --read-replicas 1 --calibration a.json --calibration b.json --write",
  );
});
