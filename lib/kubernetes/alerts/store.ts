import type { ResolvedComponent } from '../../blueprint';
import { EXPORTERS, type ExporterName, type MetricsSource } from '../metrics';
import { type Alert, type AlertScope, atLevels, levelOf, matching, percent } from './alert';

/** A data store, its metrics, and the matcher of them: monitors put the component's id on all that they scrape. */
export interface Store {
  readonly component: ResolvedComponent;
  readonly source: MetricsSource;
  readonly scope: AlertScope;
  readonly labels: Readonly<Record<string, string>>;
  /** `{namespace="shop-test", component="database"}`. */
  readonly all: string;
}

export function storeOf(component: ResolvedComponent, source: MetricsSource, scope: AlertScope): Store {
  const labels = { namespace: scope.namespace, component: component.id };
  return { component, source, scope, labels, all: matching(labels) };
}

/** What an exporter says when it cannot reach its server, or 0: its own exposition is then all that there is. */
const UP: Partial<Readonly<Record<ExporterName, string>>> = {
  mysqld: 'mysql_up',
  'mysqld-group': 'mysql_up',
  postgres: 'pg_up',
  'cloudnative-pg': 'cnpg_collector_up',
  pgbouncer: 'pgbouncer_up',
  redis: 'redis_up',
  'redis-lists': 'redis_up',
  mongodb: 'mongodb_up',
};

/** Of every store with metrics: they are there, the server answers, and its processors suffice. */
export function storeAlerts(store: Store): Alert[] {
  const { component, source, scope, all, labels } = store;
  const { namespace } = scope;
  const { id } = component;
  const up = UP[source.exporter];
  const missing: Alert = {
    name: 'MetricsMissing',
    severity: 'warning',
    component: id,
    expr: `absent(up${matching({ ...labels, job: `${namespace}/${source.endpoint.name}` })} == 1)`,
    forMinutes: 15,
    summary: `nobody measures ${id} (${source.exporter})`,
    description: `Prometheus gets no metrics from port ${EXPORTERS[source.exporter].port} of any pod of ${id}: its other alerts cannot fire.`,
    runbook: `kubectl -n ${namespace} get podmonitor,networkpolicy; the exporter's log: kubectl -n ${namespace} logs -l app.kubernetes.io/component=${id} -c exporter --tail=50.`,
  };
  const down: Alert[] =
    up === undefined
      ? []
      : [
          {
            name: 'ServerDown',
            severity: 'critical',
            component: id,
            expr: `${up}${all} == 0`,
            forMinutes: 2,
            summary: `{{ $labels.pod }} of ${id} does not answer`,
            description: 'Its exporter runs and gets no connection to the server.',
            runbook: `kubectl -n ${namespace} logs {{ $labels.pod }} --all-containers --tail=100; a full disk, a refused password of the exporter and a recovery after a crash look the same from outside.`,
          },
        ];
  return [missing, ...down, ...processorAlerts(store)];
}

/** Of one server, since the primary takes all writes; against what it asks for. */
function processorAlerts({ component, source, scope }: Store): Alert[] {
  if (!('vcpu' in component) || source.exporter === 'pgbouncer' || source.exporter === 'cloudnative-pg-pooler') return [];
  const { namespace } = scope;
  const { id, vcpu } = component;
  const server = matching({ namespace, pod: `=~${id}-.+`, container: source.server ?? id });
  return atLevels(levelOf(scope, 'processor', id), (level) => ({
    name: 'ServerProcessorHigh',
    component: id,
    expr: `sum by (namespace, pod) (rate(container_cpu_usage_seconds_total${server}[5m])) / ${vcpu} > ${level}`,
    summary: `{{ $labels.pod }} uses more than ${percent(level)} of its processors`,
    description: `It is at {{ $value | humanizePercentage }} of ${vcpu} vCPU.`,
    runbook:
      'Look for the query that takes the time (slow query log, pg_stat_statements, currentOp) before a larger size: an index is cheaper.',
  }));
}
