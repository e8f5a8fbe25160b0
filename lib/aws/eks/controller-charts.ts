import type { Blueprint } from '../../blueprint/blueprint';
import { requestsOf } from '../../conventions/system-pods';
import { InputError } from '../../core/problems';
import { GPU_LABEL } from '../gpu-label';
import { SNAPSHOT_SCHEDULES } from './kubernetes-addons';

/** Inputs of the values of a chart. */
export interface ChartContext {
  /** Name of the cluster. */
  readonly clusterName: string;
  /** Namespace of the workloads. */
  readonly namespace: string;
  /** Region of the cluster. */
  readonly region: string;
  /** Log group of a container; the argument may be a field reference of Fluent Bit. */
  readonly logGroupOf: (container: string) => string;
}

/** Service accounts of controllers that have an IAM role. */
export const CONTROLLER_ACCOUNTS = {
  'external-secrets': { namespace: 'external-secrets', serviceAccount: 'external-secrets' },
  keda: { namespace: 'keda', serviceAccount: 'keda-operator' },
  'cluster-autoscaler': { namespace: 'kube-system', serviceAccount: 'cluster-autoscaler' },
  'fluent-bit': { namespace: 'kube-system', serviceAccount: 'fluent-bit' },
} as const;
/** Name of a controller with an IAM role. */
export type ControllerAccount = keyof typeof CONTROLLER_ACCOUNTS;

/** A Helm chart of a controller. Nodes are sized for its pods with lib/conventions/system-pods.ts. */
export interface ControllerChart {
  /** Construct id. */
  readonly id: string;
  /** Name of the chart and of its release. */
  readonly chart: string;
  /** URL of the chart repository. */
  readonly repository: string;
  /** Version of the chart. Source: release notes of its project; not tested in a cluster. */
  readonly version: string;
  /** Namespace of the release. */
  readonly namespace: string;
  /** Controller whose IAM role its pods have. Default: no role. */
  readonly account?: ControllerAccount;
  /** API group that it handles; it is installed when the chart has objects of the group. Default: installed in every cluster. */
  readonly apiGroup?: string;
  /** Whether it is installed only with GPU node pools. */
  readonly forGpus?: true;
  /** Values of the chart. */
  readonly values: (context: ChartContext) => Readonly<Record<string, unknown>>;
}

/** API group of Gateways and routes. */
export const GATEWAY_API = 'gateway.networking.k8s.io';
/** Id of the chart with the custom resource definitions of Gateway API. */
export const GATEWAY_CHART = 'GatewayApi';

const PROMETHEUS = { selectorNilUsesHelmValues: false };

/** Charts of controllers, in the order of installation. */
const CONTROLLER_CHARTS: readonly ControllerChart[] = [
  {
    // Gateway API has no chart of its own. This chart contains its standard channel; nothing of Traefik is installed.
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
      // With the static list, it does not read instance types from the AWS pricing API.
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
      // Workloads only, without system pods.
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
      // Monitors and rules of all namespaces, not only those of this chart.
      prometheus: {
        prometheusSpec: {
          serviceMonitorSelectorNilUsesHelmValues: PROMETHEUS.selectorNilUsesHelmValues,
          podMonitorSelectorNilUsesHelmValues: PROMETHEUS.selectorNilUsesHelmValues,
          ruleSelectorNilUsesHelmValues: PROMETHEUS.selectorNilUsesHelmValues,
          // Stored on the node: enough for alerts, without the cost of a volume. Longer retention needs a remote store.
          retention: '24h',
          retentionSize: '4GB',
          resources: requestsOf('prometheus'),
        },
      },
      prometheusOperator: { resources: requestsOf('prometheus-parts') },
      alertmanager: { alertmanagerSpec: { resources: requestsOf('prometheus-parts') } },
      'kube-state-metrics': { resources: requestsOf('prometheus-parts') },
      'prometheus-node-exporter': { resources: requestsOf('node-exporter') },
      // EKS does not expose these parts of the control plane.
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
    // GPU nodes have the taint of their pool. The default affinity needs labels of another DaemonSet, so the pool label selects nodes.
    values: () => ({ tolerations: [{ operator: 'Exists' }], affinity: {}, nodeSelector: { [GPU_LABEL]: 'true' } }),
  },
];

/** The charts that a cluster with these API groups needs. Throws an InputError for groups without a controller. */
export function chartsFor({ components }: Blueprint, apiGroups: ReadonlySet<string>): readonly ControllerChart[] {
  refuseUnknown(apiGroups);
  const hasGpus = Object.values(components).some((component) => component.kind === 'node-pool' && component.gpu !== undefined);
  return CONTROLLER_CHARTS.filter(({ apiGroup, forGpus }) =>
    forGpus === true ? hasGpus : apiGroup === undefined || EVERYWHERE.has(apiGroup) || apiGroups.has(apiGroup),
  );
}

/** API groups whose charts every cluster has. */
const EVERYWHERE: ReadonlySet<string> = new Set(['external-secrets.io', 'monitoring.coreos.com']);

/** API groups of the AWS Load Balancer Controller, which is not in CONTROLLER_CHARTS. */
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
