import { isOther, matches } from '../property-condition';
import { noneOf, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

export const rdsEngineFeature: Rule = {
  id: 'rds-engine-feature',
  severity: 'error',
  description: 'Database has Backtrack or IAM authentication that its engine does not offer',
  fix: 'Remove BacktrackWindow unless the engine is aurora-mysql, and EnableIAMDatabaseAuthentication unless it is MySQL, MariaDB or PostgreSQL',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
  unsettled:
    'The page states IAM authentication. The API reference states Backtrack: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::RDS::DBCluster', when(isOther('Engine', 'aurora-mysql'), within('BacktrackWindow', { most: 0 })));
    yield* violationsOf(
      context,
      'AWS::RDS::DBInstance',
      when(
        matches('Engine', /^(sqlserver|oracle|db2|custom)/, 'without IAM authentication'),
        noneOf('EnableIAMDatabaseAuthentication', 'true'),
      ),
    );
  },
};
