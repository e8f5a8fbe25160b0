import { STORAGE_CLASS } from '../data/data-stateful-set';
import type { PlainObject } from '../plain-object';

/** Software that the cluster must provide before the manifests are applied. */
export interface Requirement {
  /** What the cluster needs. */
  readonly what: string;
  /** The oldest version with every feature that the manifests use; `any` where every version works, `unknown` where it is not known. */
  readonly version: string;
  /** What needs it. */
  readonly why: string;
}

const KUBERNETES: Requirement = {
  what: 'Kubernetes',
  version: '1.31',
  why: 'disruption budgets that allow eviction of unhealthy pods; the preStop sleep action of the kubelet',
};
const NETWORK_POLICIES: Requirement = {
  what: 'a network plugin that enforces NetworkPolicy',
  version: 'any',
  why: 'without one the cluster accepts the policies but does not enforce them, and every pod can reach every other pod',
};

/** Version of an API group without a row in BY_GROUP. */
export const UNKNOWN_VERSION = 'unknown';

/** The controller of each API group that is not built into Kubernetes. A test requires a row for every group. */
const BY_GROUP: Readonly<Record<string, Requirement>> = {
  'external-secrets.io': {
    what: 'External Secrets Operator',
    version: '0.16',
    why: 'creates the Secrets; it reads them through the ClusterSecretStore `sizing-blueprints`, which you connect to your secret store',
  },
  'gateway.networking.k8s.io': {
    what: 'Gateway API, standard channel',
    version: '1.2',
    why: 'Gateway and HTTPRoute; the GatewayClass is `aws-alb`, with the controller gateway.k8s.aws/alb',
  },
  'gateway.k8s.aws': { what: 'AWS Load Balancer Controller', version: '2.14', why: 'creates the load balancers of Gateways' },
  'keda.sh': {
    what: 'KEDA',
    version: '2.13',
    why: 'scales workers with the number of waiting messages; install it in the namespace `keda`',
  },
  'karpenter.sh': { what: 'Karpenter', version: '1.0', why: 'creates the nodes' },
  'karpenter.k8s.aws': { what: "Karpenter's provider for AWS", version: '1.0', why: 'creates the EC2 instances of the nodes' },
  'monitoring.coreos.com': { what: 'Prometheus Operator', version: '0.65', why: 'loads PodMonitors and PrometheusRules' },
  'psmdb.percona.com': {
    what: 'Percona Operator for MongoDB',
    version: '1.23.1',
    why: 'runs MongoDB; install it in the namespace `psmdb-operator`, watching all namespaces: the network policies allow only that namespace',
  },
  'postgresql.cnpg.io': {
    what: 'CloudNativePG',
    version: '1.27',
    why: 'runs PostgreSQL and its poolers; install it in the namespace `cnpg-system`',
  },
  'barmancloud.cnpg.io': {
    what: "CloudNativePG's Barman Cloud plugin",
    version: '0.11',
    why: 'backs up PostgreSQL; install it in the namespace of the operator, with cert-manager',
  },
  'k8s.mariadb.com': {
    what: 'MariaDB Operator',
    version: '26.3',
    why: 'runs MariaDB; install it in the namespace `mariadb-operator`: the network policies allow only that namespace',
  },
  'ps.percona.com': {
    what: 'Percona Operator for MySQL (Percona Server)',
    version: '1.3',
    why: 'runs MySQL; install it in the namespace `percona-server-mysql-operator`, watching all namespaces: the network policies allow only that namespace',
  },
  'snapscheduler.backube': { what: 'snapscheduler', version: '3.4', why: 'creates a snapshot of each volume every day' },
};

const METRICS: Requirement = { what: 'metrics-server', version: '0.7', why: 'provides processor and memory usage to autoscalers' };
const ALB_INGRESS: Requirement = {
  what: 'AWS Load Balancer Controller',
  version: '2.13',
  why: 'creates the load balancers of Ingresses and Services; its IngressClass is `alb`',
};
const NLB: Requirement = { ...ALB_INGRESS, why: 'creates the load balancers of Services, with TCP and UDP on one port' };
const STORAGE: Requirement = {
  what: `a storage class \`${STORAGE_CLASS}\``,
  version: 'any',
  why: 'volumes of data stores; its binding mode must be WaitForFirstConsumer, so that a volume is in the zone of its pod',
};
const GPU_PLUGIN: Requirement = { what: "NVIDIA's device plugin", version: '0.15', why: 'provides nvidia.com/gpu on nodes with GPUs' };
/** The requirements of objects, from their API groups and kinds. */
export function requirementsOf(objects: readonly PlainObject[]): Requirement[] {
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

/** One row for each requirement: the newest version that an object needs, and every purpose. */
function merged(found: readonly Requirement[]): Requirement[] {
  const byName = new Map<string, Requirement>();
  for (const { what, version, why } of found) {
    const known = byName.get(what);
    const newest = known !== undefined && isNewer(known.version, version) ? known.version : version;
    byName.set(what, { what, version: newest, why: known === undefined ? why : `${known.why}; ${why}` });
  }
  return [...byName.values()];
}

function isNewer(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) > 0;
}

function rowOf(group: string): Requirement {
  return BY_GROUP[group] ?? { what: group, version: UNKNOWN_VERSION, why: 'the controller of this API group' };
}

function groupOf({ apiVersion }: PlainObject): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** Kubernetes' own groups have no dot, or end in k8s.io; Gateway API's does too, and is installed apart. */
function isForeign(group: string): boolean {
  return group in BY_GROUP || (group.includes('.') && !group.endsWith('.k8s.io'));
}
