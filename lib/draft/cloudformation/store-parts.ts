import { CACHE_NODE_DATA_SHARE } from '../../catalog/cache-memory';
import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { own } from '../../core/plain-object';
import { barePart } from '../bare-part';
import type { PartRole, UnknownField } from '../part';
import { auroraDatabases } from './aurora-parts';
import { classSize } from './class-size';
import type { StackPart } from './stack-part';
import { engineOf, numberAt, refersTo, resourcesOf, type StackReading } from './stack-reading';

const ENGINES: ReadonlyMap<string, PartRole> = new Map<string, PartRole>([
  ['mysql', { kind: 'database', engine: 'mysql' }],
  ['mariadb', { kind: 'database', engine: 'mariadb' }],
  ['postgres', { kind: 'database', engine: 'postgres' }],
]);

/** The databases, caches, document databases, queues and buckets of a template. */
export function storeParts(reading: StackReading): readonly StackPart[] {
  const databases = [...instanceDatabases(reading), ...auroraDatabases(reading)].map((database) => withProxy(database, reading));
  return [...databases, ...documentStores(reading), ...caches(reading), ...cacheServers(reading), ...queues(reading), ...buckets(reading)];
}

/** A database with RDS Proxy in front of it, where the template has one. */
function withProxy({ part, ids }: StackPart, { template }: StackReading): StackPart {
  const groups = resourcesOf(template, 'AWS::RDS::DBProxyTargetGroup').filter(({ properties }) =>
    referencesIn([own(properties, 'DBInstanceIdentifiers'), own(properties, 'DBClusterIdentifiers')]).some((id) => ids.includes(id)),
  );
  const proxies = resourcesOf(template, 'AWS::RDS::DBProxy').filter((proxy) =>
    groups.some((group) => refersTo(group, 'DBProxyName', proxy)),
  );
  if (proxies.length === 0) return { part, ids };
  return { part: { ...part, pooler: 'rds-proxy' }, ids: [...ids, ...proxies.map(({ id }) => id)] };
}

/** Instances of RDS; those of Aurora belong to a cluster. */
function instanceDatabases(reading: StackReading): readonly StackPart[] {
  const instances = resourcesOf(reading.template, 'AWS::RDS::DBInstance').filter(
    ({ properties }) => own(properties, 'DBClusterIdentifier') === undefined,
  );
  const isReplica = (resource: TemplateResource) => instances.some((source) => refersTo(resource, 'SourceDBInstanceIdentifier', source));
  return instances
    .filter((instance) => !isReplica(instance))
    .map((instance) => {
      const unknown: UnknownField[] = [];
      const engine = engineOf(instance, unknown);
      const role: PartRole = ENGINES.get(engine ?? '') ?? { kind: 'omitted', reason: 'unsupported' };
      const size = classSize(instance, 'DBInstanceClass', 'rds', unknown);
      const replicas = instances.filter((each) => refersTo(each, 'SourceDBInstanceIdentifier', instance));
      const storageGib = numberAt(instance, 'AllocatedStorage', unknown);
      const hasStandby = standbyOf(instance, unknown);
      const classes = new Set(replicas.map(({ properties }) => JSON.stringify(own(properties, 'DBInstanceClass'))));
      classes.delete(JSON.stringify(own(instance.properties, 'DBInstanceClass')));
      return {
        ids: [instance, ...replicas].map(({ id }) => id),
        part: {
          ...barePart(reading.nameOf(instance), role),
          ...size,
          ...(storageGib !== undefined && { storageGib }),
          ...(hasStandby && { hasStandby }),
          instances: { min: 1 + replicas.length, max: 1 + replicas.length },
          unknown,
          ...(classes.size > 0 && { notRead: [...(size.notRead ?? []), 'another DBInstanceClass of a read replica'] }),
        },
      };
    });
}

function standbyOf(instance: TemplateResource, unknown: UnknownField[]): boolean {
  const value = own(instance.properties, 'MultiAZ') ?? false;
  if (value === true || value === 'true') return true;
  if (value !== false && value !== 'false') unknown.push({ field: 'MultiAZ', value: JSON.stringify(value) });
  return false;
}

function documentStores(reading: StackReading): readonly StackPart[] {
  const instances = resourcesOf(reading.template, 'AWS::DocDB::DBInstance');
  return resourcesOf(reading.template, 'AWS::DocDB::DBCluster').map((cluster) => {
    const unknown: UnknownField[] = [];
    const members = instances.filter((each) => refersTo(each, 'DBClusterIdentifier', cluster));
    const [first] = members;
    return {
      ids: [cluster, ...members].map(({ id }) => id),
      part: {
        ...barePart(reading.nameOf(cluster), { kind: 'document-store' }),
        ...(first === undefined ? { isCountUnstated: true } : classSize(first, 'DBInstanceClass', 'documentdb', unknown)),
        instances: { min: Math.max(1, members.length), max: Math.max(1, members.length) },
        unknown,
      },
    };
  });
}

/** Servers of ElastiCache without replicas. */
function cacheServers(reading: StackReading): readonly StackPart[] {
  return resourcesOf(reading.template, 'AWS::ElastiCache::CacheCluster')
    .filter(({ properties }) => own(properties, 'ReplicationGroupId') === undefined)
    .map((cluster) => {
      const unknown: UnknownField[] = [];
      const engine = engineOf(cluster, unknown);
      const role: PartRole =
        engine === 'redis' || engine === 'valkey' ? { kind: 'cache', engine } : { kind: 'omitted', reason: 'unsupported' };
      const { memoryGib, ...rest } = classSize(cluster, 'CacheNodeType', 'elasticache', unknown);
      const count = numberAt(cluster, 'NumCacheNodes', unknown) ?? 1;
      const dataGib = memoryGib === undefined ? undefined : Math.floor(memoryGib * CACHE_NODE_DATA_SHARE * 1000) / 1000;
      return {
        ids: [cluster.id],
        part: {
          ...barePart(reading.nameOf(cluster), role),
          ...rest,
          ...(dataGib !== undefined && { memoryGib: dataGib }),
          instances: { min: count, max: count },
          unknown,
        },
      };
    });
}

function caches(reading: StackReading): readonly StackPart[] {
  return resourcesOf(reading.template, 'AWS::ElastiCache::ReplicationGroup').map((group) => {
    const unknown: UnknownField[] = [];
    const engine = engineOf(group, unknown) ?? 'redis';
    const role: PartRole =
      engine === 'redis' || engine === 'valkey' ? { kind: 'cache', engine } : { kind: 'omitted', reason: 'unsupported' };
    const shards = numberAt(group, 'NumNodeGroups', unknown);
    const replicas = numberAt(group, 'ReplicasPerNodeGroup', unknown);
    const nodes = numberAt(group, 'NumCacheClusters', unknown);
    const { memoryGib, ...rest } = classSize(group, 'CacheNodeType', 'elasticache', unknown);
    const count = replicas === undefined ? (nodes ?? 1) : replicas + 1;
    const dataGib = memoryGib === undefined ? undefined : Math.floor(memoryGib * CACHE_NODE_DATA_SHARE * (shards ?? 1) * 1000) / 1000;
    return {
      ids: [group.id],
      part: {
        ...barePart(reading.nameOf(group), role),
        ...rest,
        ...(dataGib !== undefined && { memoryGib: dataGib }),
        ...(shards !== undefined && { shards }),
        ...(replicas === undefined && nodes === undefined && { isCountUnstated: true }),
        instances: { min: count, max: count },
        unknown,
      },
    };
  });
}

/** Queues without the dead-letter queues of others, which every queue of a definition has. */
function queues(reading: StackReading): readonly StackPart[] {
  const all = resourcesOf(reading.template, 'AWS::SQS::Queue');
  return all
    .filter((queue) => !all.some((other) => other !== queue && refersTo(other, 'RedrivePolicy', queue)))
    .map((queue) => ({ ids: [queue.id], part: barePart(reading.nameOf(queue), { kind: 'queue', isSqs: true }) }));
}

/** Services that write access logs to a bucket. Source: Elastic Load Balancing user guide, "Enable access logs"; Amazon S3 user guide, "Server access logging". */
const LOG_DELIVERY = /"(?:logdelivery\.elasticloadbalancing|delivery\.logs|logging\.s3)\.amazonaws\.com"/;

/** Buckets; those of access logs are listed, because a tier has its own. */
function buckets(reading: StackReading): readonly StackPart[] {
  const { template } = reading;
  const logging = template.resources.map((resource) => ({
    ...resource,
    properties: {
      logs: [own(resource.properties, 'LoggingConfiguration'), own(resource.properties, 'LoadBalancerAttributes')],
    },
  }));
  const policies = resourcesOf(template, 'AWS::S3::BucketPolicy').filter(({ properties }) => LOG_DELIVERY.test(JSON.stringify(properties)));
  return resourcesOf(template, 'AWS::S3::Bucket').map((bucket) => {
    const isForLogs = logging.some((each) => refersTo(each, 'logs', bucket)) || policies.some((each) => refersTo(each, 'Bucket', bucket));
    return {
      ids: [bucket.id],
      part: barePart(reading.nameOf(bucket), isForLogs ? { kind: 'omitted', reason: 'access-logs' } : { kind: 'bucket' }),
    };
  });
}
