import { describe, expect, it } from 'vitest';
import type { Offer } from '../../lib/catalog/offer';
import { nodeMemoryGib } from '../../lib/selection/cache-memory';
import { chooseDataStoreNode } from '../../lib/selection/choose-data-store';

const OFFERS: Offer[] = [
  { type: 'db.t4g.small', vcpu: 2, memoryGib: 2, architecture: 'arm64', hourlyUsd: '0.032' },
  { type: 'db.m5.large', vcpu: 2, memoryGib: 8, architecture: 'amd64', hourlyUsd: '0.171' },
  { type: 'db.m6g.large', vcpu: 2, memoryGib: 8, architecture: 'arm64', hourlyUsd: '0.152' },
  { type: 'db.m4.large', vcpu: 2, memoryGib: 8, architecture: 'amd64', hourlyUsd: '0.01' },
];

describe('chooseDataStoreNode', () => {
  it('chooses the cheapest class that is large enough and of a current family', () => {
    expect(chooseDataStoreNode({ vcpu: 1, memoryGib: 4, burstable: true }, OFFERS).winner.offer.type).toBe('db.m6g.large');
  });

  it('rejects burstable classes in production tiers', () => {
    expect(chooseDataStoreNode({ vcpu: 1, memoryGib: 1, burstable: true }, OFFERS).winner.offer.type).toBe('db.t4g.small');
    expect(chooseDataStoreNode({ vcpu: 1, memoryGib: 1, burstable: false }, OFFERS).winner.offer.type).toBe('db.m6g.large');
  });

  it('gives the missing resource of each rejected class', () => {
    const { rejected } = chooseDataStoreNode({ vcpu: 2, memoryGib: 8, burstable: true }, OFFERS);
    expect(rejected).toContainEqual({ types: ['db.t4g.small'], reason: { kind: 'too-little-memory', memoryGib: 2, requiredMemoryGib: 8 } });
    expect(rejected).toContainEqual({ types: ['db.m4.large'], reason: { kind: 'family-not-offered' } });
  });
});

describe('nodeMemoryGib', () => {
  it('leaves a quarter of a node free for snapshots and failover', () => {
    // 16 GiB of data on 2 shards are 8 GiB a shard, three quarters of 10.67 GiB.
    expect(nodeMemoryGib(16, 2)).toBeCloseTo(10.667, 3);
  });
});
