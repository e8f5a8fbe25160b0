import type { Rule } from '../rule';
import { isAbsent, isFlag } from '../values';

export const rdsManagedPassword: Rule = {
  id: 'rds-managed-password',
  severity: 'error',
  description: 'Database has both a password and a password that RDS manages',
  fix: 'Remove MasterUserPassword, or ManageMasterUserPassword',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
  *check(context) {
    for (const database of context.ofType('AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster')) {
      if (!isFlag(true, database.properties, 'ManageMasterUserPassword') || isAbsent(database.properties, 'MasterUserPassword')) continue;
      yield {
        resource: database,
        path: 'Properties.MasterUserPassword',
        received: 'set',
        expected: 'no value, because ManageMasterUserPassword is true',
      };
    }
  },
};
