import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { IMAGES } from '../../conventions/images';
import { cloudnativePgPoolerLabels } from '../../conventions/operator-labels';
import { METRICS_PORT, type MetricsSource } from '../alerts/metrics';
import { Cluster, type ClusterSpec, ObjectStore, Pooler, ScheduledBackup } from '../custom-resources/cloudnative-pg';
import { backupBucket, backupBucketOf, backupCredentials } from '../data/backups';
import { credentialsName } from '../data/credentials';
import { readServiceName } from '../data/data-services';
import { STORAGE_CLASS } from '../data/data-stateful-set';
import { type Endpoint, tcp } from '../entry/network-paths';
import { gib } from '../quantities';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import type { DatabaseEndpoints } from './database-endpoints';
import { poolerResources } from './database-pooler';
import { commitRequiresReplica } from './database-settings';
import {
  allowOperatorTraffic,
  BACKUP_TIME,
  containerResources,
  type OperatorProps,
  serverResources,
  serviceAlias,
  zoneSpread,
} from './operator-parts';
import { POOLERS, poolerConnectionLimits } from './pgbouncer-config';

/** Namespace of the operator in CloudNativePG's own manifests. */
const OPERATOR_NAMESPACE = 'cnpg-system';

/** Port of the instance manager, which the operator reads the status of an instance from. */
const STATUS_PORT = 8000;

/** CloudNativePG image by major version of PostgreSQL. */
const POSTGRES_IMAGES: Readonly<Record<string, string>> = { '17': IMAGES.cloudnativePostgres.reference };

/** Name of the plugin that makes backups and archives the write-ahead log. */
const BARMAN = 'barman-cloud.cloudnative-pg.io';

/** Resources of the sidecar that compresses and uploads one WAL segment at a time. */
const SIDECAR_RESOURCES = containerResources(0.1, 128);

/** Name of the primary region's cluster in a standby region. */
const ORIGIN = 'origin';

/** PostgreSQL by CloudNativePG: automatic failover, WAL archive in object storage, and PgBouncer if the tier has a pooler. */
export function cloudnativePg(scope: Construct, props: OperatorProps): DatabaseEndpoints {
  const { database, context, name, servers, labels } = props;
  const { blueprint, paths } = context;
  const { id, pool, port, readReplicas, multiAz, storageGib, engineVersion, parameters, pooler } = database;
  const instances = 1 + Math.max(readReplicas, multiAz ? 1 : 0);
  allowOperatorTraffic(props, OPERATOR_NAMESPACE, [port, STATUS_PORT], [port, STATUS_PORT]);
  const backups = objectStore(scope, props, {
    name: `${id}-backups`,
    bucket: backupBucket(blueprint),
    region: blueprint.network.region,
    retentionDays: database.backupRetentionDays,
  });
  const { nodeSelector, tolerations } = placementIn(blueprint, pool);
  new Cluster(scope, 'Cluster', {
    metadata: { name },
    spec: {
      instances,
      imageName: POSTGRES_IMAGES[engineVersion] ?? `ghcr.io/cloudnative-pg/postgresql:${engineVersion}`,
      inheritedMetadata: { labels },
      postgresql: {
        parameters,
        ...(instances === 1
          ? {}
          : { synchronous: { method: 'any', number: 1, dataDurability: commitRequiresReplica(instances - 1) ? 'required' : 'preferred' } }),
      },
      ...originOf(scope, props),
      plugins: [{ name: BARMAN, isWALArchiver: true, parameters: { barmanObjectName: backups } }],
      storage: { size: gib(storageGib), storageClass: STORAGE_CLASS },
      resources: serverResources(database),
      affinity: {
        enablePodAntiAffinity: true,
        podAntiAffinityType: instances > 1 ? 'required' : 'preferred',
        topologyKey: 'kubernetes.io/hostname',
        ...(nodeSelector === undefined ? {} : { nodeSelector }),
        ...(tolerations === undefined ? {} : { tolerations }),
      },
      topologySpreadConstraints: zoneSpread(props),
      priorityClassName: priorityClassName(blueprint, 'data'),
    },
  });
  new ScheduledBackup(scope, 'Schedule', {
    metadata: { name: `${id}-backup` },
    spec: {
      cluster: { name },
      schedule: `0 ${BACKUP_TIME.minute} ${BACKUP_TIME.hour} * * *`,
      backupOwnerReference: 'self',
      method: 'plugin',
      pluginConfiguration: { name: BARMAN },
    },
  });
  const metrics: readonly MetricsSource[] = [{ exporter: 'cloudnative-pg', endpoint: servers, portName: METRICS_PORT, server: 'postgres' }];
  const reads = readReplicas === 0 ? {} : { reads: servers };
  if (readReplicas > 0) serviceAlias(scope, readServiceName(id), `${name}-ro`, blueprint);
  if (pooler === 'none') {
    serviceAlias(scope, id, `${name}-rw`, blueprint);
    return { writes: servers, ...reads, metrics };
  }
  const front = poolerOf(scope, props);
  paths.allow(front, servers, [tcp(port)]);
  return { writes: front, ...reads, metrics: [...metrics, { exporter: 'cloudnative-pg-pooler', endpoint: front, portName: METRICS_PORT }] };
}

/** A new database or, in a standby region, a copy of the primary region's database from its object storage. */
function originOf(scope: Construct, props: OperatorProps): Pick<ClusterSpec, 'bootstrap' | 'replica' | 'externalClusters'> {
  const { database, context, name } = props;
  const first = { database: DATABASE_NAME, owner: DATA_STORE_USER, secret: { name: credentialsName(database.id) } };
  if (database.replicaOf === undefined) return { bootstrap: { initdb: { ...first, dataChecksums: true } } };
  const { region } = database.replicaOf;
  const origin = objectStore(scope, props, {
    name: `${database.id}-${ORIGIN}`,
    bucket: backupBucketOf(primaryOf(context.blueprint)),
    region,
  });
  return {
    bootstrap: { recovery: { source: ORIGIN, ...first } },
    replica: { enabled: true, source: ORIGIN },
    externalClusters: [{ name: ORIGIN, plugin: { name: BARMAN, parameters: { barmanObjectName: origin, serverName: name } } }],
  };
}

/** Stack name of the primary region: a standby stack has the same name with its own region as suffix. */
function primaryOf({ stackName, network }: Blueprint): string {
  const suffix = `-${network.region}`;
  return stackName.endsWith(suffix) ? stackName.slice(0, -suffix.length) : stackName;
}

interface StoreProps {
  readonly name: string;
  readonly bucket: string;
  readonly region: string;
  /** Absent: the backups of another cluster, which are only read. */
  readonly retentionDays?: number;
}

function objectStore(scope: Construct, { database, context }: OperatorProps, { name, bucket, region, retentionDays }: StoreProps): string {
  const { blueprint } = context;
  const keys = retentionDays === undefined ? undefined : backupCredentials(scope, blueprint, database.id);
  const secret = keys ?? `${database.id}-backup-credentials`;
  new ObjectStore(scope, name, {
    metadata: { name },
    spec: {
      configuration: {
        destinationPath: `s3://${bucket}/${database.id}`,
        s3Credentials:
          blueprint.options.platform === 'eks'
            ? { inheritFromIAMRole: true }
            : {
                accessKeyId: { name: secret, key: 'AWS_ACCESS_KEY_ID' },
                secretAccessKey: { name: secret, key: 'AWS_SECRET_ACCESS_KEY' },
              },
        wal: { compression: 'gzip' },
        data: { compression: 'gzip' },
      },
      ...(retentionDays === undefined ? {} : { retentionPolicy: `${retentionDays}d` }),
      instanceSidecarConfiguration: { env: [{ name: 'AWS_REGION', value: region }], resources: SIDECAR_RESOURCES },
    },
  });
  return name;
}

/** PgBouncer behind the Service `<id>`: the operator creates a Service with the name of the Pooler. */
function poolerOf(scope: Construct, { database, context, name }: OperatorProps): Endpoint {
  const { blueprint } = context;
  const { id, pool } = database;
  const part = `${id}-pooler`;
  const endpoint: Endpoint = { name: part, labels: cloudnativePgPoolerLabels(id) };
  const { clientConnections, serverConnections, poolSize } = poolerConnectionLimits(database);
  const { vcpu, memoryMib } = poolerResources(database);
  new Pooler(scope, 'Pooler', {
    metadata: { name: id },
    spec: {
      cluster: { name },
      instances: POOLERS,
      type: 'rw',
      pgbouncer: {
        poolMode: 'transaction',
        parameters: {
          max_client_conn: String(clientConnections),
          default_pool_size: String(poolSize),
          max_db_connections: String(serverConnections),
        },
      },
      template: {
        spec: {
          containers: [{ name: 'pgbouncer', image: IMAGES.pgbouncer.reference, resources: containerResources(vcpu, memoryMib) }],
          priorityClassName: priorityClassName(blueprint, 'service'),
          ...placementIn(blueprint, pool),
        },
      },
    },
  });
  return endpoint;
}
