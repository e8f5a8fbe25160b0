import { atMostOne, count, matching, ordered, violationsOf } from '../requirements';
import type { Rule } from '../rule';

const POOL = 'ConnectionPoolConfigurationInfo';

export const rdsProxyTarget: Rule = {
  id: 'rds-proxy-target',
  severity: 'error',
  description: 'Target group of a database proxy has several databases, or keeps more idle connections than it opens',
  fix: 'Name one instance or one cluster, and set MaxIdleConnectionsPercent to at most MaxConnectionsPercent',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html',
  unsettled:
    'The page states the connections. The guide states one target for a proxy: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::RDS::DBProxyTargetGroup',
      atMostOne('DBClusterIdentifiers', 'DBInstanceIdentifiers'),
      count('DBClusterIdentifiers', { most: 1 }),
      count('DBInstanceIdentifiers', { most: 1 }),
      ordered(`${POOL}.MaxIdleConnectionsPercent`, `${POOL}.MaxConnectionsPercent`),
    );
    yield* violationsOf(
      context,
      'AWS::RDS::DBProxy',
      matching('DBProxyName', /^[a-zA-Z](-?[a-zA-Z0-9])*$/, 'letters, digits and single hyphens that begin with a letter'),
    );
  },
};
