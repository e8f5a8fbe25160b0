import type { ComponentOf } from '../build-context';
import { commitRequiresReplica } from './database-settings';

type DatabaseComponent = ComponentOf<'database'>;

/** Limitations of a database in the cluster, as sentences for the reader of the manifests. Empty for a managed database. */
export function databaseLimitations(database: DatabaseComponent): string[] {
  const { id, engine, form, replicaOf } = database;
  if (form === undefined) return [];
  return [
    ...(form === 'statefulset' ? statefulSetLimits(database) : operatorLimits(database)),
    ...(engine === 'mysql' && form === 'statefulset'
      ? [
          `the configuration of ${id} was checked against the MySQL 8.4 manual, but not with a running server; the scripts, which are the same for MariaDB, were tested with MariaDB`,
        ]
      : []),
    ...(replicaOf === undefined
      ? []
      : [
          `${id} accepts no writes until spec.replica.enabled is false; it reads the backups of ${replicaOf.region} with the same access keys`,
        ]),
  ];
}

function statefulSetLimits({ id, engine, readReplicas, multiAz }: DatabaseComponent): string[] {
  const promotion = `kubectl exec ${id}-replica-N -- bash /config/database.sh`;
  return [
    ...(readReplicas === 0
      ? [`${id} is a single server${multiAz ? ' (on AWS it has a standby)' : ''}: it is unavailable while it restarts`]
      : [
          `failover of ${id} is manual: run \`${promotion} position\` on every replica and \`promote\` on the most recent one, then change PRIMARY and PRIMARY_HOST in ConfigMap ${id}-topology and the selector of the Service for writes`,
          commitRequiresReplica(readReplicas)
            ? `a commit to ${id} waits until a replica has received it: without a replica, writes stop`
            : `a commit to ${id} ${engine === 'postgres' ? 'does not wait for a replica' : 'waits at most 10 s for the replica'}: acknowledged writes can be lost with the volume of the primary`,
        ]),
    `backups of ${id} are daily dumps: up to one day of writes can be lost, and hundreds of gigabytes take hours to restore; with dataStores=operator, files are copied instead`,
    ...(engine === 'postgres'
      ? [`${id} does not use TLS: its traffic is not encrypted unless the network of the cluster encrypts it`]
      : []),
  ];
}

function operatorLimits({ id, engine, readReplicas }: DatabaseComponent): string[] {
  switch (engine) {
    case 'postgres':
      return [];
    case 'mariadb':
      return [`backups of ${id} are daily: up to one day of writes can be lost; the operator's PointInTimeRecovery object is not created`];
    case 'mysql':
      return [
        `${id} is a replication group of Percona Server, which is compatible with MySQL; it has at least three servers, whatever the tier has${readReplicas > 1 ? ', and an odd number of at most seven' : ''}`,
        `backups of ${id} are daily: up to one day of writes can be lost; the operator's point-in-time recovery is a technical preview`,
      ];
  }
}
