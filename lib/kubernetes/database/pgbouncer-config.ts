import type { ResolvedDatabase } from '../../blueprint/blueprint';
import { DATABASE_NAME, DATABASE_USER, optionFile } from './database-settings';

/** Where PgBouncer finds its configuration, and keeps its socket and the password in memory. */
export const PGBOUNCER_PATHS = { config: '/config', run: '/run/pgbouncer' } as const;

/** Connections that stay free for replication, backups and administration, as in `connectionsToConfigure`. */
const RESERVED_CONNECTIONS = 10;

/** Poolers of a database: one may be gone. */
export const POOLERS = 2;

/** What one of the poolers admits and opens. */
export interface PoolerConnectionLimits {
  /** All that services may hold: while the other pooler is gone this one carries them. */
  readonly clientConnections: number;
  /** Its part of what all of them may open. */
  readonly serverConnections: number;
  readonly poolSize: number;
}

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

/** `pgbouncer.ini`: a server connection for each transaction, not for each client. */
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
      stats_users: DATABASE_USER,
      pool_mode: 'transaction',
      max_client_conn: String(clientConnections),
      default_pool_size: String(poolSize),
      max_db_connections: String(serverConnections),
      // Drivers set these when they connect; the pooler has no use for them.
      ignore_startup_parameters: 'extra_float_digits,options',
      server_reset_query: 'DISCARD ALL',
    },
  });
}

/** The container's entrypoint: the password comes from the environment and never stands in a ConfigMap. */
export const PGBOUNCER_SCRIPT = `#!/bin/sh
set -eu
CONFIG=\${CONFIG_DIR:-${PGBOUNCER_PATHS.config}}
RUN=\${RUN_DIR:-${PGBOUNCER_PATHS.run}}
umask 077
printf '"%s" "%s"\\n' ${DATABASE_USER} "$(printf %s "$APP_PASSWORD" | sed 's/"/""/g')" >"$RUN/userlist.txt"
exec pgbouncer "$CONFIG/pgbouncer.ini"
`;
