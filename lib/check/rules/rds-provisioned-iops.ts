import { isReplica, storageInstances } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, stringAt } from '../values';

export const rdsProvisionedIops: Rule = {
  id: 'rds-provisioned-iops',
  severity: 'error',
  description: 'Database with storage io1 or io2 states no IOPS, which RDS requires',
  fix: 'Set Iops, or use gp3',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    for (const database of storageInstances(context)) {
      const type = stringAt(database.properties, 'StorageType');
      // A read replica and a database from a snapshot take the IOPS of their source.
      const isCopy = isReplica(database) || !isAbsent(database.properties, 'DBSnapshotIdentifier');
      if ((type !== 'io1' && type !== 'io2') || isCopy || !isAbsent(database.properties, 'Iops')) continue;
      yield { resource: database, path: 'Properties.Iops', expected: `a number, because StorageType is ${type}` };
    }
  },
};
