import { describe, expect, it } from 'vitest';
import { GPU_MODELS, REGIONS, type Region } from '../../lib/model/options';
import { aiva } from '../../tiers';
import { allConfigurations } from '../support/matrix';

const { configurations, refused } = allConfigurations([aiva]);

/** Values of the option `gpu` by region: `none`, and the models that its price list has. */
const GPU_OPTIONS: Readonly<Record<Region, number>> = {
  'us-east-1': 5, // none, t4, a10g, l4, a100
  'us-west-2': 3, // none, t4, a10g
  'eu-west-1': 3,
  'eu-central-1': 2, // none, t4
  'ap-southeast-1': 2,
};

describe('the matrix of configurations of aiva', () => {
  it('resolves all configurations that are possible', () => {
    const [computes, topologies, gpus] = [2, 2, 1 + GPU_MODELS.length];
    expect(configurations.length + refused.length).toBe(aiva.tiers.length * REGIONS.length * gpus * computes * topologies);
    const ofTier = (tier: string) => configurations.filter(({ request }) => request.tier === tier);
    const gpuOptions = Object.values(GPU_OPTIONS).reduce((sum, count) => sum + count, 0);
    expect(ofTier('medium')).toHaveLength(gpuOptions * 2);
    expect(ofTier('small')).toHaveLength(gpuOptions * 2 + gpuOptions);
  });

  it('refuses a single host for larger tiers and on Fargate, and GPUs that a region does not list, and nothing else', () => {
    for (const { name, problems } of refused) {
      const expected = new Set<string>();
      if (name.includes('single-host') && !name.startsWith('aiva/small')) expected.add('topology');
      if (name.includes('single-host') && name.includes('fargate')) expected.add('compute');
      if (/gpu=(a10g|l4|a100)/.test(name) && !name.includes('us-east-1')) expected.add('gpu');
      for (const problem of problems) expect(expected, name).toContain(problem);
      expect(problems, name).not.toHaveLength(0);
    }
  });
});
