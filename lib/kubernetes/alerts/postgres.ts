import type { ResolvedDatabase } from '../../blueprint/resolved-component';
import { type Alert, atLevels, levelOf, matching } from './alert';
import type { Store } from './store';

/** Names of the same metrics in two exporters. */
const METRICS = {
  postgres: {
    backends: 'pg_stat_activity_count',
    limit: 'pg_settings_max_connections',
    limitLabels: {},
  },
  'cloudnative-pg': {
    backends: 'cnpg_backends_total',
    limit: 'cnpg_pg_settings_setting',
    limitLabels: { name: 'max_connections' },
  },
} as const;

/** Alerts about PostgreSQL. Metrics: postgres_exporter, or the built-in exporter of CloudNativePG. */
export function postgresAlerts(store: Store, { id, readReplicas, multiAz }: ResolvedDatabase, exporter: keyof typeof METRICS): Alert[] {
  const { scope, labels, all } = store;
  const { backends, limit, limitLabels } = METRICS[exporter];
  const standbys = Math.max(readReplicas, multiAz ? 1 : 0);
  return [
    ...atLevels(levelOf(scope, 'connections', id), (level) => ({
      name: 'DatabaseConnectionsHigh',
      component: id,
      expr: [
        `sum by (namespace, pod) (${backends}${all})`,
        `/ max by (namespace, pod) (${limit}${matching({ ...labels, ...limitLabels })})`,
        `> ${level}`,
      ].join('\n'),
      summary: '{{ $labels.pod }} has few connections left',
      description: '{{ $value | humanizePercentage }} of max_connections are in use. At 100% the server refuses clients.',
      runbook: `Run SELECT state, count(*) FROM pg_stat_activity GROUP BY 1: idle connections mean that pools are too large or bypass PgBouncer; "idle in transaction" means that a client did not commit.`,
    })),
    ...(standbys > 0
      ? atLevels(levelOf(scope, 'replication-lag', id), (level) => ({
          name: 'ReplicationLag',
          component: id,
          expr: exporter === 'cloudnative-pg' ? `cnpg_pg_replication_lag${all} > ${level}` : behind(store, level),
          summary: `{{ $labels.pod }} is more than ${level} s behind`,
          description: 'Reads from it return data that is {{ $value | humanizeDuration }} old.',
          runbook: `Run SELECT application_name, state, replay_lag FROM pg_stat_replication on the primary: a missing standby has lost its connection; a standby with replay_lag waits for a long query or its disk.`,
        }))
      : []),
    ...(exporter === 'cloudnative-pg' ? cloudNativeAlerts(store, id, standbys > 0) : standbyAlerts(store, id, standbys)),
  ];
}

/** The exporter counts from the last transaction, so an idle primary looks like lag: the alert also requires unreplayed WAL. */
function behind({ all }: Store, level: number): string {
  return [
    `pg_replication_lag_seconds${all} > ${level}`,
    `and on (namespace, component) max by (namespace, component) (pg_stat_replication_pg_wal_lsn_diff${all}) > 0`,
  ].join('\n');
}

function standbyAlerts({ scope, labels }: Store, id: string, standbys: number): Alert[] {
  if (standbys === 0) return [];
  return [
    {
      name: 'ReplicationStopped',
      severity: 'critical',
      component: id,
      expr: `(count(pg_stat_replication_pg_wal_lsn_diff${matching({ ...labels, state: 'streaming' })}) or vector(0)) < ${standbys}`,
      forMinutes: 5,
      summary: `a standby of ${id} does not replicate`,
      description: `{{ $value }} of ${standbys} standbys receive the write-ahead log of the primary.`,
      runbook: `kubectl -n ${scope.namespace} get pods -l app.kubernetes.io/component=${id}; read the log of the missing standby: the password is wrong, or the primary has removed write-ahead log that it needs. In the second case recreate it from a base backup.`,
    },
  ];
}

function cloudNativeAlerts({ scope, all }: Store, id: string, replicates: boolean): Alert[] {
  const status = `kubectl -n ${scope.namespace} get cluster ${id}; kubectl -n ${scope.namespace} describe cluster ${id}`;
  const stopped: Alert = {
    name: 'ReplicationStopped',
    severity: 'critical',
    component: id,
    expr: `cnpg_pg_replication_in_recovery${all} == 1 and cnpg_pg_replication_is_wal_receiver_up${all} == 0`,
    forMinutes: 2,
    summary: '{{ $labels.pod }} does not replicate',
    description: 'The standby receives no write-ahead log. It returns outdated data, and a failover to it loses data.',
    runbook: `${status}; to rebuild a standby that is too far behind, delete its pod and its PersistentVolumeClaim; the operator creates a new one.`,
  };
  return [
    ...(replicates ? [stopped] : []),
    {
      name: 'ArchivingFailing',
      severity: 'critical',
      component: id,
      expr: `cnpg_pg_stat_archiver_last_failed_time${all} - cnpg_pg_stat_archiver_last_archived_time${all} > 1`,
      forMinutes: 15,
      summary: `${id} cannot archive its write-ahead log`,
      description: 'Point-in-time recovery ends at the last archived segment, and the write-ahead log fills the disk.',
      runbook: `${status}; kubectl -n ${scope.namespace} logs {{ $labels.pod }} shows why the upload to the bucket fails: permissions, the network path or an archive of the same name.`,
    },
  ];
}
