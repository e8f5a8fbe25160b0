import type { ResolvedComponent } from '../../blueprint/resolved-component';
import { selectorText } from '../labels';
import { type Alert, type AlertScope, matching } from './alert';
import { EXPORTERS, type ExporterName, type MetricsSource } from './metrics';
import { processorAlerts } from './server';

/** A data store with one source of metrics, and the label matcher of these metrics: PodMonitors add the component id as a label. */
export interface Store {
  /** The component. */
  readonly component: ResolvedComponent;
  /** Source of its metrics. */
  readonly source: MetricsSource;
  /** Namespace and thresholds. */
  readonly scope: AlertScope;
  /** Labels of its alerts. */
  readonly labels: Readonly<Record<string, string>>;
  /** Label matcher, such as `{namespace="shop-test", component="database"}`. */
  readonly all: string;
}

/** Input for the alert rules of a data store. */
export function storeOf(component: ResolvedComponent, source: MetricsSource, scope: AlertScope): Store {
  const labels = { namespace: scope.namespace, component: component.id };
  return { component, source, scope, labels, all: matching(labels) };
}

/** The metric that is 0 when an exporter cannot reach its server. When a server with a built-in exporter is down, its metrics are missing instead. */
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

/** Alert about missing metrics of a source. */
export function sourceAlerts({ source, scope: { namespace }, labels }: Store): Alert[] {
  const { exporter, endpoint } = source;
  const up = `up${matching({ ...labels, job: `${namespace}/${endpoint.name}` })}`;
  return [
    {
      name: 'MetricsMissing',
      severity: 'warning',
      component: endpoint.name,
      expr: `absent(${up} == 1) or ${up} == 0`,
      forMinutes: 15,
      summary: `metrics of ${endpoint.name} are missing (${exporter})`,
      description: `Prometheus gets no metrics from port ${EXPORTERS[exporter].port} of at least one pod. Other alerts about ${endpoint.name} cannot fire.`,
      runbook: `kubectl -n ${namespace} get podmonitor,networkpolicy ${endpoint.name}; kubectl -n ${namespace} logs -l ${selectorText(endpoint.labels)} --all-containers --tail=50; the server rejects the exporter, or the exporter is out of memory.`,
    },
  ];
}

/** Alerts about every data store with metrics, once for each exporter: availability and CPU usage. */
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
      summary: `{{ $labels.pod }} of ${component.id} does not respond`,
      description: 'Its exporter runs but cannot connect to the server.',
      runbook: `kubectl -n ${scope.namespace} logs {{ $labels.pod }} --all-containers --tail=100; the usual causes are a full disk, a rejected password of the exporter and recovery after a crash.`,
    },
    ...serverProcessor(store),
  ];
}

function serverProcessor({ component, source, scope }: Store): Alert[] {
  if (!('vcpu' in component) || source.exporter === 'pgbouncer' || source.exporter === 'cloudnative-pg-pooler') return [];
  return processorAlerts({ id: component.id, vcpu: component.vcpu, container: source.server ?? component.id }, scope);
}
