import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { MIB_PER_GIB } from '../../core/data-size';
import { commitRequiresReplica, type DatabaseSettings, REPLICATION_USER } from './database-settings';

/** Folders of PostgreSQL in a container. */
export const POSTGRES_PATHS = {
  /** Mount path of the persistent volume. */
  volume: '/var/lib/postgresql',
  /** In-memory folder for the socket and the password file. */
  run: '/run/postgresql',
  /** Mount path of the ConfigMap. */
  config: '/config',
} as const;

/**
 * Share of the volume that retains WAL for disconnected replicas, and its bounds. A replica that needs older WAL is copied
 * again.
 */
const WAL_KEEP_SHARE = 0.05;
const MIN_WAL_KEEP_MIB = 512;
const MAX_WAL_KEEP_MIB = 16_384;

/** The `postgresql.conf` of the primary and its replicas. The role of a server is defined by its data folder. */
export function postgresConfig({ port, readReplicas, storageGib, parameters }: DatabaseSettings): string {
  const walKeepMib = Math.min(MAX_WAL_KEEP_MIB, Math.max(MIN_WAL_KEEP_MIB, Math.round(storageGib * MIB_PER_GIB * WAL_KEEP_SHARE)));
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: "'*'",
    port: String(port),
    unix_socket_directories: `'${POSTGRES_PATHS.run}'`,
    hba_file: `'${POSTGRES_PATHS.config}/pg_hba.conf'`,
    password_encryption: 'scram-sha-256',
    wal_level: 'replica',
    wal_log_hints: 'on',
    hot_standby: 'on',
    // Twice the replicas: the slot of a disconnected replica is occupied until the server notices, plus 4 for backups and copies.
    max_wal_senders: String(2 * readReplicas + 4),
    wal_keep_size: `${walKeepMib}MB`,
    // A commit is acknowledged after any one replica has received it.
    synchronous_standby_names: commitRequiresReplica(readReplicas) ? "'ANY 1 (*)'" : "''",
    log_min_duration_statement: '2s',
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, quoted(value)])),
  };
  return `${Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n')}\n`;
}

/** A value in the syntax of the file: numbers and units unchanged, everything else in single quotes. */
function quoted(value: string): string {
  return /^[\w.]+$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/**
 * The `pg_hba.conf`: the user of the services may connect to its database, the replication user to all, and the container
 * itself locally.
 */
export function postgresAccess(): string {
  return [
    'local all         postgres           trust',
    `host  ${DATABASE_NAME}         ${DATA_STORE_USER}                all scram-sha-256`,
    `host  all         ${REPLICATION_USER}        all scram-sha-256`,
    `host  replication ${REPLICATION_USER}        all scram-sha-256`,
    '',
  ].join('\n');
}
