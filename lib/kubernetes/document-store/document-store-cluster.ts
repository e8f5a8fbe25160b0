import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { IMAGES } from '../../conventions/images';
import { MIB_PER_GIB } from '../../core/data-size';
import type { BuildContext, ComponentOf } from '../build-context';
import {
  type PerconaMongoBackup,
  type PerconaPods,
  type PerconaReplset,
  PerconaServerMongoDb,
} from '../custom-resources/percona-server-mongodb';
import type { ContainerResources } from '../custom-resources/shared-types';
import { backupBucket, backupCredentials } from '../data/backups';
import { credentialsName } from '../data/credentials';
import { readServiceName } from '../data/data-services';
import { STORAGE_CLASS } from '../data/data-stateful-set';
import { spreadOverZones } from '../data/server-pod';
import { ANYWHERE, type Endpoint, type ExternalPeer, tcp } from '../entry/network-paths';
import type { Labels } from '../labels';
import { gib, mib, requestedCpu } from '../quantities';
import { restrictedContainer, restrictedPod } from '../security';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import type { DocumentStoreEndpoints } from './document-store-endpoints';
import { MONGO_USER } from './mongo-scripts';
import { CONFIG_SERVER, MONGO_UID, memberStorageGib, mongoTopology, ROUTER } from './mongo-topology';

type Component = ComponentOf<'document-store'>;

/** Release of the operator that the resource is written for: the newest with published images. Later operators accept it too. */
const OPERATOR_VERSION = '1.23.0';

/** Name of the backup destination in the resource. */
const STORAGE = 'backups';

/** Cron expression of the daily backup, in UTC. */
const BACKUP_SCHEDULE = '20 3 * * *';

/** Size of the backup agent of each server. Assumed. */
const BACKUP_AGENT = { vcpu: 0.1, memoryGib: 0.5 };

const HTTPS = 443;

/** The operator, which connects to the servers. */
const OPERATOR: ExternalPeer = { namespaces: { 'kubernetes.io/metadata.name': 'psmdb-operator' } };

/**
 * MongoDB by Percona Operator for MongoDB, for production: it creates the servers, replaces them one by one, and makes backups
 * that are consistent across shards and allow point-in-time recovery.
 */
export function documentStoreCluster(
  scope: Construct,
  component: Component,
  context: BuildContext,
  exporter: k8s.Container,
): DocumentStoreEndpoints {
  const { id, port } = component;
  const { blueprint, paths } = context;
  const { shards, members, sharded, routers } = mongoTopology(component);
  const endpoint: Endpoint = { name: id, labels: podLabels(id) };
  paths.add(endpoint);
  paths.allow(endpoint, endpoint, [tcp(port)]);
  paths.allow(OPERATOR, endpoint, [tcp(port)]);
  paths.allow(endpoint, ANYWHERE, [tcp(HTTPS)]);
  new PerconaServerMongoDb(scope, 'Cluster', {
    metadata: { name: id, finalizers: ['percona.com/delete-psmdb-pods-in-order'] },
    spec: {
      crVersion: OPERATOR_VERSION,
      image: IMAGES.mongodb.reference,
      imagePullPolicy: 'IfNotPresent',
      initContainerSecurityContext: containerSecurity(),
      ...(members === 1 ? { unsafeFlags: { replsetSize: true, ...(sharded ? { mongosSize: true } : {}) } } : {}),
      updateStrategy: 'SmartUpdate',
      enableVolumeExpansion: true,
      // Versions change only with these manifests.
      upgradeOptions: { apply: 'disabled' },
      tls: { mode: 'preferTLS' },
      users: [
        {
          name: MONGO_USER,
          db: 'admin',
          passwordSecretRef: { name: credentialsName(id), key: 'password' },
          roles: ['readWriteAnyDatabase', 'dbAdminAnyDatabase', 'clusterMonitor'].map((name) => ({ name, db: 'admin' })),
        },
      ],
      replsets: Array.from({ length: shards }, (_, shard) => ({
        name: setName(shard),
        ...shardServers(blueprint, component, shard),
        sidecars: [exporter],
      })),
      sharding: sharded ? sharding(blueprint, component, routers) : { enabled: false },
      backup: backup(scope, component, blueprint),
    },
  });
  stableNames(scope, id, blueprint, sharded ? `${id}-mongos` : `${id}-${setName(0)}`);
  return { endpoint, server: 'mongod', ...(sharded ? {} : { replicaSet: setName(0) }) };
}

/** Name of the replica set of a shard: `rs0` is the operator's name for the first. */
function setName(shard: number): string {
  return `rs${shard}`;
}

/** Labels that the operator sets on its pods. */
function podLabels(id: string): Labels {
  return { 'app.kubernetes.io/instance': id, 'app.kubernetes.io/name': 'percona-server-mongodb' };
}

function shardServers(blueprint: Blueprint, component: Component, shard: number): PerconaReplset {
  const { vcpu, memoryGib } = component;
  const { members } = mongoTopology(component);
  const labels = { ...podLabels(component.id), 'app.kubernetes.io/replset': setName(shard) };
  return {
    ...pods(blueprint, component, labels, members, { vcpu, memoryGib }),
    volumeSpec: volume(memberStorageGib(component)),
  };
}

function sharding(blueprint: Blueprint, component: Component, routers: number) {
  const { configServers } = mongoTopology(component);
  const labels = podLabels(component.id);
  return {
    enabled: true,
    configsvrReplSet: {
      ...pods(blueprint, component, { ...labels, 'app.kubernetes.io/replset': 'cfg' }, configServers, CONFIG_SERVER),
      volumeSpec: volume(CONFIG_SERVER.storageGib),
    },
    mongos: {
      ...pods(blueprint, component, { ...labels, 'app.kubernetes.io/component': 'mongos' }, routers, ROUTER),
      expose: { type: 'ClusterIP' as const },
    },
  };
}

interface Size {
  readonly vcpu: number;
  readonly memoryGib: number;
}

function pods(blueprint: Blueprint, { pool }: Component, labels: Labels, size: number, each: Size): PerconaPods {
  return {
    size,
    affinity: { antiAffinityTopologyKey: 'kubernetes.io/hostname' },
    ...(size > 1 ? { topologySpreadConstraints: [spreadOverZones(labels, blueprint)] } : {}),
    ...placementIn(blueprint, pool),
    priorityClassName: priorityClassName(blueprint, 'data'),
    podDisruptionBudget: { maxUnavailable: 1 },
    podSecurityContext: restrictedPod(MONGO_UID),
    containerSecurityContext: containerSecurity(),
    resources: resources(each),
  };
}

function backup(scope: Construct, { id, backupRetentionDays }: Component, blueprint: Blueprint): PerconaMongoBackup {
  const keys = backupCredentials(scope, blueprint, id);
  return {
    enabled: true,
    image: IMAGES.mongodbBackup.reference,
    containerSecurityContext: containerSecurity(),
    resources: resources(BACKUP_AGENT),
    storages: {
      [STORAGE]: {
        type: 's3',
        main: true,
        s3: {
          bucket: backupBucket(blueprint),
          prefix: id,
          region: blueprint.network.region,
          ...(keys === undefined ? {} : { credentialsSecret: keys }),
        },
      },
    },
    tasks: [
      {
        name: 'daily',
        enabled: true,
        schedule: BACKUP_SCHEDULE,
        storageName: STORAGE,
        compressionType: 'gzip',
        retention: { type: 'count', count: backupRetentionDays, deleteFromStorage: true },
      },
    ],
    pitr: { enabled: true, compressionType: 'gzip' },
  };
}

/** Services with the names that the services use, which point to the operator's Service. */
function stableNames(scope: Construct, id: string, { stackName }: Blueprint, target: string): void {
  for (const [construct, name] of [
    ['Service', id],
    ['ReadService', readServiceName(id)],
  ] as const) {
    new k8s.KubeService(scope, construct, {
      metadata: { name },
      spec: { type: 'ExternalName', externalName: `${target}.${stackName}.svc.cluster.local` },
    });
  }
}

function volume(storageGib: number): PerconaReplset['volumeSpec'] {
  return {
    persistentVolumeClaim: {
      storageClassName: STORAGE_CLASS,
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: gib(storageGib) } },
    },
  };
}

function resources({ vcpu, memoryGib }: Size): ContainerResources {
  const memory = mib(memoryGib * MIB_PER_GIB);
  return { requests: { cpu: requestedCpu(vcpu), memory }, limits: { memory } };
}

/** The restricted security context, except for a writable root file system: the operator's images write to it. */
function containerSecurity(): k8s.SecurityContext {
  return { ...restrictedContainer(), readOnlyRootFilesystem: false, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
}
