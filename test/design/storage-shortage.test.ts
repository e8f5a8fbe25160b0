import { describe, expect, it } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { certain, type Interval } from '../../lib/core/interval';
import { storageShortages } from '../../lib/design/storage-shortage';
import type { Tier } from '../../lib/model/tier';
import { uxFlow } from '../../tiers/ux-flow';

const system = loadSystem(uxFlow);
const startup = system.tiers.find(({ id }) => id === 'startup') as Tier;
const at = (users: number) => storageShortages(system, startup, { concurrentUsers: certain(users) });

describe('storage that a tier does not have for a workload', () => {
  it('grows with the workload, as in a design', () => {
    // The tier is sized for 75 users with 10 GiB of documents and 20 GiB of vectors: 185 ÷ 75 × 10 = 24.7.
    expect(at(185)).toEqual([
      { component: 'documents', gib: 10, neededGib: 25 },
      { component: 'vectors', gib: 20, neededGib: 50 },
    ]);
  });

  it('is none for the workload of the tier, and up to a tenth more', () => {
    expect(at(75)).toEqual([]);
    expect(at(82)).toEqual([]);
    expect(at(83)).toHaveLength(2);
  });

  it('does not grow with operations that only read the store', () => {
    const api = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 2 } as const;
    const series = { kind: 'database', engine: 'postgres', vcpu: 2, memoryGib: 8, storageGib: 200 } as const;
    const demand = { component: 'series', resource: 'processor', amount: 1, seconds: 0.01 } as const;
    const readings = { name: 'reading', kind: 'event', usual: { amount: 600, per: 'system' } } as const;
    const fleet = loadSystem({
      id: 'fleet',
      operations: {
        readings: { ...readings, demands: [demand] },
        views: { name: 'view', kind: 'event', usual: { amount: 1, every: 'minute' }, demands: [{ ...demand, readOnly: true }] },
      },
      tiers: [{ id: 'pilot', workload: { concurrentUsers: 50 }, components: { api, series } }],
    });
    const [pilot] = fleet.tiers;
    const shortagesWith = (operations: Record<string, Interval>) =>
      storageShortages(fleet, pilot as Tier, { concurrentUsers: certain(100), operations });
    expect(shortagesWith({})).toEqual([]);
    expect(shortagesWith({ readings: certain(1_800) })).toEqual([{ component: 'series', gib: 200, neededGib: 600 }]);
  });
});
