import { commitRequiresReplica, type DatabaseSettings, optionFile } from './database-settings';
import { ADMIN_PORT, acknowledgementWaitMs, commonOptions, DURABLE_OPTIONS } from './mysql-options';

/**
 * The `my.cnf` of MySQL 8.4. Every server starts read-only and without replication. The entrypoint enables writes on the
 * primary, starts replication on the replicas, and enables the matching side of semi-synchronous replication.
 */
export function mysqlConfig({ port, readReplicas, parameters }: DatabaseSettings): string {
  return optionFile({
    mysqld: {
      ...commonOptions(port),
      ...DURABLE_OPTIONS,
      admin_address: '127.0.0.1',
      admin_port: String(ADMIN_PORT),
      // The X Protocol, which no component uses, listens on all addresses by default.
      mysqlx: 'OFF',
      gtid_mode: 'ON',
      enforce_gtid_consistency: 'ON',
      log_replica_updates: 'ON',
      relay_log_recovery: 'ON',
      skip_replica_start: 'ON',
      read_only: 'ON',
      plugin_load_add: 'semisync_source.so;semisync_replica.so',
      // loose_: `mysqld --initialize` does not load plugins and would refuse their options.
      loose_rpl_semi_sync_source_timeout: acknowledgementWaitMs(commitRequiresReplica(readReplicas)),
      loose_rpl_semi_sync_source_wait_for_replica_count: '1',
      loose_rpl_semi_sync_source_wait_no_replica: 'ON',
      loose_rpl_semi_sync_source_wait_point: 'AFTER_SYNC',
      ...parameters,
    },
  });
}
