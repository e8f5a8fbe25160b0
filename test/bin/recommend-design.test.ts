import { expect, test } from 'vitest';
import { designCommand } from '../../bin/commands/design-command';
import { EXAMPLES } from '../../bin/systems';
import { type RecommendJson, RecommendJson as Schema } from '../../lib/output/json/recommend';
import { sizing } from '../support/run';

async function recommended(...argv: readonly string[]): Promise<RecommendJson> {
  const { stdout } = await sizing(['recommend', ...argv, '--json']);
  return Schema.parse(JSON.parse(stdout));
}

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
