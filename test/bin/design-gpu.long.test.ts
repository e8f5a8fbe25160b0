import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DesignJson } from '../../lib/output/json/design';
import { sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

async function made(...argv: readonly string[]) {
  const { code, stdout } = await sizing(['design', 'aiva', '--users', '350', '--base-tier', 'very-large', '--json', ...argv]);
  const { design } = DesignJson.parse(JSON.parse(stdout));
  if (design === null) throw new Error('sizes handle the workload');
  return { code, ...design };
}

test('a design has the cheaper of both: the GPU of its base tier, or none', async () => {
  const [open, without, withGpu] = [await made(), await made('--gpu', 'none'), await made('--gpu', 'a10g')];
  expect(withGpu.monthlyUsd.mid).toBeGreaterThan(without.monthlyUsd.mid);
  expect(open.monthlyUsd.mid).toBe(without.monthlyUsd.mid);
  expect(open.changes).toContainEqual({ component: 'image-worker', field: 'gpu', from: 'a10g', to: 'none', reason: null });
  expect(open.tier).toMatchObject({ gpu: { default: 'none' } });
  expect(withGpu.changes.map(({ field }) => field)).not.toContain('gpu');
});

test('--write writes the tier without its GPU, and its template costs what the design states', async () => {
  const folder = temporaryFolder();
  await sizing(['init', 'shop', '--as', 'yaml', '--output-dir', folder]);
  const config = ['--config', join(folder, 'sizing.yaml')];
  const { monthlyUsd } = await made('--write', ...config);
  const estimate = await sizing(['estimate', 'aiva', 'right-sized', '--json', ...config]);
  expect(Number(JSON.parse(estimate.stdout).monthlyUsd.mid)).toBeCloseTo(monthlyUsd.mid, 0);
});
