import { commitRequiresReplica, type DatabaseSettings, optionFile } from './database-settings';
import { ADMIN_PORT, acknowledgementWaitMs, commonOptions, DURABLE_OPTIONS } from './mysql-options';

/** Connections of probes, the exporter and administrators, in addition to `max_connections`. */
const ADMIN_CONNECTIONS = 8;

/** The `my.cnf` of MariaDB 10.11 and 11.4. The entrypoint enables writes and replication, as for `mysqlConfig`. */
export function mariadbConfig({ port, readReplicas, parameters }: DatabaseSettings): string {
  return optionFile({
    mariadbd: {
      ...commonOptions(port),
      ...DURABLE_OPTIONS,
      extra_port: String(ADMIN_PORT),
      extra_max_connections: String(ADMIN_CONNECTIONS),
      binlog_format: 'ROW',
      gtid_domain_id: '1',
      gtid_strict_mode: 'ON',
      log_slave_updates: 'ON',
      relay_log: 'relay',
      relay_log_recovery: 'ON',
      skip_slave_start: 'ON',
      read_only: 'ON',
      rpl_semi_sync_master_timeout: acknowledgementWaitMs(commitRequiresReplica(readReplicas)),
      rpl_semi_sync_master_wait_no_slave: 'ON',
      rpl_semi_sync_master_wait_point: 'AFTER_SYNC',
      ...parameters,
    },
  });
}
