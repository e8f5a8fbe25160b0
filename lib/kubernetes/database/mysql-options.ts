/** Where MySQL and MariaDB keep their files in a container: on the volume, and in memory. */
export const MYSQL_PATHS = {
  volume: '/var/lib/mysql',
  run: '/run/mysqld',
  config: '/config',
} as const;

/** Options that both servers spell alike. */
export function commonOptions(port: number): Readonly<Record<string, string>> {
  return {
    datadir: `${MYSQL_PATHS.volume}/data`,
    socket: `${MYSQL_PATHS.run}/mysqld.sock`,
    pid_file: `${MYSQL_PATHS.run}/mysqld.pid`,
    tmpdir: '/tmp',
    port: String(port),
    bind_address: '0.0.0.0',
    skip_name_resolve: 'ON',
    character_set_server: 'utf8mb4',
    log_output: 'FILE',
    slow_query_log_file: '/dev/stderr',
  };
}

/** Seconds of changes that a replica may miss and still catch up: three days. */
const BINARY_LOG_SECONDS = 259_200;

/** What makes a commit survive a crash, and lets replicas follow it. */
export const DURABLE_OPTIONS: Readonly<Record<string, string>> = {
  log_bin: 'binlog',
  sync_binlog: '1',
  innodb_flush_log_at_trx_commit: '1',
  binlog_expire_logs_seconds: String(BINARY_LOG_SECONDS),
};

/** Longest wait that both servers take: 49 days, so a commit is never acknowledged by one machine alone. */
const MAX_WAIT_MS = 4_294_967_295;

/** After this the only replica counts as gone, and the primary goes on alone. The default of both servers. */
const SINGLE_REPLICA_WAIT_MS = 10_000;

export function acknowledgementWaitMs(waitsForever: boolean): string {
  return String(waitsForever ? MAX_WAIT_MS : SINGLE_REPLICA_WAIT_MS);
}
