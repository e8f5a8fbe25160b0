/** Tiers that do not state how many instances their workload needs. */
import { describe, expect, it } from 'vitest';
import { compareTiers } from '../../lib/answers/compare';
import { estimateTier } from '../../lib/answers/estimate';
import { recommendTier } from '../../lib/answers/recommend';
import type { InstanceRangeInput } from '../../lib/model/inputs';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { billFor } from '../support/synthesized';

const estimator = (blueprint: Parameters<typeof billFor>[0]) => billFor(blueprint).estimate;

function shopWith(instances: InstanceRangeInput): SystemDefinition {
  return {
    id: 'shop',
    operations: {
      orders: {
        name: 'order',
        kind: 'event',
        usual: { amount: 1, every: 'minute' },
        demands: [{ component: 'api', resource: 'processor', amount: 1, seconds: 0.1 }],
      },
    },
    tiers: [
      {
        id: 'small',
        workload: { concurrentUsers: 1_000 },
        components: {
          api: { kind: 'service', instances, vcpu: 1, memoryGib: 2, ports: [{ port: 8080, protocol: 'http' }] },
          entry: { kind: 'load-balancer', type: 'application', target: 'api' },
        },
      },
    ],
  };
}

const warningsOf = (instances: InstanceRangeInput) => {
  const system = shopWith(instances);
  const options = { compute: 'fargate' };
  const answers = [estimateTier({ system, tier: 'small', ...options }, estimator), compareTiers({ system, options }, estimator)];
  return answers.map(({ warnings }) => warnings.filter(({ kind }) => kind === 'expected-instances-missing'));
};

describe('the expected number of instances', () => {
  // 1,000 orders/min × 0.1 s = 1.67 cores, at most 70% of 1 core each: 2.4; by the root rule 1.67 + 1.06 × √1.67 = 3.04: four.
  const services = [{ component: 'api', expected: 1, needed: 4 }];

  it('has a warning if it is the minimum and the workload needs more', () => {
    const warning = { kind: 'expected-instances-missing', tier: 'small', services };
    expect(warningsOf({ min: 1, max: 8 })).toEqual([[warning], [warning]]);
  });

  it('has none if the minimum is enough, or the tier states it', () => {
    expect(warningsOf({ min: 4, max: 8 })).toEqual([[], []]);
    expect(warningsOf({ min: 1, expected: 2, max: 8 })).toEqual([[], []]);
  });

  it('is that of a recommendation for the same workload', () => {
    const system = shopWith({ min: 1, expected: 4, max: 8 });
    const request = { system, workload: { concurrentUsers: 1_000 }, options: { compute: 'fargate' as const }, design: false };
    const recommended = recommendTier(request, estimator).recommendation.chosen?.assessment.monthlyUsd?.mid;
    const { estimate } = estimateTier({ system, tier: 'small', compute: 'fargate' }, estimator);
    expect(recommended).toBeCloseTo(estimate.monthlyUsd.mid.toNumber(), 2);
  });
});
