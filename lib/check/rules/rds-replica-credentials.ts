import { isPresent } from '../property';
import { DB_INSTANCE } from '../rds';
import type { Rule } from '../rule';
import { isFlag } from '../values';

/** Properties that a read replica inherits. */
const INHERITED = ['MasterUsername', 'MasterUserPassword', 'DBName', 'DBSnapshotIdentifier'];

/** Properties that make an instance a read replica. */
const SOURCES = ['SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier'];

export const rdsReplicaCredentials: Rule = {
  id: 'rds-replica-credentials',
  severity: 'error',
  description: 'Read replica sets credentials, a database name or a snapshot, which it inherits from its source',
  fix: 'Remove the properties from the replica',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  *check(context) {
    for (const replica of context.ofType(DB_INSTANCE).filter(({ properties }) => SOURCES.some((name) => isPresent(properties, name)))) {
      for (const name of INHERITED) {
        if (isPresent(replica.properties, name))
          yield { resource: replica, path: `Properties.${name}`, received: 'set', expected: 'no value on a read replica' };
      }
      if (isFlag(true, replica.properties, 'ManageMasterUserPassword'))
        yield { resource: replica, path: 'Properties.ManageMasterUserPassword', received: 'true', expected: 'no value on a read replica' };
    }
  },
};
