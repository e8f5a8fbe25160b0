import { isTrue } from '../property-value';
import type { TransitionRule } from '../rule';

export const rdsMultiAz: TransitionRule = {
  id: 'rds-multi-az',
  description: 'RDS adds or removes the standby of an instance without downtime',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Migrating.html'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, after } of context.changed('MultiAZ', 'AWS::RDS::DBInstance')) {
      yield {
        resource: id,
        class: 'in-place',
        properties: ['MultiAZ'],
        text: isTrue(after, 'MultiAZ')
          ? 'a standby is created from a snapshot; write latency increases until it has caught up'
          : 'the standby is removed',
      };
    }
  },
};
