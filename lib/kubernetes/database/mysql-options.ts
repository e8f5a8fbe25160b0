/** Folders of MySQL and MariaDB in a container. */
export const MYSQL_PATHS = {
  /** Mount path of the persistent volume. */
  volume: '/var/lib/mysql',
  /** In-memory folder for the socket and the accounts file. */
  run: '/run/mysqld',
  /** Mount path of the ConfigMap. */
  config: '/config',
} as const;

/** Port for probes and the exporter, on which a server accepts connections while the application has all others. The default of MySQL. */
export const ADMIN_PORT = 33_062;

/**
 * An application may create triggers and functions although its user does not have the privilege SUPER: otherwise error 1419. Source:
 * MySQL 8.4 reference manual, 27.7.
 */
export const TRIGGER_OPTIONS = { log_bin_trust_function_creators: 'ON' } as const;

/** Options that have the same name in MySQL and MariaDB. */
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
    // A file, because the servers refuse pipes, such as /dev/stderr: the entrypoint prints its lines.
    slow_query_log_file: `${MYSQL_PATHS.volume}/slow.log`,
    ...TRIGGER_OPTIONS,
  };
}

/** Retention of the binary log: a replica that was away for longer (three days) is copied again. */
const BINARY_LOG_SECONDS = 259_200;

/** Options that make commits durable and enable the binary log for replication. */
export const DURABLE_OPTIONS: Readonly<Record<string, string>> = {
  log_bin: 'binlog',
  sync_binlog: '1',
  innodb_flush_log_at_trx_commit: '1',
  binlog_expire_logs_seconds: String(BINARY_LOG_SECONDS),
};

/** Longest timeout that both servers accept: 49 days, so that no commit is acknowledged without a replica. */
const MAX_WAIT_MS = 4_294_967_295;

/** Timeout after which the primary continues without its single replica. The default of both servers. */
const SINGLE_REPLICA_WAIT_MS = 10_000;

/** How long a commit waits for a replica, as the value of an option. */
export function acknowledgementWaitMs(requiresReplica: boolean): string {
  return String(requiresReplica ? MAX_WAIT_MS : SINGLE_REPLICA_WAIT_MS);
}
