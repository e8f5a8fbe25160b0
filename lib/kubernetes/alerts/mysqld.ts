import type { ResolvedDatabase } from '../../blueprint/resolved-component';
import { selectorText } from '../labels';
import { type Alert, atLevels, levelOf, matching } from './alert';
import type { Store } from './store';

/** The same columns in MySQL 8.4 and in MariaDB. mysqld_exporter uses their names in its metrics. */
const COLUMNS = {
  mysql: { lag: 'seconds_behind_source', io: 'replica_io_running', sql: 'replica_sql_running', show: 'SHOW REPLICA STATUS' },
  mariadb: { lag: 'seconds_behind_master', io: 'slave_io_running', sql: 'slave_sql_running', show: 'SHOW ALL SLAVES STATUS' },
} as const;

/** Alerts about MySQL and MariaDB with replicas. Metrics: mysqld_exporter. */
export function mysqldAlerts(store: Store, { id, engine, readReplicas, multiAz }: ResolvedDatabase): Alert[] {
  const replicates = readReplicas > 0 || multiAz;
  return [...serverAlerts(store, id), ...(engine !== 'postgres' && replicates ? replicationAlerts(store, id, engine) : [])];
}

/** Alerts about MySQL with group replication. Each member reports the state of all members. */
export function mysqldGroupAlerts(store: Store, { id }: ResolvedDatabase): Alert[] {
  const { scope, labels, all } = store;
  const members = (more: Readonly<Record<string, string>>) =>
    `mysql_perf_schema_replication_group_member_info${matching({ ...labels, ...more })}`;
  const look = `SELECT member_host, member_state, member_role FROM performance_schema.replication_group_members on any server; kubectl -n ${scope.namespace} get pods -l ${selectorText(store.source.endpoint.labels)} -o wide`;
  return [
    ...serverAlerts(store, id),
    {
      name: 'GroupMemberMissing',
      severity: 'warning',
      component: id,
      expr: [
        `max by (namespace) (count by (namespace, pod) (${members({ member_state: 'ONLINE' })}))`,
        `< on (namespace) count by (namespace) (mysql_up${all})`,
      ].join('\n'),
      forMinutes: 5,
      summary: `a server of ${id} is not in its group`,
      description:
        'The group has {{ $value }} members online, fewer than its number of servers. If one more member fails, it may lose its majority.',
      runbook: `${look}. A member in RECOVERING copies data from another member; to restart a member in ERROR, delete its pod.`,
    },
    {
      name: 'GroupWithoutPrimary',
      severity: 'critical',
      component: id,
      expr: `absent(${members({ member_state: 'ONLINE', member_role: 'PRIMARY' })})`,
      forMinutes: 2,
      summary: `${id} has no primary`,
      description: 'Writes are rejected because the group has lost its majority, or no metrics of its servers are available.',
      runbook: `${look}. If the majority is lost permanently, find the most recent member in the log of the operator and restart the whole group from it.`,
    },
  ];
}

function serverAlerts(store: Store, id: string): Alert[] {
  const { scope, all } = store;
  return [
    ...atLevels(levelOf(scope, 'connections', id), (level) => ({
      name: 'DatabaseConnectionsHigh',
      component: id,
      expr: `mysql_global_status_threads_connected${all} / mysql_global_variables_max_connections${all} > ${level}`,
      summary: `{{ $labels.pod }} has few connections left`,
      description: '{{ $value | humanizePercentage }} of max_connections are in use. At 100% the server refuses clients.',
      runbook: `Run SHOW PROCESSLIST: idle connections mean that pools are too large (databasePool × instances); busy connections wait for slow queries or locks.`,
    })),
    ...slowQueries(store, id),
  ];
}

function slowQueries({ scope, all }: Store, id: string): Alert[] {
  return atLevels(levelOf(scope, 'slow-queries', id), (level) => ({
    name: 'DatabaseSlowQueries',
    component: id,
    expr: `rate(mysql_global_status_slow_queries${all}[15m]) / (rate(mysql_global_status_questions${all}[15m]) > 0) > ${level}`,
    summary: `{{ $labels.pod }} runs too many slow queries`,
    description: '{{ $value | humanizePercentage }} of its queries took longer than long_query_time.',
    runbook: `Run SELECT * FROM sys.statement_analysis ORDER BY total_latency DESC LIMIT 10; the first statements need an index or a cache.`,
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
      description: 'Reads from it return data that is {{ $value | humanizeDuration }} old.',
      runbook: `Run ${show} on {{ $labels.pod }}. The usual causes are a long transaction or schema change on the primary, or a slower disk. Send reads that need current data to the primary.`,
    })),
    {
      name: 'ReplicationStopped',
      severity: 'critical',
      component: id,
      expr: `mysql_slave_status_${io}${all} == 0 or mysql_slave_status_${sql}${all} == 0`,
      forMinutes: 2,
      summary: `{{ $labels.pod }} does not replicate`,
      description: 'A replication thread has stopped. The server returns outdated data, and a failover to it loses data.',
      runbook: `Run ${show} on {{ $labels.pod }}: Last_IO_Error points to the network or the password, Last_SQL_Error to a row that differs. For a differing row, rebuild the replica from a backup instead of skipping the event.`,
    },
  ];
}
