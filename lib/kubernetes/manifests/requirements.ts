import { STORAGE_CLASS } from '../data/data-stateful-set';
import type { PlainObject } from '../plain-object';

/** Something that the cluster must have before the manifests are applied. */
export interface Requirement {
  readonly what: string;
  /** The oldest version that knows what is used of it. */
  readonly version: string;
  readonly why: string;
}

const KUBERNETES: Requirement = {
  what: 'Kubernetes',
  version: '1.31',
  why: 'disruption budgets that let go of pods that do not work; containers whose end the kubelet delays',
};
const NETWORK_POLICIES: Requirement = {
  what: 'a network plugin that enforces NetworkPolicy',
  version: 'any',
  why: 'without one every pod reaches every other: the policies are accepted and do nothing',
};

/** Of a group that nobody has written a row for. */
export const UNKNOWN_VERSION = 'unknown';

/** Who carries out the objects of each API group that is not of Kubernetes itself. A test asks for a row of every group. */
const BY_GROUP: Readonly<Record<string, Requirement>> = {
  'external-secrets.io': {
    what: 'External Secrets Operator',
    version: '0.16',
    why: 'makes the Secrets; it reads them through the ClusterSecretStore `sizing-blueprints`, which you connect to your vault',
  },
  'gateway.networking.k8s.io': {
    what: 'Gateway API, standard channel',
    version: '1.2',
    why: 'Gateway and HTTPRoute; the GatewayClass is `aws-alb`, of the controller gateway.k8s.aws/alb',
  },
  'gateway.k8s.aws': { what: 'AWS Load Balancer Controller', version: '2.14', why: 'makes the load balancers of Gateways' },
  'keda.sh': { what: 'KEDA', version: '2.13', why: 'scales services with the work that waits for them; in the namespace `keda`' },
  'karpenter.sh': { what: 'Karpenter', version: '1.0', why: 'makes the machines' },
  'karpenter.k8s.aws': { what: "Karpenter's provider for AWS", version: '1.0', why: 'makes the machines on EC2' },
  'monitoring.coreos.com': { what: 'Prometheus Operator', version: '0.65', why: 'reads monitors and alert rules' },
  'psmdb.percona.com': {
    what: 'Percona Operator for MongoDB',
    version: '1.23.1',
    why: 'runs MongoDB; in the namespace `psmdb-operator`, watching all others, or its path to the servers is closed',
  },
  'postgresql.cnpg.io': { what: 'CloudNativePG', version: '1.27', why: 'runs PostgreSQL and its poolers; in the namespace `cnpg-system`' },
  'barmancloud.cnpg.io': {
    what: "CloudNativePG's Barman Cloud plugin",
    version: '0.11',
    why: 'backs PostgreSQL up; in the namespace of the operator, with cert-manager',
  },
  'k8s.mariadb.com': {
    what: 'MariaDB Operator',
    version: '26.3',
    why: 'runs MariaDB; in the namespace `mariadb-operator`, or its path to the servers is closed',
  },
  'ps.percona.com': {
    what: 'Percona Operator for MySQL (Percona Server)',
    version: '1.3',
    why: 'runs MySQL; in the namespace `percona-server-mysql-operator`, watching all others, or its path to the servers is closed',
  },
  'snapscheduler.backube': { what: 'snapscheduler', version: '3.4', why: 'asks for a snapshot of each volume every day' },
};

const METRICS: Requirement = { what: 'metrics-server', version: '0.7', why: 'autoscalers read processor and memory from it' };
const ALB_INGRESS: Requirement = {
  what: 'AWS Load Balancer Controller',
  version: '2.13',
  why: 'makes the load balancers of Ingresses and Services; its IngressClass is `alb`',
};
const NLB: Requirement = { ...ALB_INGRESS, why: 'makes the load balancers of Services, with one port for TCP and UDP' };
const STORAGE: Requirement = {
  what: `a storage class \`${STORAGE_CLASS}\``,
  version: 'any',
  why: 'the volumes of data stores; its binding mode is WaitForFirstConsumer, so that a volume is in the zone of its pod',
};
const GPU_PLUGIN: Requirement = { what: "NVIDIA's device plugin", version: '0.15', why: 'offers nvidia.com/gpu on machines with GPUs' };
/** What objects need of their cluster, by what they are. */
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

/** One row for each thing: the newest version that anything asks for, and all that it is for. */
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
  return BY_GROUP[group] ?? { what: group, version: UNKNOWN_VERSION, why: 'carries out the objects of this API group' };
}

function groupOf({ apiVersion }: PlainObject): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** Kubernetes' own groups have no dot, or end in k8s.io; Gateway API's does too, and is installed apart. */
function isForeign(group: string): boolean {
  return group in BY_GROUP || (group.includes('.') && !group.endsWith('.k8s.io'));
}
