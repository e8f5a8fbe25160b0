import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { noOfferProblem } from '../../lib/blueprint/no-offer-problem';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { NoOffer } from '../../lib/selection/choice';

const PATHS = { path: 'components.database', pinnedPath: 'components.database.instanceClass' };

describe('a requirement that no instance type meets', () => {
  test('is reported with the largest size that exists', () => {
    const error = new NoOffer({ kind: 'data-store-node', vcpu: 2, memoryGib: 4_096 }, [
      { types: ['db.m6g.large'], reason: { kind: 'too-little-memory', memoryGib: 8, requiredMemoryGib: 4_096 } },
      { types: ['db.r6g.16xlarge'], reason: { kind: 'too-little-memory', memoryGib: 512, requiredMemoryGib: 4_096 } },
      { types: ['db.t4g.small'], reason: { kind: 'burstable-excluded' } },
    ]);
    expect(noOfferProblem(error, PATHS, 'us-east-1')).toEqual({
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
    expect(
      noOfferProblem(new NoOffer(requirement, [{ types: ['g5.48xlarge'], reason }]), { ...PATHS, path: 'gpu' }, 'us-east-1'),
    ).toMatchObject({
      reason: 'no instance type has 5 vCPU and 19 GiB with 10 a10g GPUs in total',
      expected: 'a size that an instance type in us-east-1 has: at most 8 GPUs for one instance',
    });
  });

  test('names a pinned type that the region does not sell', () => {
    const error = new NoOffer({ kind: 'data-store-node', vcpu: 2, memoryGib: 8, pinnedType: 'cache.x9' }, [
      { types: ['db.m6g.large'], reason: { kind: 'not-pinned' } },
    ]);
    expect(noOfferProblem(error, PATHS, 'us-east-1')).toEqual({
      path: 'components.database.instanceClass',
      received: '"cache.x9"',
      expected: 'an instance type that us-east-1 sells',
    });
  });

  test('suggests a type for a misspelt one', () => {
    const error = new NoOffer({ kind: 'data-store-node', vcpu: 2, memoryGib: 8, pinnedType: 'db.m6g.lage' }, [
      { types: ['db.r6g.2xlarge', 'db.m6g.large'], reason: { kind: 'not-pinned' } },
    ]);
    expect(noOfferProblem(error, PATHS, 'us-east-1')).toMatchObject({ suggestion: 'db.m6g.large' });
  });

  test('is at the field that pins the type, of every kind', () => {
    const system: SystemDefinition = {
      id: 'shop',
      tiers: [
        {
          id: 'small',
          components: {
            api: { kind: 'service', instances: { min: 1, max: 2 }, vcpu: 0.5, memoryGib: 1, uses: ['database', 'cache', 'documents'] },
            nodes: { kind: 'node-pool', runs: ['api'], instanceType: 'm99.large' },
            database: { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 4, storageGib: 20, instanceClass: 'db.m6g.lage' },
            cache: { kind: 'cache', engine: 'redis', memoryGib: 4, nodeType: 'cache.x' },
            documents: { kind: 'document-store', vcpu: 2, memoryGib: 4, storageGib: 20, instanceClass: 'db.r5.lage' },
          },
        },
      ],
    };
    expect(() => blueprintFor({ system, tier: 'small' })).toThrow(`invalid tier shop/small
  components.nodes.instanceType: invalid value "m99.large"; expected an instance type that us-east-1 sells. Did you mean "m9g.large"?
  components.database.instanceClass: invalid value "db.m6g.lage"; expected an instance type that us-east-1 sells. Did you mean "db.m6g.large"?
  components.cache.nodeType: invalid value "cache.x"; expected an instance type that us-east-1 sells
  components.documents.instanceClass: invalid value "db.r5.lage"; expected an instance type that us-east-1 sells. Did you mean "db.r5.large"?`);
  });
});
