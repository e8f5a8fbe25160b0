import { is } from '../property-condition';
import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const TYPES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'];

export const rdsManagedPassword: Rule = {
  id: 'rds-managed-password',
  severity: 'error',
  description: 'Database has both a password and a password that RDS manages',
  fix: 'Remove MasterUserPassword, or ManageMasterUserPassword',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
  *check(context) {
    for (const type of TYPES)
      yield* violationsOf(context, type, when(is('ManageMasterUserPassword', 'true'), absent('MasterUserPassword')));
  },
};
