import type { ComponentOf } from '../build-context';
import type { Limitation } from '../manifests/limitation';
import { commitRequiresReplica } from './database-settings';

type DatabaseComponent = ComponentOf<'database'>;

/** Limitations of a database in the cluster. Empty for a managed database. */
export function databaseLimitations(database: DatabaseComponent): Limitation[] {
  const { id: component, engine, form, replicaOf } = database;
  if (form === undefined) return [];
  return [
    ...(form === 'statefulset' ? statefulSetLimits(database) : operatorLimits(database)),
    ...(engine === 'mysql' && form === 'statefulset' ? [{ kind: 'mysql-configuration-untested' as const, component }] : []),
    ...(replicaOf === undefined ? [] : [{ kind: 'replica-of-region' as const, component, region: replicaOf.region }]),
  ];
}

function statefulSetLimits({ id: component, engine, readReplicas, multiAz }: DatabaseComponent): Limitation[] {
  return [
    ...(readReplicas === 0
      ? [{ kind: 'single-server' as const, component, standbyOnAws: multiAz }]
      : [
          { kind: 'manual-failover' as const, component },
          commitRequiresReplica(readReplicas)
            ? { kind: 'commit-waits-for-replica' as const, component }
            : { kind: 'commit-without-replica' as const, component, engine },
        ]),
    { kind: 'daily-dumps', component },
    ...(engine === 'postgres' ? [{ kind: 'no-tls' as const, component }] : []),
  ];
}

function operatorLimits({ id: component, engine, readReplicas }: DatabaseComponent): Limitation[] {
  switch (engine) {
    case 'postgres':
      return [];
    case 'mariadb':
      return [{ kind: 'daily-operator-backups', component, engine }];
    case 'mysql':
      return [
        { kind: 'percona-replication-group', component, isOdd: readReplicas > 1 },
        { kind: 'daily-operator-backups', component, engine },
      ];
  }
}
