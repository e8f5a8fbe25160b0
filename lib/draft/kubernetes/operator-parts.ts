import { type ManifestObject, type Path, pathText } from '../../manifests/manifest-object';
import { at, itemsAt } from '../../manifests/values';
import { barePart } from '../bare-part';
import type { Part, PartRole } from '../part';
import { countAt, gibAt, type ObjectReading, requestAt } from './kubernetes-reading';

/** Where a custom resource states its servers. */
interface OperatorResource {
  /** The component that it becomes. */
  readonly role: PartRole;
  /** Path of the number of servers; absent for a kind that always has one. */
  readonly count?: Path;
  /** Path of the resources of one server. */
  readonly resources: Path;
  /** Path of the storage of one server; absent for one that has none. */
  readonly storage?: Path;
}

const MYSQL: PartRole = { kind: 'database', engine: 'mysql' };
const MARIADB: PartRole = { kind: 'database', engine: 'mariadb' };
const POSTGRES: PartRole = { kind: 'database', engine: 'postgres' };
const REDIS: PartRole = { kind: 'cache', engine: 'redis' };
const DOCUMENTS: PartRole = { kind: 'document-store' };
const QUEUE: PartRole = { kind: 'queue' };
const CLAIM = ['resources', 'requests', 'storage'];

/** Custom resources by group and kind. Source: the examples of each operator's repository, which the tests name. */
const OPERATOR_RESOURCES: ReadonlyMap<string, OperatorResource> = new Map(
  Object.entries<OperatorResource>({
    'postgresql.cnpg.io/Cluster': {
      role: POSTGRES,
      count: ['spec', 'instances'],
      resources: ['spec', 'resources'],
      storage: ['spec', 'storage', 'size'],
    },
    'acid.zalan.do/postgresql': {
      role: POSTGRES,
      count: ['spec', 'numberOfInstances'],
      resources: ['spec', 'resources'],
      storage: ['spec', 'volume', 'size'],
    },
    'postgres-operator.crunchydata.com/PostgresCluster': {
      role: POSTGRES,
      count: ['spec', 'instances', 0, 'replicas'],
      resources: ['spec', 'instances', 0, 'resources'],
      storage: ['spec', 'instances', 0, 'dataVolumeClaimSpec', ...CLAIM],
    },
    'k8s.mariadb.com/MariaDB': {
      role: MARIADB,
      count: ['spec', 'replicas'],
      resources: ['spec', 'resources'],
      storage: ['spec', 'storage', 'size'],
    },
    'ps.percona.com/PerconaServerMySQL': {
      role: MYSQL,
      count: ['spec', 'mysql', 'size'],
      resources: ['spec', 'mysql', 'resources'],
      storage: ['spec', 'mysql', 'volumeSpec', 'persistentVolumeClaim', ...CLAIM],
    },
    'pxc.percona.com/PerconaXtraDBCluster': {
      role: MYSQL,
      count: ['spec', 'pxc', 'size'],
      resources: ['spec', 'pxc', 'resources'],
      storage: ['spec', 'pxc', 'volumeSpec', 'persistentVolumeClaim', ...CLAIM],
    },
    'psmdb.percona.com/PerconaServerMongoDB': {
      role: DOCUMENTS,
      count: ['spec', 'replsets', 0, 'size'],
      resources: ['spec', 'replsets', 0, 'resources'],
      storage: ['spec', 'replsets', 0, 'volumeSpec', 'persistentVolumeClaim', ...CLAIM],
    },
    'databases.spotahome.com/RedisFailover': {
      role: REDIS,
      count: ['spec', 'redis', 'replicas'],
      resources: ['spec', 'redis', 'resources'],
    },
    'redis.redis.opstreelabs.in/RedisReplication': {
      role: REDIS,
      count: ['spec', 'clusterSize'],
      resources: ['spec', 'kubernetesConfig', 'resources'],
    },
    'redis.redis.opstreelabs.in/Redis': {
      role: REDIS,
      resources: ['spec', 'kubernetesConfig', 'resources'],
    },
    'rabbitmq.com/RabbitmqCluster': { role: QUEUE, count: ['spec', 'replicas'], resources: ['spec', 'resources'] },
  }),
);

/** Groups of custom resources that run no part of a system. */
const SUPPORTING = new Set([
  ...['monitoring.coreos.com', 'external-secrets.io', 'cert-manager.io', 'acme.cert-manager.io', 'gateway.k8s.aws', 'elbv2.k8s.aws'],
  ...['karpenter.sh', 'karpenter.k8s.aws', 'keda.sh', 'bitnami.com', 'networking.istio.io', 'security.istio.io', 'cilium.io'],
  ...['traefik.io', 'traefik.containo.us', 'kyverno.io', 'velero.io', 'barmancloud.cnpg.io', 'kustomize.toolkit.fluxcd.io'],
]);
/** Custom resources of known operators that belong to another resource. */
const PARTS_OF_OTHERS = new Set(['Pooler', 'ScheduledBackup', 'Backup', 'User', 'Database', 'Grant', 'Queue', 'Exchange', 'Binding']);

/** The part of a custom resource of an operator; undefined for every other object. */
export function operatorPart(name: string, reading: ObjectReading): Part | undefined {
  const { group, kind, raw } = reading.object;
  const known = OPERATOR_RESOURCES.get(`${group}/${kind}`);
  if (known === undefined) return undefined;
  const vcpu = requestAt(reading, known.resources, 'cpu');
  const memoryGib = requestAt(reading, known.resources, 'memory');
  const storageGib = known.storage === undefined ? undefined : gibAt(reading, known.storage);
  const stated = known.count === undefined ? 1 : countAt(reading, known.count);
  const count = Math.max(1, stated ?? 1);
  const notRead = [
    ...(at(raw, 'spec', 'sharding', 'enabled') === true ? ['spec.sharding'] : []),
    ...['replsets', 'instances'].filter((list) => itemsAt(raw, 'spec', list).length > 1).map((list) => `spec.${list} after the first`),
  ];
  return {
    ...barePart(name, known.role),
    ...(vcpu !== undefined && { vcpu }),
    ...(memoryGib !== undefined && { memoryGib }),
    ...(storageGib !== undefined && { storageGib }),
    instances: { min: count, max: count },
    ...(stated === undefined && { unsetCount: pathText(known.count ?? []) }),
    ...(notRead.length > 0 && { notRead }),
  };
}

/** Whether an object is a custom resource that may run a part of the system, and that no reader knows. */
export function isUnknownResource({ group, kind }: Pick<ManifestObject, 'group' | 'kind'>): boolean {
  const isBuiltIn = !group.includes('.') || group.endsWith('.k8s.io');
  return !isBuiltIn && !SUPPORTING.has(group) && !PARTS_OF_OTHERS.has(kind) && !WORKLOAD_GROUPS.has(group);
}

/** Groups whose kinds are read as workloads. */
const WORKLOAD_GROUPS = new Set(['argoproj.io']);
