import type { Alert } from './alert';
import type { Store } from './store';

const METRICS = {
  pgbouncer: { waiting: 'pgbouncer_pools_client_waiting_connections', oldest: 'pgbouncer_pools_client_maxwait_seconds' },
  'cloudnative-pg-pooler': { waiting: 'cnpg_pgbouncer_pools_cl_waiting', oldest: 'cnpg_pgbouncer_pools_maxwait' },
} as const;

/** Longest acceptable wait of a client for a connection. Assumed. */
const LONGEST_WAIT_SECONDS = 5;

/** Alerts about PgBouncer. Metrics: pgbouncer_exporter, or the built-in exporter of CloudNativePG's pooler. */
export function pgbouncerAlerts({ component: { id }, all }: Store, exporter: keyof typeof METRICS): Alert[] {
  const { waiting, oldest } = METRICS[exporter];
  const runbook = `Run SHOW POOLS on {{ $labels.pod }}: if sv_active equals the pool size, queries are slow or the pool is too small for the load. A larger pool needs a higher max_connections on the database.`;
  return [
    {
      name: 'PoolerClientsWaiting',
      severity: 'warning',
      component: id,
      expr: `sum by (namespace, pod) (${waiting}${all}) > 0`,
      forMinutes: 5,
      summary: `clients of ${id} wait for a connection`,
      description: '{{ $value }} clients wait for a connection at {{ $labels.pod }}, and clients have waited for five minutes.',
      runbook,
    },
    {
      name: 'PoolerWaitLong',
      severity: 'critical',
      component: id,
      expr: `max by (namespace, pod) (${oldest}${all}) > ${LONGEST_WAIT_SECONDS}`,
      forMinutes: 2,
      summary: `clients of ${id} wait longer than ${LONGEST_WAIT_SECONDS} s for a connection`,
      description: 'The first client in the queue of {{ $labels.pod }} has waited for {{ $value | humanizeDuration }}.',
      runbook,
    },
  ];
}
