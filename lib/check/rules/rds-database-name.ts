import { shown } from '../../core/problems';
import { DB_INSTANCE, engineOf } from '../rds';
import type { Rule } from '../rule';
import { isKnownString, rawAt } from '../values';

export const rdsDatabaseName: Rule = {
  id: 'rds-database-name',
  severity: 'error',
  description: 'SQL Server instance has a database name, which RDS rejects',
  fix: 'Remove DBName, and create the database after the instance is available',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  *check(context) {
    for (const instance of context.ofType(DB_INSTANCE)) {
      const [engine, name] = [engineOf(instance), rawAt(instance.properties, 'DBName')];
      if (!isKnownString(engine) || !/^(custom-)?sqlserver/.test(engine) || name === undefined) continue;
      yield { resource: instance, path: 'Properties.DBName', received: shown(name), expected: `absent for ${engine}` };
    }
  },
};
