import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GPU_MODELS, type GpuModel, REGIONS, type Region } from '../../lib/model/options';
import { aiva } from '../../tiers';
import { allConfigurations } from '../support/matrix';
import { ROOT } from '../support/sources';

const { configurations, refused } = allConfigurations([aiva]);

/** Instance families by GPU model. Source: https://aws.amazon.com/ec2/instance-types/, accelerated computing. */
const GPU_FAMILIES: Readonly<Record<GpuModel, RegExp>> = {
  t4: /"g4dn\./,
  a10g: /"g5\./,
  l4: /"g6\./,
  a100: /"p4de?\./,
};

const PRICE_FILES = Object.fromEntries(
  REGIONS.map((region) => [region, readFileSync(join(ROOT, 'data/prices', `${region}.json`), 'utf8')]),
) as Readonly<Record<Region, string>>;

/** Whether a region sells a family with a GPU model: its price file has it, with a list price or without. */
function isSold(model: GpuModel, region: Region): boolean {
  return GPU_FAMILIES[model].test(PRICE_FILES[region]);
}

/** Number of values of the option `gpu` in a region: `none`, and the models that it sells. */
function gpuOptionsIn(region: Region): number {
  return 1 + GPU_MODELS.filter((model) => isSold(model, region)).length;
}

describe('the matrix of configurations of aiva', () => {
  it('resolves all configurations that are possible', () => {
    const [computes, topologies, gpus] = [2, 2, 1 + GPU_MODELS.length];
    expect(configurations.length + refused.length).toBe(aiva.tiers.length * REGIONS.length * gpus * computes * topologies);
    const ofTier = (tier: string) => configurations.filter(({ request }) => request.tier === tier);
    const gpuOptions = REGIONS.reduce((sum, region) => sum + gpuOptionsIn(region), 0);
    expect(ofTier('medium')).toHaveLength(gpuOptions * 2);
    expect(ofTier('small')).toHaveLength(gpuOptions * 2 + gpuOptions);
  });

  it('refuses a single host for larger tiers and on Fargate, and GPUs that a region does not sell, and nothing else', () => {
    const unsold = REGIONS.flatMap((region) =>
      GPU_MODELS.filter((model) => !isSold(model, region)).map((model) => `region=${region} gpu=${model} `),
    );
    for (const { name, problems } of refused) {
      const expected = new Set<string>();
      if (name.includes('single-host') && !name.startsWith('aiva/small')) expected.add('topology');
      if (name.includes('single-host') && name.includes('fargate')) expected.add('compute');
      if (unsold.some((pair) => name.includes(pair))) expected.add('gpu');
      for (const problem of problems) expect(expected, name).toContain(problem);
      expect(problems, name).not.toHaveLength(0);
    }
  });
});
