import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { ComponentInput, SystemInput } from '../../lib/model/inputs';
import { blueprintWarningText } from '../../lib/output/blueprint-warnings';

/** Starts of the warnings about storage of a system with a store that a service uses. */
function warningsOf(store: ComponentInput, operations: SystemInput['operations'] = {}) {
  const api: ComponentInput = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 0.5, memoryGib: 1, databasePool: 0, uses: ['store'] };
  const components: Readonly<Record<string, ComponentInput>> = { api, store, nodes: { kind: 'node-pool', runs: ['api'] } };
  return blueprintFor({ system: { id: 'shop', operations, tiers: [{ id: 'small', workload: { concurrentUsers: 0 }, components }] } })
    .warnings.filter(({ kind }) => kind === 'uploads-beyond-storage' || kind === 'unused-iops')
    .map((warning) => blueprintWarningText(warning));
}

// 25 uploads of 50 MiB a minute: 25 × 50 × 60 × 730 ÷ 1,024 = 53,467 GiB in a month of 730 hours.
const uploads = {
  uploads: {
    name: 'upload',
    kind: 'event',
    usual: { amount: 25, every: 'minute', per: 'system' },
    transfer: { uploadMib: { value: 50, reason: 'a video' } },
  },
} as const;

test('a bucket that is smaller than the uploads of a month has both figures', () => {
  expect(warningsOf({ kind: 'bucket', storageGib: 8_000 }, uploads)).toEqual([
    'The uploads of one month are 53,500 GiB, and bucket "store" has 8,000 GiB of storage, which is all that the estimate counts. Set storageGib to the data that is retained.',
  ]);
  expect(warningsOf({ kind: 'bucket', storageGib: 53_468 }, uploads)).toEqual([]);
  expect(warningsOf({ kind: 'bucket', storageGib: 1 })).toEqual([]);
});

// Amazon EC2 user guide, "Amazon EBS-optimized instance types": m6g.large has 3,600 IOPS at its baseline, and m6g.4xlarge 20,000.
test('provisioned IOPS above the baseline of the instance class are named', () => {
  const database = (instanceClass: string, size: { readonly vcpu: number; readonly memoryGib: number }, iops?: number): ComponentInput => ({
    kind: 'database',
    engine: 'mysql',
    ...size,
    storageGib: 500,
    instanceClass,
    ...(iops !== undefined && { iops }),
  });
  const large = { vcpu: 2, memoryGib: 8 };
  expect(warningsOf(database('db.m6g.large', large, 15_000))).toEqual([
    'Database "store" has 15,000 provisioned IOPS, and db.m6g.large exceeds 3,600 IOPS for 30 minutes a day only. Lower or remove iops, or choose a larger class.',
  ]);
  expect(warningsOf(database('db.m6g.large', large))).toEqual([]);
  expect(warningsOf(database('db.m6g.4xlarge', { vcpu: 16, memoryGib: 64 }, 15_000))).toEqual([]);
});
