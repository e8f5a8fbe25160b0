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

test('recommend --slo replication-lag: a tier whose replicas are late does not meet the level, and one without replicas sees no lag', async () => {
  const lagOf = async (users: number, level: string) => {
    const { stdout } = await sizing(['recommend', 'capsules', '--users', `${users}`, '--slo', level, '--no-design', '--json']);
    const { recommended, requiredLevels } = RecommendJson.parse(JSON.parse(stdout));
    return { tier: recommended?.tier, ofReads: requiredLevels.map(({ operation, replicationLagSeconds: lag }) => ({ operation, lag })) };
  };
  const { tier, ofReads } = await lagOf(300_000, 'replication-lag=10ms');
  expect(tier).toBe('full');
  // The transfer takes 0.3 to 9 ms, mid 1 ms, and a write of a capsule is applied in less than 0.1 ms.
  expect(ofReads).toMatchObject([{ operation: 'reads' }]);
  const mid = Number(ofReads[0]?.lag?.mid);
  expect(mid).toBeGreaterThan(0.001);
  expect(mid).toBeLessThan(0.002);
  expect((await lagOf(300_000, 'replication-lag=1ms')).tier).toBeUndefined();
  expect((await lagOf(50_000, 'replication-lag=1ms')).ofReads).toEqual([{ operation: 'reads', lag: { low: 0, mid: 0, high: 0 } }]);
});

test('recommend --slo replication-lag: an operation that does not read from replicas is a problem', async () => {
  const { code, stderr } = await sizing(['recommend', 'assistant', '--users', '100', '--slo', 'chats.replication-lag=1s']);
  expect(code).toBe(1);
  expect(stderr).toContain('chats does not read from replicas; expected a demand with `readOnly`');
});
