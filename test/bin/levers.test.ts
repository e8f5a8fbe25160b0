import { expect, test } from 'vitest';
import { sizing } from '../support/run';

/** Costs per month of the large tier of AIVA, as `estimate` and `compare` print them. */
async function costsWith(levers: readonly string[]): Promise<readonly [string, string]> {
  const estimated = JSON.parse((await sizing(['estimate', 'aiva', 'large', '--json', ...levers])).stdout);
  const compared = JSON.parse((await sizing(['compare', 'aiva', '--tiers', 'large', '--json', ...levers])).stdout);
  return [estimated.monthlyUsd.mid, compared.tiers[0].estimate.monthlyUsd.mid];
}

test('estimate and compare have the same cost with a lever, and 83% less of the model API', async () => {
  const [withLever, compared] = await costsWith(['--with', 'cheaper-model=83%']);
  expect(compared).toBe(withLever);
  const [without] = await costsWith([]);
  // 350 users at $0.50 – $2.00.
  expect(Number(without) - Number(withLever)).toBeCloseTo(350 * 1.25 * 0.83, 1);
});

test('estimate of files has no levers', async () => {
  const { code, stderr } = await sizing(['estimate', 'template.json', '--with', 'cheaper-model']);
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('--with: given together with files') });
});

test('design names the changes that a lever needs, and no command that would be refused', async () => {
  const { stdout } = await sizing(['design', 'ux-flow', '--users', '300', '--base-tier', 'startup', '--with', 'cdn']);
  expect(stdout).toContain('only after the changes that the levers need, below');
  expect(stdout).toContain('components.cdn, in each tier without it: a cdn');
  expect(stdout).not.toContain('--write writes');
});
