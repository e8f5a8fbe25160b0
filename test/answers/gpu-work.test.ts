/** A system with work that only a GPU does: it has no service for it without one. */
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
