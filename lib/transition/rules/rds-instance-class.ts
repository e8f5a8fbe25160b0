import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';

/** Another instance class restarts the database, or fails over to its standby. */
export const rdsInstanceClass: TransitionRule = {
  id: 'rds-instance-class',
  description: 'RDS changes the instance class with downtime: a failover of 60 to 120 seconds with a standby, several minutes without one',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Failover.html',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('DBInstanceClass', 'AWS::RDS::DBInstance')) {
      // A standby that this update creates is not there yet when the class changes.
      const hasStandby = isTrue(before, 'MultiAZ') && isTrue(after, 'MultiAZ');
      yield {
        resource: id,
        class: 'in-place-with-interruption',
        properties: ['DBInstanceClass'],
        text: `the class changes from ${textOf(before, 'DBInstanceClass') ?? 'unknown'} to ${textOf(after, 'DBInstanceClass') ?? 'unknown'}, ${
          hasStandby ? 'first on the standby, then by a failover' : 'while the instance is stopped; AWS states no duration'
        }`,
        interruption: { of: 'connections to the database', ...(hasStandby ? { lowMinutes: 1, highMinutes: 2 } : { lowMinutes: 3 }) },
      };
    }
  },
};
