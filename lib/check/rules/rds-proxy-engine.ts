import { DB_INSTANCE, engineOf } from '../rds';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

/** Engines of the families of proxies. Source: the page of the citation, EngineFamily. */
const ENGINES: Readonly<Record<string, RegExp | undefined>> = {
  MYSQL: /^(aurora-mysql|mariadb|mysql)$/,
  POSTGRESQL: /^(aurora-postgresql|postgres)$/,
  SQLSERVER: /^sqlserver-/,
};

export const rdsProxyEngine: Rule = {
  id: 'rds-proxy-engine',
  severity: 'error',
  description: 'Database proxy has a different engine family than its database',
  fix: 'Set EngineFamily to the family of the engine',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html',
  *check(context) {
    for (const group of context.ofType('AWS::RDS::DBProxyTargetGroup')) {
      const proxy = context.targetOf('AWS::RDS::DBProxy', group.properties.DBProxyName);
      const family = stringAt(proxy?.properties, 'EngineFamily');
      if (proxy === undefined || !isKnownString(family)) continue;
      for (const reference of ['DBClusterIdentifiers', 'DBInstanceIdentifiers'].flatMap((list) => itemsAt(group.properties, list))) {
        const database = context.targetOf('AWS::RDS::DBCluster', reference) ?? context.targetOf(DB_INSTANCE, reference);
        const engine = database === undefined ? undefined : engineOf(database);
        if (!isKnownString(engine) || ENGINES[family]?.test(engine) !== false) continue;
        yield {
          resource: proxy,
          path: 'Properties.EngineFamily',
          received: family,
          expected: `the family of ${engine}, the engine of ${database?.id}`,
        };
      }
    }
  },
};
