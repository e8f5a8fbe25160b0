import type { Construct } from 'constructs';
import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { engineImage } from '../../conventions/images';
import { MariaDB, type MariaDBSpec, PhysicalBackup } from '../custom-resources/mariadb';
import { backupBucket, backupCredentials } from '../data/backups';
import { readServiceName } from '../data/data-services';
import { STORAGE_CLASS } from '../data/data-stateful-set';
import { type Endpoint, tcp } from '../entry/network-paths';
import { labelsOf, selectorOf } from '../labels';
import { gib } from '../quantities';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import type { DatabaseEndpoints } from './database-endpoints';
import { commitRequiresReplica, MAX_LAG_SECONDS, optionFile } from './database-settings';
import { TRIGGER_OPTIONS } from './mysql-options';
import {
  allowOperatorTraffic,
  BACKUP_TIME,
  containerResources,
  type OperatorProps,
  serverResources,
  serviceAlias,
  zoneSpread,
} from './operator-parts';

/** Namespace that the operator is expected in. */
const OPERATOR_NAMESPACE = 'mariadb-operator';

/** Ports of the operator's agent in each pod, and of its probes. */
const AGENT_PORTS = [5555, 5566];

/** How long a commit waits for a replica: a day where a commit requires one, 10 seconds where the only replica may be lost. */
const ACK_TIMEOUT = { always: '24h0m0s', onlyReplica: '10s' } as const;

/** Resources of the job that copies the files of a running server. */
const BACKUP_RESOURCES = containerResources(0.1, 512);

/** MariaDB by mariadb-operator: semi-synchronous replicas, automatic failover, physical backups. */
export function mariadbOperator(scope: Construct, props: OperatorProps): DatabaseEndpoints {
  const { database, context, secret, name, servers, labels } = props;
  const { blueprint } = context;
  const { id, pool, port, engineVersion, readReplicas, multiAz, storageGib, parameters } = database;
  const replicas = 1 + Math.max(readReplicas, multiAz ? 1 : 0);
  const reference = (property: Parameters<typeof secret>[0]) => {
    const { secret: of, key } = secret(property);
    return { name: of, key };
  };
  allowOperatorTraffic(props, OPERATOR_NAMESPACE, [port], [port, ...AGENT_PORTS]);
  const backup = backupOf(scope, props);
  new MariaDB(scope, 'MariaDB', {
    metadata: { name },
    spec: {
      image: engineImage('mariadb', engineVersion),
      rootPasswordSecretKeyRef: reference('root-password'),
      database: DATABASE_NAME,
      username: DATA_STORE_USER,
      passwordSecretKeyRef: reference('password'),
      myCnf: optionFile({
        mariadb: { skip_name_resolve: 'ON', character_set_server: 'utf8mb4', ...TRIGGER_OPTIONS, ...serverParameters(parameters) },
      }),
      replicas,
      ...(replicas === 1 ? {} : { replication: replication(reference('replication-password'), backup, replicas - 1) }),
      storage: { size: gib(storageGib), storageClassName: STORAGE_CLASS },
      resources: serverResources(database),
      podMetadata: { labels },
      ...(replicas === 1 ? {} : { podDisruptionBudget: { maxUnavailable: 1 } }),
      affinity: { antiAffinityEnabled: replicas > 1 },
      topologySpreadConstraints: zoneSpread(props),
      ...placementIn(blueprint, pool),
      priorityClassName: priorityClassName(blueprint, 'data'),
      tls: { enabled: true, required: true },
      updateStrategy: { type: 'ReplicasFirstPrimaryLast' },
    },
  });
  serviceAlias(scope, id, replicas === 1 ? name : `${name}-primary`, blueprint);
  if (readReplicas === 0) return { writes: servers };
  serviceAlias(scope, readServiceName(id), `${name}-secondary`, blueprint);
  return { writes: servers, reads: servers };
}

/** Removes the parameter that requires TLS: the operator sets it together with its certificates. */
function serverParameters({ require_secure_transport: _, ...parameters }: OperatorProps['database']['parameters']): Record<string, string> {
  return parameters;
}

function replication(
  password: { readonly name: string; readonly key: string },
  backup: string,
  replicas: number,
): NonNullable<MariaDBSpec['replication']> {
  return {
    enabled: true,
    primary: { autoFailover: true },
    replica: {
      replPasswordSecretKeyRef: password,
      maxLagSeconds: MAX_LAG_SECONDS,
      bootstrapFrom: { physicalBackupTemplateRef: { name: backup } },
      recovery: { enabled: true },
    },
    gtidStrictMode: true,
    semiSyncEnabled: true,
    semiSyncAckTimeout: commitRequiresReplica(replicas) ? ACK_TIMEOUT.always : ACK_TIMEOUT.onlyReplica,
    semiSyncWaitPoint: 'AfterSync',
    syncBinlog: 1,
  };
}

function backupOf(scope: Construct, { database, context, name, servers }: OperatorProps): string {
  const { blueprint, paths } = context;
  const { id, port, storageGib, backupRetentionDays } = database;
  const { region } = blueprint.network;
  const part = `${id}-backup`;
  const endpoint: Endpoint = { name: part, labels: selectorOf(blueprint, part) };
  paths.allow(endpoint, servers, [tcp(port)]);
  paths.allow(endpoint, { cidrs: ['0.0.0.0/0'] }, [tcp(443), tcp(6443)]);
  const keys = backupCredentials(scope, blueprint, id);
  new PhysicalBackup(scope, 'PhysicalBackup', {
    metadata: { name: part },
    spec: {
      mariaDbRef: { name },
      target: 'PreferReplica',
      schedule: { cron: `${BACKUP_TIME.minute} ${BACKUP_TIME.hour} * * *`, suspend: false, immediate: true },
      compression: 'gzip',
      maxRetention: `${backupRetentionDays * 24}h0m0s`,
      storage: {
        s3: {
          bucket: backupBucket(blueprint),
          prefix: id,
          endpoint: `s3.${region}.amazonaws.com`,
          region,
          ...(keys === undefined
            ? {}
            : {
                accessKeyIdSecretKeyRef: { name: keys, key: 'AWS_ACCESS_KEY_ID' },
                secretAccessKeySecretKeyRef: { name: keys, key: 'AWS_SECRET_ACCESS_KEY' },
              }),
          tls: { enabled: true },
        },
      },
      stagingStorage: {
        persistentVolumeClaim: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: STORAGE_CLASS,
          resources: { requests: { storage: gib(storageGib) } },
        },
      },
      podMetadata: { labels: labelsOf(blueprint, id, part) },
      resources: BACKUP_RESOURCES,
    },
  });
  return part;
}
