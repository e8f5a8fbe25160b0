import { STORAGE_CLASS } from '../data/data-stateful-set';
import type { ObjectJson } from '../object-json';

/** Software that the cluster must provide before the manifests are applied. */
export interface ClusterRequirement {
  /** Name of the software or of the feature. */
  readonly name: string;
  /** The oldest version with every feature that the manifests use; `any` where every version works, `unknown` where it is not known. */
  readonly minimumVersion: string;
  /** The objects or features that need it. */
  readonly purpose: string;
}

const KUBERNETES: ClusterRequirement = {
  name: 'Kubernetes',
  minimumVersion: '1.31',
  purpose: 'disruption budgets that allow eviction of unhealthy pods; the preStop sleep action of the kubelet',
};
const NETWORK_POLICIES: ClusterRequirement = {
  name: 'a network plugin that enforces NetworkPolicy',
  minimumVersion: 'any',
  purpose: 'without one the cluster accepts the policies but does not enforce them, and every pod can reach every other pod',
};

/** Minimum version of an API group that `BY_GROUP` does not contain. */
const UNKNOWN_VERSION = 'unknown';

/** The controller of each API group that is not part of Kubernetes. A test requires an entry for every group in the manifests. */
const BY_GROUP: Readonly<Record<string, ClusterRequirement>> = {
  'external-secrets.io': {
    name: 'External Secrets Operator',
    minimumVersion: '0.16',
    purpose:
      'creates the Secrets; it reads them through the ClusterSecretStore `sizing-blueprints`, which you connect to your secret store',
  },
  'gateway.networking.k8s.io': {
    name: 'Gateway API, standard channel',
    minimumVersion: '1.2',
    purpose: 'Gateway and HTTPRoute; the GatewayClass is `aws-alb`, with the controller gateway.k8s.aws/alb',
  },
  'gateway.k8s.aws': { name: 'AWS Load Balancer Controller', minimumVersion: '2.14', purpose: 'creates the load balancers of Gateways' },
  'keda.sh': {
    name: 'KEDA',
    minimumVersion: '2.13',
    purpose: 'scales workers with the number of waiting messages; install it in the namespace `keda`',
  },
  'karpenter.sh': { name: 'Karpenter', minimumVersion: '1.0', purpose: 'creates the nodes' },
  'karpenter.k8s.aws': { name: "Karpenter's provider for AWS", minimumVersion: '1.0', purpose: 'creates the EC2 instances of the nodes' },
  'monitoring.coreos.com': { name: 'Prometheus Operator', minimumVersion: '0.65', purpose: 'loads PodMonitors and PrometheusRules' },
  'psmdb.percona.com': {
    name: 'Percona Operator for MongoDB',
    minimumVersion: '1.23.0',
    purpose:
      'runs MongoDB; install it in the namespace `psmdb-operator`, watching all namespaces: the network policies allow only that namespace',
  },
  'postgresql.cnpg.io': {
    name: 'CloudNativePG',
    minimumVersion: '1.27',
    purpose: 'runs PostgreSQL and its poolers; install it in the namespace `cnpg-system`',
  },
  'barmancloud.cnpg.io': {
    name: "CloudNativePG's Barman Cloud plugin",
    minimumVersion: '0.11',
    purpose: 'backs up PostgreSQL; install it in the namespace of the operator, with cert-manager',
  },
  'k8s.mariadb.com': {
    name: 'MariaDB Operator',
    minimumVersion: '26.3',
    purpose: 'runs MariaDB; install it in the namespace `mariadb-operator`: the network policies allow only that namespace',
  },
  'ps.percona.com': {
    name: 'Percona Operator for MySQL (Percona Server)',
    minimumVersion: '1.2',
    purpose:
      'runs MySQL; install it in the namespace `percona-server-mysql-operator`, watching all namespaces: the network policies allow only that namespace. The password of the user `app` is read at the first start and must not contain a quote or a backslash; change it later in MySQL and in its Secret',
  },
  'snapscheduler.backube': { name: 'snapscheduler', minimumVersion: '3.4', purpose: 'creates a snapshot of each volume every day' },
};

const METRICS: ClusterRequirement = {
  name: 'metrics-server',
  minimumVersion: '0.7',
  purpose: 'provides CPU and memory usage to autoscalers',
};
const ALB_INGRESS: ClusterRequirement = {
  name: 'AWS Load Balancer Controller',
  minimumVersion: '2.13',
  purpose: 'creates the load balancers of Ingresses and Services; its IngressClass is `alb`',
};
const NLB: ClusterRequirement = { ...ALB_INGRESS, purpose: 'creates the load balancers of Services, with TCP and UDP on one port' };
const STORAGE: ClusterRequirement = {
  name: `a storage class \`${STORAGE_CLASS}\``,
  minimumVersion: 'any',
  purpose: 'volumes of data stores; its binding mode must be WaitForFirstConsumer, so that a volume is in the zone of its pod',
};
const GPU_PLUGIN: ClusterRequirement = {
  name: "NVIDIA's device plugin",
  minimumVersion: '0.15',
  purpose: 'provides nvidia.com/gpu on nodes with GPUs',
};

/** Cluster requirements of objects, from their API groups and kinds. */
export function requirementsOf(objects: readonly ObjectJson[]): ClusterRequirement[] {
  const groups = new Set(objects.map(groupOf));
  const has = (kind: string) => objects.some((object) => object.kind === kind);
  const text = JSON.stringify(objects);
  const found = [
    KUBERNETES,
    NETWORK_POLICIES,
    ...[...groups].filter(isForeign).sort().map(rowOf),
    ...(has('HorizontalPodAutoscaler') || has('ScaledObject') ? [METRICS] : []),
    ...(has('Ingress') ? [ALB_INGRESS] : []),
    ...(text.includes('"service.k8s.aws/nlb"') ? [NLB] : []),
    ...(text.includes(`"storageClassName":"${STORAGE_CLASS}"`) ? [STORAGE] : []),
    ...(text.includes('"nvidia.com/gpu"') ? [GPU_PLUGIN] : []),
  ];
  return merged(found);
}

/** One requirement for each name: the newest of the minimum versions, with all purposes. */
function merged(found: readonly ClusterRequirement[]): ClusterRequirement[] {
  const byName = new Map<string, ClusterRequirement>();
  for (const { name, minimumVersion, purpose } of found) {
    const known = byName.get(name);
    byName.set(name, {
      name,
      minimumVersion: known !== undefined && isNewer(known.minimumVersion, minimumVersion) ? known.minimumVersion : minimumVersion,
      purpose: known === undefined ? purpose : `${known.purpose}; ${purpose}`,
    });
  }
  return [...byName.values()];
}

function isNewer(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) > 0;
}

function rowOf(group: string): ClusterRequirement {
  return BY_GROUP[group] ?? { name: group, minimumVersion: UNKNOWN_VERSION, purpose: 'the controller of this API group' };
}

function groupOf({ apiVersion }: ObjectJson): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** API groups of Kubernetes have no dot or end in `k8s.io`. Those of Gateway API do too, but are installed separately. */
function isForeign(group: string): boolean {
  return group in BY_GROUP || (group.includes('.') && !group.endsWith('.k8s.io'));
}
