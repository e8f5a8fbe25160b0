import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

/** Logs that engines export. Source: the cited page, and CreateDBCluster of the same reference for Aurora. */
const LOGS: readonly (readonly [engine: RegExp, logs: readonly string[]])[] = [
  [/^(mysql|mariadb)$/, ['audit', 'error', 'general', 'slowquery', 'iam-db-auth-error']],
  [/^aurora-mysql$/, ['audit', 'error', 'general', 'slowquery', 'iam-db-auth-error', 'instance']],
  [/^postgres$/, ['postgresql', 'upgrade', 'iam-db-auth-error']],
  [/^aurora-postgresql$/, ['postgresql', 'iam-db-auth-error', 'instance']],
  [/^sqlserver-/, ['agent', 'error']],
  [/^oracle-/, ['alert', 'audit', 'listener', 'trace', 'oemagent']],
  [/^db2-/, ['diag.log', 'notify.log', 'iam-db-auth-error']],
];

export const rdsLogType: Rule = {
  id: 'rds-log-type',
  severity: 'error',
  description: 'Database exports a log that its engine does not write',
  fix: 'Export logs of the engine, such as postgresql for PostgreSQL, or error and slowquery for MySQL and MariaDB',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    for (const database of context.ofType('AWS::RDS::DBInstance', 'AWS::RDS::DBCluster')) {
      const engine = stringAt(database.properties, 'Engine');
      const logs = isKnownString(engine) ? LOGS.find(([pattern]) => pattern.test(engine.toLowerCase()))?.[1] : undefined;
      if (logs === undefined) continue;
      for (const [index, log] of itemsAt(database.properties, 'EnableCloudwatchLogsExports').entries()) {
        if (!isKnownString(log) || logs.includes(log)) continue;
        yield {
          resource: database,
          path: `Properties.EnableCloudwatchLogsExports[${index}]`,
          received: shown(log),
          expected: `a log of ${String(engine)}: ${logs.join(', ')}`,
        };
      }
    }
  },
};
