/** A system with work that only its GPU service does. */
import { describe, expect, test } from 'vitest';
import { designTierFor } from '../../lib/answers/design';
import { recommendTier } from '../../lib/answers/recommend';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { billFor } from '../support/synthesized';

const clips: SystemDefinition = {
  id: 'clips',
  operations: {
    uploads: {
      name: 'upload',
      kind: 'event',
      usual: { amount: 1, every: 'day' },
      demands: [
        { component: 'api', resource: 'processor', amount: 1, seconds: 2 },
        { component: 'transcoder', resource: 'slots', amount: 1, seconds: 60 },
      ],
    },
  },
  tiers: [
    {
      id: 'beta',
      workload: { concurrentUsers: 500 },
      gpu: {
        default: 't4',
        id: 'transcoder',
        service: {
          kind: 'service',
          instances: { min: 1, max: 4 },
          vcpu: 3,
          memoryGib: 12,
          gpus: 1,
          worksOn: 'jobs',
          limits: [{ resource: 'slots', amount: 2, source: 'test' }],
        },
      },
      components: {
        api: { kind: 'service', instances: { min: 1, max: 2 }, vcpu: 1, memoryGib: 2, uses: ['jobs'] },
        nodes: { kind: 'node-pool', runs: ['api'] },
        jobs: { kind: 'queue', messages: 'uploads' },
      },
    },
  ],
};
const workload = { concurrentUsers: 500 };
const estimator = (blueprint: Parameters<typeof billFor>[0]) => billFor(blueprint).estimate;

describe('work that only a GPU does', () => {
  test('is on a GPU in the recommended tier', () => {
    const answer = recommendTier({ system: clips, workload, design: false }, estimator);
    expect(answer.recommendation.chosen?.assessment.candidate.options).toMatchObject({ gpu: 't4' });
  });

  test('costs as many instances as the load needs', () => {
    const costOf = (uploads: string) => {
      const request = { system: clips, workload: { ...workload, operations: { uploads } }, design: false };
      return recommendTier(request, estimator).recommendation.chosen?.assessment.monthlyUsd;
    };
    const [idle, busy] = [costOf('1/day'), costOf('6/min')];
    // 0.1 uploads/s × 60 s = 6 slots, at most 80% of 2 slots each: 3.75 instances. A g4dn.xlarge is $0.526/h, its 100 GiB of gp3 $8/month.
    expect((busy?.mid ?? 0) - (idle?.mid ?? 0)).toBeCloseTo(3 * (0.526 * 730 + 100 * 0.08), 0);
    expect((busy?.low ?? 0) - (idle?.low ?? 0)).toBeCloseTo(0, 0);
  });

  test('is on a GPU in a right-sized tier', () => {
    const { changes = [] } = designTierFor({ system: clips, workload }, estimator).design ?? {};
    expect(changes).toContainEqual(expect.objectContaining({ component: 'transcoder' }));
    expect(changes).not.toContainEqual(expect.objectContaining({ to: 'none' }));
  });

  test('is an error without a GPU, which names the service', () => {
    expect(() => recommendTier({ system: clips, workload, options: { gpu: 'none' } }, estimator)).toThrow(
      'tiers.beta.components: unknown capacity of transcoder, which tier beta does not have with these options; expected options with which the tier has it, or `with: transcoder` in demands that count only there',
    );
  });
});
