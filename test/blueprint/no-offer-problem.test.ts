import { describe, expect, test } from 'vitest';
import { noOfferProblem } from '../../lib/blueprint/no-offer-problem';
import { NoOffer } from '../../lib/selection/choice';

describe('a requirement that no instance type meets', () => {
  test('is reported with the largest size that exists', () => {
    const error = new NoOffer({ kind: 'data-store-node', vcpu: 2, memoryGib: 4_096 }, [
      { types: ['db.m6g.large'], reason: { kind: 'too-little-memory', memoryGib: 8, requiredMemoryGib: 4_096 } },
      { types: ['db.r6g.16xlarge'], reason: { kind: 'too-little-memory', memoryGib: 512, requiredMemoryGib: 4_096 } },
      { types: ['db.t4g.small'], reason: { kind: 'burstable-excluded' } },
    ]);
    expect(noOfferProblem(error, 'components.database', 'us-east-1')).toEqual({
      path: 'components.database',
      reason: 'no instance type has 2 vCPU and 4096 GiB',
      expected: 'a size that an instance type in us-east-1 has: at most 512 GiB',
    });
  });

  test('names the GPUs of all instances of services', () => {
    const requirement = {
      kind: 'nodes',
      instances: 2,
      vcpu: 5,
      memoryGib: 19,
      gpus: 10,
      gpuModel: 'a10g',
      minNodes: 1,
      architecture: 'amd64',
    } as const;
    const reason = { kind: 'too-small-for-instance', resource: 'gpus', allocatable: 8, required: 9 } as const;
    expect(noOfferProblem(new NoOffer(requirement, [{ types: ['g5.48xlarge'], reason }]), 'gpu', 'us-east-1')).toMatchObject({
      reason: 'no instance type has 5 vCPU and 19 GiB with 10 a10g GPUs in total',
      expected: 'a size that an instance type in us-east-1 has: at most 8 GPUs for one instance',
    });
  });

  test('names a pinned type that the region does not sell', () => {
    const error = new NoOffer({ kind: 'data-store-node', vcpu: 2, memoryGib: 8, pinnedType: 'cache.x9' }, [
      { types: ['db.m6g.large'], reason: { kind: 'not-pinned' } },
    ]);
    expect(noOfferProblem(error, 'components.database', 'us-east-1')).toEqual({
      path: 'components.database',
      received: '"cache.x9"',
      expected: 'an instance type that us-east-1 sells',
    });
  });

  test('suggests a type for a misspelt one', () => {
    const error = new NoOffer({ kind: 'data-store-node', vcpu: 2, memoryGib: 8, pinnedType: 'db.m6g.lage' }, [
      { types: ['db.r6g.2xlarge', 'db.m6g.large'], reason: { kind: 'not-pinned' } },
    ]);
    expect(noOfferProblem(error, 'components.database', 'us-east-1')).toMatchObject({ suggestion: 'db.m6g.large' });
  });
});
