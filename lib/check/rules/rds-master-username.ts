import { shown } from '../../core/problems';
import { is } from '../property-condition';
import { matching, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString, type Read, stringAt } from '../values';

/** Names that engines reserve. */
const RESERVED: readonly (readonly [engine: RegExp, names: RegExp])[] = [
  [/postgres/, /^(rdsadmin|admin|pg_.*)$/],
  [/^docdb/, /^(rdsadmin|admin|serviceadmin)$/],
  [/^(aurora-mysql|mysql|mariadb)/, /^rdsadmin$/],
];

const SHORT = when(
  is('Engine', 'mysql', 'mariadb'),
  matching('MasterUsername', /^[a-z]\w{0,15}$/i, '1 to 16 letters, digits and underscores that begin with a letter'),
);
/** PostgreSQL has names of up to 63 characters. Source: CloudFormation template reference, AWS::RDS::DBInstance. */
const LONG = when(
  is('Engine', 'postgres'),
  matching('MasterUsername', /^[a-z]\w{0,62}$/i, '1 to 63 letters, digits and underscores that begin with a letter'),
);

export const rdsMasterUsername: Rule = {
  id: 'rds-master-username',
  severity: 'error',
  description: 'Name of the master user is reserved by the database engine, or has characters or a length that RDS rejects',
  fix: 'Choose another MasterUsername, such as the name of the application, with letters, digits and underscores that begin with a letter',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  unsettled:
    'The page does not list the reserved words. Known from the errors of RDS are rdsadmin for every engine, admin for PostgreSQL and DocumentDB ("MasterUsername admin cannot be used as it is a reserved word used by the engine"), and names that begin with pg_ for PostgreSQL; serviceadmin is a user of DocumentDB',
  *check(context) {
    yield* violationsOf(context, 'AWS::RDS::DBInstance', SHORT, LONG);
    for (const database of context.ofType('AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster')) {
      const engine: Read<string> = database.type === 'AWS::DocDB::DBCluster' ? 'docdb' : stringAt(database.properties, 'Engine');
      const name = stringAt(database.properties, 'MasterUsername');
      if (!isKnownString(engine) || !isKnownString(name)) continue;
      const reserved = RESERVED.find(([pattern]) => pattern.test(engine.toLowerCase()))?.[1];
      if (reserved?.test(name) !== true) continue;
      yield {
        resource: database,
        path: 'Properties.MasterUsername',
        received: shown(name),
        expected: `a name that ${engine} does not reserve`,
      };
    }
  },
};
