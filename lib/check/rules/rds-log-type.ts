import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

/** Logs that engines export. Source: the cited page, and "instance" logs of Aurora in the Amazon Aurora User Guide. */
const LOGS: readonly (readonly [engine: RegExp, logs: readonly string[]])[] = [
  [/^(aurora-mysql|mysql|mariadb)$/, ['audit', 'error', 'general', 'slowquery', 'iam-db-auth-error', 'instance']],
  [/^(aurora-postgresql|postgres)$/, ['postgresql', 'upgrade', 'iam-db-auth-error', 'instance']],
];

export const rdsLogType: Rule = {
  id: 'rds-log-type',
  severity: 'error',
  description: 'Database exports a log that its engine does not write',
  fix: 'Export logs of the engine: postgresql and upgrade for PostgreSQL; error, general, slowquery and audit for MySQL and MariaDB',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
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
