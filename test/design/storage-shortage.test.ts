import { describe, expect, it } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { certain } from '../../lib/core/interval';
import { storageShortages } from '../../lib/design/storage-shortage';
import type { Tier } from '../../lib/model/tier';
import { uxFlow } from '../../tiers/ux-flow';

const system = loadSystem(uxFlow);
const startup = system.tiers.find(({ id }) => id === 'startup') as Tier;
const at = (users: number) => storageShortages(system, startup, { concurrentUsers: certain(users) });

describe('storage that a tier does not have for a workload', () => {
  it('grows with the workload, as in a design', () => {
    // The tier is sized for 75 users with 10 GiB of documents and 20 GiB of vectors: 185 ÷ 75 × 10 = 24.7.
    expect(at(185).timesTierWorkload).toBeCloseTo(185 / 75, 10);
    expect(at(185).stores).toEqual([
      { component: 'documents', gib: 10, neededGib: 25 },
      { component: 'vectors', gib: 20, neededGib: 50 },
    ]);
  });

  it('is none for the workload of the tier, and up to a tenth more', () => {
    expect(at(75).stores).toEqual([]);
    expect(at(82).stores).toEqual([]);
    expect(at(83).stores).toHaveLength(2);
  });
});
