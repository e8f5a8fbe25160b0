import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DesignJson } from '../../lib/output/json/design';
import { sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const design = (...argv: readonly string[]) => sizing(['design', ...argv]);

/** The shop of `sizing init`, in a folder of its own. */
async function shop(): Promise<{ readonly folder: string; readonly config: readonly string[] }> {
  const folder = temporaryFolder();
  await sizing(['init', 'shop', '--as', 'yaml', '--output-dir', folder]);
  return { folder, config: ['--config', join(folder, 'sizing.yaml')] };
}

test('prints the cheapest sizes with their cost, a lower bound, limits and the cheapest tier', async () => {
  const { code, stdout } = await design('aiva', '--users', '350');
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot('./golden/design.txt');
});

test('costs less than the recommended tier where the next larger tier is far larger', async () => {
  const { stdout } = await design('aiva', '--users', '350', '--json');
  const { design: made, recommended } = DesignJson.parse(JSON.parse(stdout));
  expect(made?.confidence).toBeGreaterThanOrEqual(0.9);
  expect(made?.monthlyUsd.mid).toBeLessThan((recommended?.monthlyUsd.mid ?? 0) * 0.9);
  expect(made?.leastMonthlyUsd).toBeLessThanOrEqual(made?.monthlyUsd.mid ?? 0);
  // The tier `large` is sized for 300 users with 400 GiB: 400 × 350 ÷ 300 is 466.7.
  expect(made?.timesBaseWorkload).toBeCloseTo(350 / 300, 4);
  expect(made?.changes.filter(({ reason }) => reason !== null)).toEqual([
    { component: 'database', field: 'storageGib', from: 400, to: 467, reason: 'workload' },
  ]);
});

test('--months: the tier handles the workload at their end, and autoscaling starts fewer instances today', async () => {
  const { stdout } = await design('assistant', '--users', '50', '--growth', '8%/month', '--months', '12', '--json');
  const { design: made, targetWorkload, growth } = DesignJson.parse(JSON.parse(stdout));
  const times = 1.08 ** 12;
  expect(targetWorkload.concurrentUsers?.mid).toBeCloseTo(50 * times, 3);
  expect(growth).toMatchObject({ perMonth: 0.08, months: 12, todayWorkload: { concurrentUsers: { mid: 50 } } });
  expect(made?.usersWithConfidence).toBeGreaterThanOrEqual(50 * times);
  expect(made?.lastsMonths).toBeGreaterThanOrEqual(12);
  expect(made?.todayMonthlyUsd?.mid).toBeLessThan(made?.monthlyUsd.mid ?? 0);
});

test('--write writes a tier file that the other commands read', async () => {
  const { folder, config } = await shop();
  const { code, stdout } = await design('--users', '3000', '--write', ...config);
  const file = join(folder, 'tiers', 'right-sized.tier.json');
  expect({ code, isWritten: existsSync(file) }).toEqual({ code: 0, isWritten: true });
  expect(stdout).toContain('npx cdk deploy -c system=shop -c tier=right-sized');
  expect(JSON.parse(readFileSync(file, 'utf8')).system).toBe('shop');
  const again = await design('--users', '3000', '--json', ...config);
  const compared = await sizing(['compare', '--json', ...config]);
  const tiers: { tier: string; estimate: { monthlyUsd: { mid: string } } }[] = JSON.parse(compared.stdout).tiers;
  const made = tiers.find(({ tier }) => tier === 'right-sized');
  // The estimate of the template of the written tier is the cost that the design states.
  expect(Number(made?.estimate.monthlyUsd.mid)).toBeCloseTo(JSON.parse(again.stdout).design.monthlyUsd.mid, 0);
});

test.each([
  { argv: ['aiva', '--users', '350', '--base-tier', 'larg'], code: 1, message: 'Did you mean "large"?' },
  { argv: ['aiva', '--users', '350', '--id', '../../evil', '--write'], code: 1, message: '--id: invalid value "../../evil"' },
  { argv: ['aiva', '--users', '350', '--id', 'small', '--write'], code: 1, message: 'an id that no other tier of aiva has' },
  { argv: ['aiva', '--users', '350', '--months', '12'], code: 1, message: 'the growth of the workload too, such as 8%/month' },
  { argv: ['aiva', '--users', '350', '--months', '0.5'], code: 1, message: '--months: invalid value "0.5"; expected a whole number' },
  {
    argv: ['aiva', '--users', '350', '--growth', '8%', '--months', '61'],
    code: 1,
    message: '--months: invalid value 61; expected a whole',
  },
  {
    argv: ['aiva', '--users', '350', '--slo', 'p95=fast'],
    code: 1,
    message: 'a service level such as p95=1s, order.p95=500ms, errors=1% or replication-lag=1s',
  },
  {
    argv: ['aiva', '--users', '350', '--with', 'cheap-model'],
    code: 1,
    message: '--with: invalid value "cheap-model"; expected one of cache-hits',
  },
  { argv: ['aiva', '--users', '350', '--with', 'cheaper-model', '--write'], code: 1, message: '--write: given together with --with' },
  { argv: ['aiva', '--users', '350', '--slo', 'message.p95=5s'], code: 1, message: '--slo: invalid value "message"; expected one of' },
  { argv: ['aiva', '--users', '350', '--slo', 'p95=1s', '--slo', 'p95=2s'], code: 1, message: 'each service level once' },
  { argv: ['aiva', '--users', '350', '--topology', 'single-host'], code: 1, message: 'on a single host every service has one instance' },
  { argv: ['assistant', '--users', '60', '--budget', '10'], code: 2, message: 'exceeds the budget of $10.00/month' },
  { argv: ['capsules', '--users', '1000000'], code: 2, message: 'no sizes of full handle the load' },
])('$argv: exit code $code', async ({ argv, code, message }) => {
  const ran = await design(...argv);
  expect(ran.code).toBe(code);
  expect(ran.stderr).toContain(message);
});

test.each([
  ['{"system": "shop", "tier": {"id": "small", "extends": "large"}}', 'an id that no other tier of shop has'],
  ['{"system": "shpo", "tier": {"id": "made", "extends": "large"}}', 'Did you mean "shop"?'],
  ['{"tier": 5, "tires": []}', 'tires: unknown key'],
  ['{"system": "shop", "tier": {"id": "made", "extends": "lrage"}}', 'Did you mean "large"?'],
])('refuses the tier file %s', async (text, message) => {
  const { folder, config } = await shop();
  mkdirSync(join(folder, 'tiers'));
  writeFileSync(join(folder, 'tiers', 'made.tier.json'), text);
  const { code, stderr } = await sizing(['compare', ...config]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
});
