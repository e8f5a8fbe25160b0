import { describe, expect, it } from 'vitest';
import { aiva } from '../../tiers';
import { allConfigurations } from '../support/matrix';

const { configurations, refused } = allConfigurations([aiva]);

describe('the matrix of configurations of aiva', () => {
  it('resolves all but those that cannot be', () => {
    // 4 tiers × 5 regions × 5 GPU options × 2 computes × 2 topologies.
    expect(configurations.length + refused.length).toBe(400);
    const ofTier = (tier: string) => configurations.filter(({ request }) => request.tier === tier);
    // GPU options by region: us-east-1 5, us-west-2 and eu-west-1 3 (none, t4, a10g), eu-central-1 and ap-southeast-1 2.
    const gpuOptions = 5 + 3 + 3 + 2 + 2;
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
