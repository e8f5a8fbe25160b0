import { is, isOther, matches } from '../property-condition';
import { absent, noneOf, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

export const rdsEngineFeature: Rule = {
  id: 'rds-engine-feature',
  severity: 'error',
  description:
    'Database has Backtrack, IAM authentication, Multi-AZ, encryption, a time zone or a character set that its engine does not offer',
  fix: 'Remove BacktrackWindow unless the engine is aurora-mysql, EnableIAMDatabaseAuthentication unless it is MySQL, MariaDB or PostgreSQL, MultiAZ and StorageEncrypted from sqlserver-ex, and Timezone and CharacterSetName from MySQL, MariaDB and PostgreSQL',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
  unsettled:
    'The page states IAM authentication. The API reference states Backtrack: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html. Multi-AZ and encryption of SQL Server Express: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.FeatureSupport.html. Timezone and CharacterSetName: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::RDS::DBCluster', when(isOther('Engine', 'aurora-mysql'), within('BacktrackWindow', { most: 0 })));
    yield* violationsOf(
      context,
      'AWS::RDS::DBInstance',
      when(
        matches('Engine', /^(sqlserver|oracle|db2|custom)/, 'without IAM authentication'),
        noneOf('EnableIAMDatabaseAuthentication', 'true'),
      ),
      when(is('Engine', 'sqlserver-ex'), noneOf('MultiAZ', 'true'), noneOf('StorageEncrypted', 'true')),
      when(is('Engine', 'mysql', 'mariadb', 'postgres'), absent('Timezone'), absent('CharacterSetName')),
    );
  },
};
