import { DB_INSTANCE, isReplica } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isFlag } from '../values';

/** Properties that a read replica inherits. */
const INHERITED = ['MasterUsername', 'MasterUserPassword', 'DBName', 'DBSnapshotIdentifier'];

export const rdsReplicaCredentials: Rule = {
  id: 'rds-replica-credentials',
  severity: 'error',
  description: 'Read replica sets credentials, a database name or a snapshot, which it inherits from its source',
  fix: 'Remove the properties from the replica',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  *check(context) {
    for (const replica of context.ofType(DB_INSTANCE).filter(isReplica)) {
      for (const name of INHERITED) {
        if (!isAbsent(replica.properties, name))
          yield { resource: replica, path: `Properties.${name}`, received: 'set', expected: 'no value on a read replica' };
      }
      if (isFlag(true, replica.properties, 'ManageMasterUserPassword'))
        yield { resource: replica, path: 'Properties.ManageMasterUserPassword', received: 'true', expected: 'no value on a read replica' };
    }
  },
};
