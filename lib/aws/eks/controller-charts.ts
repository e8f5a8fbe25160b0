import type { Blueprint } from '../../blueprint/blueprint';
import { requestsOf } from '../../conventions/system-pods';
import { InputError } from '../../core/problems';
import { GPU_LABEL } from '../gpu-label';
import { SNAPSHOT_SCHEDULES } from './kubernetes-addons';

/** What the values of a chart may depend on. */
export interface Place {
  readonly clusterName: string;
  readonly namespace: string;
  readonly region: string;
  /** Log group of a container, by the name of Fluent Bit's own field. */
  readonly logGroupOf: (container: string) => string;
}

/** Accounts that controllers run as, by who they are: each has a role of its own. */
export const CONTROLLER_ACCOUNTS = {
  'external-secrets': { namespace: 'external-secrets', serviceAccount: 'external-secrets' },
  keda: { namespace: 'keda', serviceAccount: 'keda-operator' },
  'cluster-autoscaler': { namespace: 'kube-system', serviceAccount: 'cluster-autoscaler' },
  'fluent-bit': { namespace: 'kube-system', serviceAccount: 'fluent-bit' },
} as const;
export type ControllerAccount = keyof typeof CONTROLLER_ACCOUNTS;

/** A chart of a controller. Its pods are in lib/conventions/system-pods.ts: nodes are sized for them. */
export interface ControllerChart {
  readonly id: string;
  readonly chart: string;
  readonly repository: string;
  /** Looked up in release notes and in updates that others merged; there is no cluster here to try it in. */
  readonly version: string;
  readonly namespace: string;
  /** Whose role its pods have. */
  readonly account?: ControllerAccount;
  /** API group that it carries out; without objects of it the cluster does without. Default: every cluster has it. */
  readonly apiGroup?: string;
  /** Whether it is for machines with GPUs. */
  readonly forGpus?: true;
  readonly values: (place: Place) => Readonly<Record<string, unknown>>;
}

/** Group of Gateways and their routes, and the chart with its kinds. */
export const GATEWAY_API = 'gateway.networking.k8s.io';
export const GATEWAY_CHART = 'GatewayApi';

const PROMETHEUS = { selectorNilUsesHelmValues: false };

/** By who is needed first: a release waits for nothing but its own pods. */
export const CONTROLLER_CHARTS: readonly ControllerChart[] = [
  {
    // The project of Gateway API has no chart; this one holds its standard channel, and nothing of Traefik is installed.
    id: GATEWAY_CHART,
    chart: 'traefik-crds',
    repository: 'https://traefik.github.io/charts',
    version: '1.13.1',
    namespace: 'kube-system',
    apiGroup: GATEWAY_API,
    values: () => ({ gatewayAPI: true, traefik: false, hub: false }),
  },
  {
    id: 'ExternalSecrets',
    chart: 'external-secrets',
    repository: 'https://charts.external-secrets.io',
    version: '2.10.0',
    apiGroup: 'external-secrets.io',
    account: 'external-secrets',
    ...CONTROLLER_ACCOUNTS['external-secrets'],
    values: () => {
      const resources = requestsOf('external-secrets');
      return { resources, webhook: { resources }, certController: { resources } };
    },
  },
  {
    id: 'Keda',
    chart: 'keda',
    repository: 'https://kedacore.github.io/charts',
    version: '2.20.2',
    account: 'keda',
    ...CONTROLLER_ACCOUNTS.keda,
    apiGroup: 'keda.sh',
    values: () => {
      const resources = requestsOf('keda');
      return { resources: { operator: resources, metricServer: resources, webhooks: resources } };
    },
  },
  {
    id: 'ClusterAutoscaler',
    chart: 'cluster-autoscaler',
    repository: 'https://kubernetes.github.io/autoscaler',
    version: '9.59.0',
    account: 'cluster-autoscaler',
    ...CONTROLLER_ACCOUNTS['cluster-autoscaler'],
    values: ({ clusterName, region }) => ({
      autoDiscovery: { clusterName },
      awsRegion: region,
      rbac: { serviceAccount: { name: CONTROLLER_ACCOUNTS['cluster-autoscaler'].serviceAccount } },
      // Without addresses of the public internet in its pods it reads prices of machines from nowhere, and needs none.
      extraArgs: { 'aws-use-static-instance-list': true, 'balance-similar-node-groups': true, 'skip-nodes-with-system-pods': false },
      resources: requestsOf('cluster-autoscaler'),
    }),
  },
  {
    id: 'FluentBit',
    chart: 'aws-for-fluent-bit',
    repository: 'https://aws.github.io/eks-charts',
    version: '0.2.1',
    account: 'fluent-bit',
    ...CONTROLLER_ACCOUNTS['fluent-bit'],
    values: ({ namespace, region, logGroupOf }) => ({
      serviceAccount: { name: CONTROLLER_ACCOUNTS['fluent-bit'].serviceAccount },
      // Workloads alone: pods of the system say nothing that the control plane's logs do not.
      input: { path: `/var/log/containers/*_${namespace}_*.log` },
      cloudWatchLogs: {
        region,
        logGroupName: logGroupOf('other'),
        logGroupTemplate: logGroupOf("$kubernetes['container_name']"),
        autoCreateGroup: false,
      },
      tolerations: [{ operator: 'Exists' }],
      resources: requestsOf('fluent-bit'),
    }),
  },
  {
    id: 'Prometheus',
    chart: 'kube-prometheus-stack',
    repository: 'https://prometheus-community.github.io/helm-charts',
    version: '87.0.0',
    apiGroup: 'monitoring.coreos.com',
    namespace: 'monitoring',
    values: () => ({
      grafana: { enabled: false },
      // Monitors and rules of all namespaces, not those of this chart alone.
      prometheus: {
        prometheusSpec: {
          serviceMonitorSelectorNilUsesHelmValues: PROMETHEUS.selectorNilUsesHelmValues,
          podMonitorSelectorNilUsesHelmValues: PROMETHEUS.selectorNilUsesHelmValues,
          ruleSelectorNilUsesHelmValues: PROMETHEUS.selectorNilUsesHelmValues,
          // On the node's own disk: enough for alerts, and no volume to pay for. Longer memory is a remote store's work.
          retention: '24h',
          retentionSize: '4GB',
          resources: requestsOf('prometheus'),
        },
      },
      prometheusOperator: { resources: requestsOf('prometheus-parts') },
      alertmanager: { alertmanagerSpec: { resources: requestsOf('prometheus-parts') } },
      'kube-state-metrics': { resources: requestsOf('prometheus-parts') },
      'prometheus-node-exporter': { resources: requestsOf('node-exporter') },
      // EKS shows nobody these parts of its control plane.
      kubeControllerManager: { enabled: false },
      kubeScheduler: { enabled: false },
      kubeEtcd: { enabled: false },
    }),
  },
  {
    id: 'SnapshotSchedules',
    chart: 'snapscheduler',
    repository: 'https://backube.github.io/helm-charts',
    version: '3.4.0',
    apiGroup: SNAPSHOT_SCHEDULES,
    namespace: 'snapscheduler',
    values: () => ({ resources: requestsOf('snapscheduler') }),
  },
  {
    id: 'GpuPlugin',
    chart: 'nvidia-device-plugin',
    repository: 'https://nvidia.github.io/k8s-device-plugin',
    version: '0.19.1',
    namespace: 'kube-system',
    forGpus: true,
    // GPU nodes are tainted by their pool. The plugin's own labels of nodes need another daemon, and the driver tells it enough.
    values: () => ({ tolerations: [{ operator: 'Exists' }], affinity: {}, nodeSelector: { [GPU_LABEL]: 'true' } }),
  },
];

/** The charts that a cluster with these objects needs. Throws an InputError for objects that nobody would carry out. */
export function chartsFor({ components }: Blueprint, apiGroups: ReadonlySet<string>): readonly ControllerChart[] {
  refuseUnknown(apiGroups);
  const hasGpus = Object.values(components).some((component) => component.kind === 'node-pool' && component.gpu !== undefined);
  return CONTROLLER_CHARTS.filter(({ apiGroup, forGpus }) =>
    forGpus === true ? hasGpus : apiGroup === undefined || EVERYWHERE.has(apiGroup) || apiGroups.has(apiGroup),
  );
}

/** Groups of charts that every cluster has, whatever its objects are. */
const EVERYWHERE: ReadonlySet<string> = new Set(['external-secrets.io', 'monitoring.coreos.com']);

/** Groups that the load balancer controller carries out, which is no chart of the list. */
const LOAD_BALANCER_GROUPS: ReadonlySet<string> = new Set(['gateway.k8s.aws']);

function refuseUnknown(apiGroups: ReadonlySet<string>): void {
  const known = new Set(CONTROLLER_CHARTS.map(({ apiGroup }) => apiGroup));
  const unknown = [...apiGroups].filter(
    (group) => group.includes('.') && !group.endsWith('.k8s.io') && !known.has(group) && !LOAD_BALANCER_GROUPS.has(group),
  );
  if (unknown.length === 0) return;
  throw new InputError('options', [
    {
      path: 'chartObjects',
      reason: `contains objects of ${unknown.join(' and ')}`,
      expected: 'objects of APIs whose controllers the stack installs',
    },
  ]);
}
