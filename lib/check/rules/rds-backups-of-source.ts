import { replicasWithSource } from '../rds';
import type { Rule } from '../rule';
import { numberAt } from '../values';

export const rdsBackupsOfSource: Rule = {
  id: 'rds-backups-of-source',
  severity: 'error',
  description: 'Database with read replicas has no automated backups',
  fix: 'Set BackupRetentionPeriod of the source to at least 1',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  *check(context) {
    for (const source of new Set(replicasWithSource(context).map((each) => each.source))) {
      if (numberAt(source.properties, 'BackupRetentionPeriod') !== 0) continue;
      yield {
        resource: source,
        path: 'Properties.BackupRetentionPeriod',
        received: '0',
        expected: 'at least 1, because read replicas copy it',
      };
    }
  },
};
