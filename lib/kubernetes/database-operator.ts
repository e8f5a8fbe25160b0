import type { Construct } from 'constructs';
import type { BuildContext, ComponentOf } from './build-context';
import type { DatabaseEndpoints, DatabaseSecret } from './database';
import { databaseServers } from './database-servers';

export function databaseOperator(
  scope: Construct,
  database: ComponentOf<'database'>,
  context: BuildContext,
  secret: DatabaseSecret,
): DatabaseEndpoints {
  return databaseServers(scope, database, context, secret);
}
