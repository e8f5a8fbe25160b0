import { shown } from '../../core/problems';
import { isPresent } from '../property';
import { matches } from '../property-condition';
import { DB_INSTANCE, engineOf } from '../rds';
import { matching, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString, rawAt } from '../values';

const NAME = matching('DBName', /^[a-z]\w*$/i, 'letters, digits and underscores that begin with a letter');

export const rdsDatabaseName: Rule = {
  id: 'rds-database-name',
  severity: 'error',
  description:
    'Database has a name that RDS rejects: any name for SQL Server, and one with other characters than letters, digits and underscores',
  fix: 'Write DBName with letters, digits and underscores. For SQL Server, remove it, and create the database after the instance is available',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  *check(context) {
    yield* violationsOf(context, DB_INSTANCE, when(matches('Engine', /^(mysql|mariadb|postgres)$/i, 'a named database'), NAME));
    for (const instance of context.ofType(DB_INSTANCE)) {
      const [engine, name] = [engineOf(instance), rawAt(instance.properties, 'DBName')];
      if (!isKnownString(engine) || !/^(custom-)?sqlserver/.test(engine) || !isPresent(instance.properties, 'DBName')) continue;
      yield { resource: instance, path: 'Properties.DBName', received: shown(name), expected: `absent for ${engine}` };
    }
  },
};
