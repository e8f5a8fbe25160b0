import { DB_INSTANCE } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isKnownNumber, numberAt } from '../values';

export const rdsReplicaBackups: Rule = {
  id: 'rds-replica-backups',
  severity: 'info',
  description: 'Read replica sets backups, which CloudFormation documents as off for read replicas',
  fix: 'Remove BackupRetentionPeriod and PreferredBackupWindow, and turn backups on after a promotion',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  unsettled: 'The RDS guide describes backups of MySQL and MariaDB replicas, and CloudFormation states that the properties must not be set',
  *check(context) {
    for (const replica of context.ofType(DB_INSTANCE)) {
      const days = numberAt(replica.properties, 'BackupRetentionPeriod');
      if (isAbsent(replica.properties, 'SourceDBInstanceIdentifier') || !isKnownNumber(days) || days === 0) continue;
      yield { resource: replica, path: 'Properties.BackupRetentionPeriod', received: String(days), expected: 'no value on a read replica' };
    }
  },
};
