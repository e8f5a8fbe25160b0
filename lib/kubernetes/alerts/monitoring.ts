import type { Chart } from 'cdk8s';
import type { ResolvedComponent } from '../../blueprint/resolved-component';
import { poolName } from '../../conventions/pool-label';
import type { BuildContext } from '../build-context';
import { PodMonitor } from '../custom-resources/pod-monitor';
import { PrometheusRule } from '../custom-resources/prometheus-rule';
import { type ExternalPeer, tcp } from '../entry/network-paths';
import type { Alert, AlertScope } from './alert';
import { backupAlerts } from './backups';
import { entryAlerts } from './entry';
import { EXPORTERS, isMonitored, type MetricsSource } from './metrics';
import { nodePoolAlerts } from './node-pools';
import { EXPORTER_ALERTS } from './registry';
import { ruleGroup } from './rules';
import { scalingAlerts } from './scaling';
import { secretAlerts } from './secrets';
import { serviceAlerts } from './service';
import { storageAlerts } from './storage';
import { sourceAlerts, storeAlerts, storeOf } from './store';
import { vectorStoreAlerts } from './vector-store';
import { workloadAlerts } from './workloads';

/** Namespace of Prometheus in kube-prometheus-stack, which may scrape the pods. */
const PROMETHEUS: ExternalPeer = { namespaces: { 'kubernetes.io/metadata.name': 'monitoring' } };

const SCRAPE_INTERVAL = '30s';

/**
 * Adds a PodMonitor for each source of metrics, and PrometheusRules. A data store has rules only for metrics of its own
 * sources.
 */
export function addMonitoring(chart: Chart, context: BuildContext): void {
  const { blueprint } = context;
  const scope: AlertScope = { namespace: blueprint.stackName, alarms: blueprint.alarms, platform: blueprint.options.platform };
  const components = Object.values(blueprint.components);
  const add = (name: string, alerts: readonly Alert[]) => {
    if (alerts.length === 0) return;
    new PrometheusRule(chart, `rules-${name}`, {
      metadata: { name },
      spec: { groups: [ruleGroup(`${scope.namespace}-${name}`, blueprint.system.id, alerts)] },
    });
  };
  add('workloads', [...workloadAlerts(scope), ...scalingAlerts(scope), ...secretAlerts(scope)]);
  add('volumes', [...storageAlerts(scope), ...backupAlerts(scope)]);
  for (const component of components) {
    const construct = context.dependency(component.id);
    const sources = isMonitored(construct) ? construct.metrics : [];
    for (const source of sources) scrape(chart, component, source, context);
    add(component.id, [...ownAlerts(component, context, scope), ...measuredAlerts(component, sources, scope)]);
  }
}

/** The primary and its replicas are two sources with the same exporter. Rules select both by the label `component`. */
export function measuredAlerts(component: ResolvedComponent, sources: readonly MetricsSource[], scope: AlertScope): Alert[] {
  const stores = sources.map((source) => storeOf(component, source, scope));
  const byExporter = new Map([...stores].reverse().map((store) => [store.source.exporter, store]));
  const first = stores.filter((store) => byExporter.get(store.source.exporter) === store);
  return [
    ...stores.flatMap(sourceAlerts),
    ...first.flatMap((store) => [...storeAlerts(store), ...EXPORTER_ALERTS[store.source.exporter](store)]),
  ];
}

/** Alerts about metrics of the cluster, which need no exporter. */
function ownAlerts(component: ResolvedComponent, { blueprint }: BuildContext, scope: AlertScope): Alert[] {
  switch (component.kind) {
    case 'service':
      return serviceAlerts(component, scope);
    case 'vector-store':
      return vectorStoreAlerts(component, scope);
    case 'node-pool':
      return blueprint.options.platform === 'eks' ? [] : nodePoolAlerts(component.id, poolName(blueprint, component.id));
    case 'load-balancer':
      return component.type === 'application' ? entryAlerts(component.id, component.target, scope) : [];
    default:
      return [];
  }
}

function scrape(chart: Chart, { id }: ResolvedComponent, { exporter, endpoint, portName }: MetricsSource, context: BuildContext): void {
  context.paths.allow(PROMETHEUS, endpoint, [tcp(EXPORTERS[exporter].port)]);
  new PodMonitor(chart, `monitor-${endpoint.name}`, {
    metadata: { name: endpoint.name },
    spec: {
      selector: { matchLabels: endpoint.labels },
      podMetricsEndpoints: [
        {
          port: portName,
          path: '/metrics',
          interval: SCRAPE_INTERVAL,
          // Label for rules and alerts: pods of operators do not have the labels of the chart.
          relabelings: [{ action: 'replace', targetLabel: 'component', replacement: id }],
        },
      ],
    },
  });
}
