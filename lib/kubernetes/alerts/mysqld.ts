import type { ResolvedDatabase } from '../../blueprint';
import { type Alert, atLevels, levelOf } from './alert';
import type { Store } from './store';

/** The same columns, as MySQL 8.4 and as MariaDB call them; mysqld_exporter takes their names over. */
const COLUMNS = {
  mysql: { lag: 'seconds_behind_source', io: 'replica_io_running', sql: 'replica_sql_running', show: 'SHOW REPLICA STATUS' },
  mariadb: { lag: 'seconds_behind_master', io: 'slave_io_running', sql: 'slave_sql_running', show: 'SHOW ALL SLAVES STATUS' },
} as const;

/** MySQL and MariaDB by mysqld_exporter. */
export function mysqldAlerts(store: Store, { id, engine, readReplicas, multiAz }: ResolvedDatabase): Alert[] {
  const { scope, all } = store;
  return [
    ...atLevels(levelOf(scope, 'connections', id), (level) => ({
      name: 'DatabaseConnectionsHigh',
      component: id,
      expr: `mysql_global_status_threads_connected${all} / mysql_global_variables_max_connections${all} > ${level}`,
      summary: `{{ $labels.pod }} has few connections left`,
      description: '{{ $value | humanizePercentage }} of max_connections are open; above them clients are refused.',
      runbook: `SHOW PROCESSLIST: idle ones are pools that are too large (databasePool × instances), busy ones wait for slow queries or locks.`,
    })),
    ...slowQueries(store, id),
    ...(engine !== 'postgres' && (readReplicas > 0 || multiAz) ? replicationAlerts(store, id, engine) : []),
  ];
}

function slowQueries({ scope, all }: Store, id: string): Alert[] {
  return atLevels(levelOf(scope, 'slow-queries', id), (level) => ({
    name: 'DatabaseSlowQueries',
    component: id,
    expr: `rate(mysql_global_status_slow_queries${all}[15m]) / (rate(mysql_global_status_questions${all}[15m]) > 0) > ${level}`,
    summary: `too many slow queries on {{ $labels.pod }}`,
    description: '{{ $value | humanizePercentage }} of its queries took longer than long_query_time.',
    runbook: `SELECT * FROM sys.statement_analysis ORDER BY total_latency DESC LIMIT 10: the first lines want an index or a cache.`,
  }));
}

function replicationAlerts({ scope, all }: Store, id: string, engine: keyof typeof COLUMNS): Alert[] {
  const { lag, io, sql, show } = COLUMNS[engine];
  return [
    ...atLevels(levelOf(scope, 'replication-lag', id), (level) => ({
      name: 'ReplicationLag',
      component: id,
      expr: `mysql_slave_status_${lag}${all} > ${level}`,
      summary: `{{ $labels.pod }} is more than ${level} s behind`,
      description: 'Reads from it are {{ $value | humanizeDuration }} old.',
      runbook: `${show} on {{ $labels.pod }}; a long transaction or a schema change on the primary holds it up, or its disk is slower. Send reads that must be fresh to the primary.`,
    })),
    {
      name: 'ReplicationStopped',
      severity: 'critical',
      component: id,
      expr: `mysql_slave_status_${io}${all} == 0 or mysql_slave_status_${sql}${all} == 0`,
      forMinutes: 2,
      summary: `{{ $labels.pod }} does not replicate`,
      description: 'A thread of its replication has stopped: it serves ever older data, and cannot take over without loss.',
      runbook: `${show} on {{ $labels.pod }}: Last_IO_Error is network or password, Last_SQL_Error is a row that differs; then rebuild it from a backup rather than skip.`,
    },
  ];
}
