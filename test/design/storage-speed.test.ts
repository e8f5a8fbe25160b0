import { describe, expect, test } from 'vitest';
import { offersIn } from '../../lib/catalog/offers';
import { designTier } from '../../lib/design/design-tier';
import { storageReason } from '../../lib/design/stored-data';
import type { Database } from '../../lib/model/database';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import type { Tier } from '../../lib/model/tier';
import { TargetWorkload } from '../../lib/model/workload';

const source = 'test';

/** An API with a database of PostgreSQL, whose storage has a number of writes per second. */
function systemWith(writesPerSecond: number, database: object): System {
  return System.parse({
    id: 'tasks',
    name: 'Tasks',
    withoutLimit: [{ component: 'api', reason: 'a test of the storage' }],
    operations: {
      writes: {
        name: 'write',
        kind: 'event',
        usual: { amount: 0, source },
        demands: [{ component: 'database', resource: 'iops', amount: 1, source }],
      },
    },
    tiers: [
      {
        id: 'one',
        components: {
          api: { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 0.25, memoryGib: 0.5, uses: ['database'], databasePool: 5 },
          database: { kind: 'database', engine: 'postgres', vcpu: 2, memoryGib: 8, storageGib: 100, ...database },
        },
        workload: { operations: { writes: `${writesPerSecond}/s` } },
      },
    ],
  });
}

/** A design for 90% confidence, with prices of the storage in us-east-1. */
function designFor(writesPerSecond: number, database: object = {}) {
  const system = systemWith(writesPerSecond, database);
  const options = parseInput(Options, {}, 'options');
  return designTier({
    system,
    base: system.tiers[0] as Tier,
    id: 'made',
    options,
    offers: offersIn(options.region),
    targetWorkload: parseInput(TargetWorkload, { operations: { writes: `${writesPerSecond}/s` } }, 'workload'),
    confidence: 0.9,
    simulation: { sampleCount: 10 },
  });
}

function designed(writesPerSecond: number, database: object = {}) {
  const result = designFor(writesPerSecond, database);
  if (!('design' in result)) throw new Error(JSON.stringify(result.shortages));
  const { tier, searchedUsd } = result.design;
  return { size: tier.components.database as Database, searchedUsd };
}

// Of the IOPS of storage and class, 80% may be in use. Amazon RDS user guide, "gp3 storage": 3,000 IOPS, from 400 GiB on 12,000 and up to
// 64,000 provisioned. Amazon EC2 user guide, baselines of m6g, m6i and m7g: large 3,600, xlarge 6,000, 2xlarge 12,000, 4xlarge 20,000, 8xlarge 40,000.
describe('a design for writes to the storage of a database', () => {
  test.each([
    ['as it is', 2_400, [2, 100, undefined]],
    ['with striped storage', 2_500, [2, 400, undefined]],
    ['with a larger class', 4_800, [4, 400, undefined]],
    ['with the largest IOPS without a charge', 9_600, [8, 400, undefined]],
    ['with provisioned IOPS', 10_000, [16, 400, 16_000]],
    ['with more provisioned IOPS', 13_000, [16, 400, 20_000]],
    ['with a class for 40,000 IOPS', 32_000, [32, 400, 40_000]],
  ])('is the cheapest %s: %d writes/s', (_, writesPerSecond, expected) => {
    const { size } = designed(writesPerSecond);
    expect([size.vcpu, size.storageGib, size.iops]).toEqual(expected);
  });

  test('costs $0.02 for each IOPS above 12,000: 8,000 instead of 4,000 are $80/month more', () => {
    expect(designed(13_000).searchedUsd - designed(10_000).searchedUsd).toBeCloseTo(80);
  });

  test('provisions no more IOPS than the writes need, even where the tier has more', () => {
    expect(designed(9_600, { storageGib: 400, iops: 64_000 }).size.iops).toBeUndefined();
  });

  test('does not exist above 64,000 IOPS', () => {
    const instanceClass = 'db.m7g.16xlarge';
    expect(designed(51_000, { instanceClass }).size.iops).toBe(64_000);
    expect(designFor(52_000, { instanceClass })).not.toHaveProperty('design');
  });
});

test('provisioned IOPS need 400 GiB', () => {
  const problem = 'no value with less than 400 GiB of storage';
  expect(() => systemWith(1, { storageGib: 399, iops: 12_000 })).toThrow(problem);
  expect(() => systemWith(1, { storageGib: 400, iops: 12_000 })).not.toThrow();
  for (const iops of [11_999, 64_001]) expect(() => systemWith(1, { storageGib: 400, iops })).toThrow();
});

test.each([
  { fromGib: 400, toGib: 467, timesBase: 350 / 300, reason: 'workload' },
  // No room is added up to 1.1 times the workload, so that 400 GiB are for the four volumes.
  { fromGib: 100, toGib: 400, timesBase: 1.1, reason: 'storage-speed' },
  { fromGib: 100, toGib: 400, timesBase: 2, reason: 'storage-speed' },
  { fromGib: 100, toGib: 400, timesBase: 4, reason: 'workload' },
] as const)('$toGib GiB at $timesBase times the workload are larger for the reason $reason', ({ fromGib, toGib, timesBase, reason }) => {
  expect(storageReason(fromGib, toGib, timesBase)).toBe(reason);
});
