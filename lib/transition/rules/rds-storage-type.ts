import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';

/** General-purpose SSD types, between which RDS converts without downtime. */
const WITHOUT_DOWNTIME: ReadonlySet<string> = new Set(['gp2', 'gp3']);

export const rdsStorageType: TransitionRule = {
  id: 'rds-storage-type',
  description: 'RDS converts storage in place: between gp2 and gp3 without downtime, otherwise with a short outage',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.html',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('StorageType', 'AWS::RDS::DBInstance')) {
      const [old, next] = [textOf(before, 'StorageType') ?? 'gp2', textOf(after, 'StorageType') ?? 'gp2'];
      const verdict = { resource: id, properties: ['StorageType'], text: `storage is converted from ${old} to ${next}` };
      if (WITHOUT_DOWNTIME.has(old) && WITHOUT_DOWNTIME.has(next)) {
        yield { ...verdict, class: 'in-place' };
      } else {
        const interruption = { of: 'connections to the database', lowMinutes: 1, ...(isTrue(before, 'MultiAZ') && { highMinutes: 2 }) };
        yield { ...verdict, class: 'in-place-with-interruption', interruption };
      }
    }
  },
};
