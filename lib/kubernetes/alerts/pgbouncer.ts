import type { Alert } from './alert';
import type { Store } from './store';

const METRICS = {
  pgbouncer: { waiting: 'pgbouncer_pools_client_waiting_connections', oldest: 'pgbouncer_pools_client_maxwait_seconds' },
  'cloudnative-pg-pooler': { waiting: 'cnpg_pgbouncer_pools_cl_waiting', oldest: 'cnpg_pgbouncer_pools_maxwait' },
} as const;

/** Longest that a client may wait for a connection before it is worse than an error. */
const LONGEST_WAIT_SECONDS = 5;

/** PgBouncer by pgbouncer_exporter, or by what CloudNativePG's pooler has built in. */
export function pgbouncerAlerts({ component: { id }, all }: Store, exporter: keyof typeof METRICS): Alert[] {
  const { waiting, oldest } = METRICS[exporter];
  const runbook = `SHOW POOLS on {{ $labels.pod }}: if sv_active equals the pool size, queries are slow or the pool is too small for the load; the database must have max_connections for a larger one.`;
  return [
    {
      name: 'PoolerClientsWaiting',
      severity: 'warning',
      component: id,
      expr: `sum by (namespace, pod) (${waiting}${all}) > 0`,
      forMinutes: 5,
      summary: `clients of ${id} wait for a connection`,
      description: '{{ $value }} clients have waited at {{ $labels.pod }} for five minutes.',
      runbook,
    },
    {
      name: 'PoolerWaitLong',
      severity: 'critical',
      component: id,
      expr: `max by (namespace, pod) (${oldest}${all}) > ${LONGEST_WAIT_SECONDS}`,
      forMinutes: 2,
      summary: `clients of ${id} wait longer than ${LONGEST_WAIT_SECONDS} s for a connection`,
      description: 'The first in the queue of {{ $labels.pod }} has waited {{ $value | humanizeDuration }}.',
      runbook,
    },
  ];
}
