import { MIB_PER_GIB } from '../../core/data-size';
import { commitRequiresReplica, DATABASE_NAME, DATABASE_USER, type DatabaseSettings, REPLICATION_USER } from './database-settings';

/** Where PostgreSQL keeps its files in a container: on the volume, and in memory. */
export const POSTGRES_PATHS = {
  volume: '/var/lib/postgresql',
  run: '/run/postgresql',
  config: '/config',
} as const;

/** Share of the disk kept for replicas that were away, and its bounds: a replica that needs older changes starts over. */
const WAL_KEEP_SHARE = 0.05;
const MIN_WAL_KEEP_MIB = 512;
const MAX_WAL_KEEP_MIB = 16_384;

/** `postgresql.conf` of primary and replicas alike: which of them a server is stands in its data folder. */
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
    // A replica each and as many again: one that was cut off keeps its place until the server notices.
    max_wal_senders: String(2 * readReplicas + 4),
    wal_keep_size: `${walKeepMib}MB`,
    // Any one of several replicas has to have a commit before the client hears of it.
    synchronous_standby_names: commitRequiresReplica(readReplicas) ? "'ANY 1 (*)'" : "''",
    log_min_duration_statement: '2s',
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, quoted(value)])),
  };
  return `${Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n')}\n`;
}

/** A value as the file takes it: numbers and units as they are, all else in apostrophes. */
function quoted(value: string): string {
  return /^[\w.]+$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/** Who may connect: the service's user to its database, replicas, and the container itself. */
export function postgresAccess(): string {
  return [
    'local all         postgres           trust',
    `host  ${DATABASE_NAME}         ${DATABASE_USER}                all scram-sha-256`,
    `host  all         ${REPLICATION_USER}        all scram-sha-256`,
    `host  replication ${REPLICATION_USER}        all scram-sha-256`,
    '',
  ].join('\n');
}
