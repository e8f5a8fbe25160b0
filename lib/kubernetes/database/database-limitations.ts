import type { ComponentOf } from '../build-context';
import { commitRequiresReplica } from './database-settings';

type DatabaseComponent = ComponentOf<'database'>;

/** What a database in the cluster does not do, and who has to. */
export function databaseLimitations(database: DatabaseComponent): string[] {
  const { id, engine, form, replicaOf } = database;
  if (form === undefined) return [];
  return [
    ...(form === 'statefulset' ? statefulSetLimits(database) : operatorLimits(database)),
    ...(engine === 'mysql' && form === 'statefulset'
      ? [`the configuration of ${id} was checked against the manual of MySQL 8.4 and not run: that of MariaDB, by the same scripts, was`]
      : []),
    ...(replicaOf === undefined
      ? []
      : [`${id} takes no writes until spec.replica.enabled is false; it opens the backups of ${replicaOf.region} with the same keys`]),
  ];
}

function statefulSetLimits({ id, engine, readReplicas, multiAz }: DatabaseComponent): string[] {
  const promotion = `kubectl exec ${id}-replica-N -- bash /config/database.sh`;
  return [
    ...(readReplicas === 0
      ? [`${id} is one server${multiAz ? ', where AWS would have a standby' : ''}: while it starts anew nothing is read or written`]
      : [
          `failover of ${id} is a decision of people: \`${promotion} position\` on every replica, \`promote\` on the furthest, then PRIMARY and PRIMARY_HOST in ConfigMap ${id}-topology and the selector of the Service that writes go to`,
          commitRequiresReplica(readReplicas)
            ? `a commit to ${id} waits until a replica has it: without any replica nothing is written`
            : `a commit to ${id} waits ${engine === 'postgres' ? 'for no replica' : '10 s for its replica and then goes on alone'}: what was acknowledged may be lost with the primary's volume`,
        ]),
    `a backup of ${id} is a day old at worst, and a dump: hundreds of gigabytes take hours to restore; with dataStores=operator the files are copied`,
    ...(engine === 'postgres' ? [`${id} speaks no TLS: what it says is readable in the network of the cluster, unless that encrypts`] : []),
  ];
}

function operatorLimits({ id, engine, readReplicas }: DatabaseComponent): string[] {
  switch (engine) {
    case 'postgres':
      return [];
    case 'mariadb':
      return [`a backup of ${id} is a day old at worst; point-in-time recovery is an object of the operator that is not written here`];
    case 'mysql':
      return [
        `${id} is a group of Percona Server, which takes what MySQL takes; three servers at least, whatever the tier has${readReplicas > 1 ? ', an odd number, seven at the most' : ''}`,
        `a backup of ${id} is a day old at worst: the operator's point-in-time recovery is a technical preview`,
      ];
  }
}
