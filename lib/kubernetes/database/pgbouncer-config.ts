import type { ResolvedDatabase } from '../../blueprint/resolved-component';
import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { optionFile } from './database-settings';

/** Folders of PgBouncer in a container: the ConfigMap, and the in-memory folder for the socket and the password file. */
export const PGBOUNCER_PATHS = { config: '/config', run: '/run/pgbouncer' } as const;

/** Connections that are reserved for replication, backups and administration, as in `connectionsToConfigure`. */
const RESERVED_CONNECTIONS = 10;

/** Pooler pods of a database: two, so that one may fail. */
export const POOLERS = 2;

/** Connection limits of one pooler pod. */
interface PoolerConnectionLimits {
  /** Client connections. One pooler accepts all of them, because the other may be unavailable. */
  readonly clientConnections: number;
  /** Server connections: an equal share of the total. */
  readonly serverConnections: number;
  /** Server connections of one pool: an equal share, at most `serverConnections`. */
  readonly poolSize: number;
}

/** Connection limits of one pooler pod, from the limits of the tier or, by default, from `max_connections` of the server. */
export function poolerConnectionLimits({
  poolerLimits,
  maxConnections,
}: Pick<ResolvedDatabase, 'poolerLimits' | 'maxConnections'>): PoolerConnectionLimits {
  const clientConnections = poolerLimits?.clientConnections ?? maxConnections;
  const allowed = poolerLimits?.serverConnections ?? maxConnections - RESERVED_CONNECTIONS;
  const serverConnections = Math.max(1, Math.floor(allowed / POOLERS));
  const poolSize = Math.min(serverConnections, Math.max(1, Math.floor((poolerLimits?.poolSize ?? allowed) / POOLERS)));
  return { clientConnections, serverConnections, poolSize };
}

/** The `pgbouncer.ini` for transaction pooling: a client occupies a server connection only during a transaction. */
export function pgbouncerConfig(database: Pick<ResolvedDatabase, 'poolerLimits' | 'maxConnections' | 'port'>, serverHost: string): string {
  const { clientConnections, serverConnections, poolSize } = poolerConnectionLimits(database);
  const { port } = database;
  return optionFile({
    databases: { [DATABASE_NAME]: `host=${serverHost} port=${port} dbname=${DATABASE_NAME}` },
    pgbouncer: {
      listen_addr: '0.0.0.0',
      listen_port: String(port),
      unix_socket_dir: PGBOUNCER_PATHS.run,
      auth_type: 'scram-sha-256',
      auth_file: `${PGBOUNCER_PATHS.run}/userlist.txt`,
      stats_users: DATA_STORE_USER,
      pool_mode: 'transaction',
      max_client_conn: String(clientConnections),
      default_pool_size: String(poolSize),
      max_db_connections: String(serverConnections),
      // Parameters that drivers set when they connect and PgBouncer does not support.
      ignore_startup_parameters: 'extra_float_digits,options',
      server_reset_query: 'DISCARD ALL',
    },
  });
}

/** Entrypoint of the container. The password comes from the environment, so that no ConfigMap contains it. */
export const PGBOUNCER_SCRIPT = `#!/bin/sh
set -eu
CONFIG=\${CONFIG_DIR:-${PGBOUNCER_PATHS.config}}
RUN=\${RUN_DIR:-${PGBOUNCER_PATHS.run}}
umask 077
printf '"%s" "%s"\\n' ${DATA_STORE_USER} "$(printf %s "$APP_PASSWORD" | sed 's/"/""/g')" >"$RUN/userlist.txt"
exec pgbouncer "$CONFIG/pgbouncer.ini"
`;
