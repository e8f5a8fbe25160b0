import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { mariadbLabels, perconaMysqlLabels } from '../../conventions/operator-labels';
import type { BuildContext } from '../build-context';
import { ANYWHERE, type Endpoint, tcp } from '../entry/network-paths';
import { labelsOf, selectorOf } from '../labels';
import { cloudnativePg } from './database-cloudnative-pg';
import type { DatabaseEndpoints, DatabaseSecret } from './database-endpoints';
import { mariadbOperator } from './database-mariadb-operator';
import { perconaServerMysql } from './database-percona-server';
import type { DatabaseComponent } from './operator-parts';

const OPERATORS = { postgres: cloudnativePg, mariadb: mariadbOperator, mysql: perconaServerMysql } as const;

/** Labels of the servers. CloudNativePG keeps those of the resource, other operators replace labels below `app.kubernetes.io`. */
const SERVER_LABELS = {
  postgres: (name: string, blueprint: Blueprint) => selectorOf(blueprint, name),
  mariadb: (name: string) => mariadbLabels(name),
  mysql: (name: string) => perconaMysqlLabels(name, 'mysql'),
} as const;

const HTTPS = 443;
const API_SERVER = 6443;

/** A database that the operator of its engine runs. It has the same Service names as the StatefulSet form. */
export function databaseOperator(
  scope: Construct,
  database: DatabaseComponent,
  context: BuildContext,
  secret: DatabaseSecret,
): DatabaseEndpoints {
  const { blueprint, paths } = context;
  const name = `${database.id}-server`;
  const servers: Endpoint = { name, labels: SERVER_LABELS[database.engine](name, blueprint) };
  // Backups are uploaded to object storage, and the pods read the current primary from the API server.
  paths.allow(servers, ANYWHERE, [tcp(HTTPS), tcp(API_SERVER)]);
  return OPERATORS[database.engine](scope, { database, context, secret, name, servers, labels: labelsOf(blueprint, database.id, name) });
}
