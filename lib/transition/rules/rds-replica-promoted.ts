import type { TransitionRule } from '../rule';

const SOURCE = 'SourceDBInstanceIdentifier';

export const rdsReplicaPromoted: TransitionRule = {
  id: 'rds-replica-promoted',
  description: 'RDS promotes a read replica without a source to a database of its own, and reboots it',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.Promote.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const { id, before, after } of context.changed(SOURCE, 'AWS::RDS::DBInstance')) {
      if (before.properties[SOURCE] === undefined || after.properties[SOURCE] !== undefined) continue;
      yield {
        resource: id,
        class: 'in-place-with-interruption',
        properties: [SOURCE],
        text: 'the replica becomes a database of its own, which no longer receives changes of its source',
        interruption: { of: 'connections to the replica, at its reboot', lowMinutes: 1 },
      };
    }
  },
};
