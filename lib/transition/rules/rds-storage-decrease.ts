import { numberOf } from '../property-value';
import type { TransitionRule } from '../rule';

export const rdsStorageDecrease: TransitionRule = {
  id: 'rds-storage-decrease',
  description: 'RDS rejects less storage than the instance has',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('AllocatedStorage', 'AWS::RDS::DBInstance')) {
      const [old, next] = [numberOf(before, 'AllocatedStorage'), numberOf(after, 'AllocatedStorage')];
      if (old === undefined || next === undefined || next >= old) continue;
      yield { resource: id, class: 'rejected', properties: ['AllocatedStorage'], text: `storage decreases from ${old} to ${next} GiB` };
    }
  },
};
