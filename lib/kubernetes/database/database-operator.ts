import type { Construct } from 'constructs';
import type { BuildContext } from '../build-context';
import { ANYWHERE, type Endpoint, tcp } from '../entry/network-paths';
import { labelsOf, selectorOf } from '../labels';
import { cloudnativePg } from './database-cloudnative-pg';
import type { DatabaseEndpoints, DatabaseSecret } from './database-endpoints';
import { mariadbOperator } from './database-mariadb-operator';
import { perconaServerMysql } from './database-percona-server';
import type { DatabaseComponent } from './operator-parts';

const OPERATORS = { postgres: cloudnativePg, mariadb: mariadbOperator, mysql: perconaServerMysql } as const;

const HTTPS = 443;
const API_SERVER = 6443;

/** A database that the operator of its engine runs, behind the same names as one of our own. */
export function databaseOperator(
  scope: Construct,
  database: DatabaseComponent,
  context: BuildContext,
  secret: DatabaseSecret,
): DatabaseEndpoints {
  const { blueprint, paths } = context;
  const name = `${database.id}-server`;
  const servers: Endpoint = { name, labels: selectorOf(blueprint, name) };
  // Backups go to object storage, and the pods ask the API server who leads.
  paths.allow(servers, ANYWHERE, [tcp(HTTPS), tcp(API_SERVER)]);
  return OPERATORS[database.engine](scope, { database, context, secret, name, servers, labels: labelsOf(blueprint, database.id, name) });
}
