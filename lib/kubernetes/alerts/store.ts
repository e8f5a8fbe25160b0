import type { ResolvedComponent } from '../../blueprint/resolved-component';
import { type Alert, type AlertScope, matching } from './alert';
import { EXPORTERS, type ExporterName, type MetricsSource } from './metrics';
import { processorAlerts } from './server';

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

/** What an exporter says when it cannot reach its server; an exporter that is its server just falls silent. */
const UP: Partial<Readonly<Record<ExporterName, { readonly metric: string; readonly alert: string }>>> = {
  mysqld: { metric: 'mysql_up', alert: 'ServerDown' },
  'mysqld-group': { metric: 'mysql_up', alert: 'ServerDown' },
  postgres: { metric: 'pg_up', alert: 'ServerDown' },
  'cloudnative-pg': { metric: 'cnpg_collector_up', alert: 'ServerDown' },
  pgbouncer: { metric: 'pgbouncer_up', alert: 'PoolerDown' },
  redis: { metric: 'redis_up', alert: 'ServerDown' },
  'redis-lists': { metric: 'redis_up', alert: 'ServerDown' },
  mongodb: { metric: 'mongodb_up', alert: 'ServerDown' },
};

/** Of each source of metrics: somebody measures all of its pods. */
export function sourceAlerts({ component: { id }, source, scope: { namespace }, labels }: Store): Alert[] {
  const { exporter, endpoint } = source;
  const up = `up${matching({ ...labels, job: `${namespace}/${endpoint.name}` })}`;
  return [
    {
      name: 'MetricsMissing',
      severity: 'warning',
      component: endpoint.name,
      expr: `absent(${up} == 1) or ${up} == 0`,
      forMinutes: 15,
      summary: `not all of ${endpoint.name} is measured (${exporter})`,
      description: `Prometheus gets no metrics from port ${EXPORTERS[exporter].port} of a pod or of any: other alerts about it cannot fire.`,
      runbook: `kubectl -n ${namespace} get podmonitor,networkpolicy ${endpoint.name}; kubectl -n ${namespace} logs -l app.kubernetes.io/component=${id} --all-containers --tail=50: an exporter that is refused, or out of memory.`,
    },
  ];
}

/** Of every store with metrics, once for each exporter: the server answers, and its processors suffice. */
export function storeAlerts(store: Store): Alert[] {
  const { component, source, scope, all } = store;
  const up = UP[source.exporter];
  if (up === undefined) return serverProcessor(store);
  return [
    {
      name: up.alert,
      severity: 'critical',
      component: component.id,
      expr: `${up.metric}${all} == 0`,
      forMinutes: 2,
      summary: `{{ $labels.pod }} of ${component.id} does not answer`,
      description: 'Its exporter runs and gets no connection to the server.',
      runbook: `kubectl -n ${scope.namespace} logs {{ $labels.pod }} --all-containers --tail=100; a full disk, a refused password of the exporter and a recovery after a crash look the same from outside.`,
    },
    ...serverProcessor(store),
  ];
}

function serverProcessor({ component, source, scope }: Store): Alert[] {
  if (!('vcpu' in component) || source.exporter === 'pgbouncer' || source.exporter === 'cloudnative-pg-pooler') return [];
  return processorAlerts({ id: component.id, vcpu: component.vcpu, container: source.server ?? component.id }, scope);
}
