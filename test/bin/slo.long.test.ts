import { expect, test } from 'vitest';
import { DesignJson } from '../../lib/output/json/design';
import { RecommendJson } from '../../lib/output/json/recommend';
import { sizing } from '../support/run';

const asked = ['aiva', '--users', '75', '--slo', 'p95=300ms', '--slo', 'searches.p95=2.8s', '--json'];

test('recommend --slo: a tier that meets the levels, and why a smaller one that handles the load does not', async () => {
  const { code, stdout } = await sizing(['recommend', ...asked, '--no-design']);
  const { recommended, requiredLevels, tiers } = RecommendJson.parse(JSON.parse(stdout));
  expect(code).toBe(0);
  expect(requiredLevels.map(({ operation, measure, most }) => ({ operation, measure, most }))).toEqual([
    { operation: 'requests', measure: 'p95', most: 0.3 },
    { operation: 'searches', measure: 'p95', most: 2.8 },
  ]);
  for (const { likelihood } of requiredLevels) expect(likelihood).toBeGreaterThanOrEqual(recommended?.confidence ?? 1);
  expect(recommended?.confidence).toBeGreaterThanOrEqual(0.9);
  const plain = RecommendJson.parse(JSON.parse((await sizing(['recommend', 'aiva', '--users', '75', '--no-design', '--json'])).stdout));
  const without = tiers.find(({ tier }) => tier === plain.recommended?.tier);
  expect(without).toMatchObject({ verdict: 'too-slow', monthlyUsd: null });
  expect(without?.usersWithConfidence).toBeLessThan(75);
});

test('design --slo: costs at least as much as without, and meets the levels in nine of ten samples', async () => {
  const { design } = DesignJson.parse(JSON.parse((await sizing(['design', ...asked])).stdout));
  const { design: plain } = DesignJson.parse(JSON.parse((await sizing(['design', 'aiva', '--users', '75', '--json'])).stdout));
  expect(design?.confidence).toBeGreaterThanOrEqual(0.9);
  expect(design?.monthlyUsd.mid).toBeGreaterThanOrEqual(plain?.monthlyUsd.mid ?? Infinity);
  expect(design?.requiredLevels.every(({ p95Seconds }) => p95Seconds !== undefined)).toBe(true);
});

test('design --slo: exit code 2 where the work alone takes too long', async () => {
  const { code, stdout } = await sizing(['design', 'aiva', '--users', '75', '--slo', 'p95=100ms']);
  expect(code).toBe(2);
  expect(stdout).toContain('p95 of requests within 100 ms');
  expect(stdout).toContain('even where nothing waits');
});
