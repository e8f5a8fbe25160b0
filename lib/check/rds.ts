import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';
import { perContext } from './per-context';
import { isAbsent, type Read, stringAt, UNKNOWN } from './values';

/** CloudFormation type of database instances, those of Aurora among them. */
export const DB_INSTANCE = 'AWS::RDS::DBInstance';

/** The engine of a database in lower case: RDS reads its name in any case. Source: Amazon RDS API reference, CreateDBInstance. */
export function engineOf({ properties }: TemplateResource): Read<string> {
  const engine = stringAt(properties, 'Engine');
  return engine === UNKNOWN ? UNKNOWN : engine?.toLowerCase();
}

/** Whether an instance belongs to a cluster: storage and backups are those of the cluster. */
export function isInCluster(instance: TemplateResource): boolean {
  return !isAbsent(instance.properties, 'DBClusterIdentifier') || String(engineOf(instance)).startsWith('aurora');
}

/** Whether an instance is a read replica. */
export function isReplica({ properties }: TemplateResource): boolean {
  return !isAbsent(properties, 'SourceDBInstanceIdentifier') || !isAbsent(properties, 'SourceDBClusterIdentifier');
}

/** Instances with storage of their own: not those of a cluster. */
export function storageInstances(context: CheckContext): readonly TemplateResource[] {
  return context.ofType(DB_INSTANCE).filter((instance) => !isInCluster(instance));
}

/** A read replica whose source is in the same template. */
export interface ReplicaOfSource {
  /** The read replica. */
  readonly replica: TemplateResource;
  /** The instance that it copies. */
  readonly source: TemplateResource;
}

/** Read replicas whose source is in the same template. */
export const replicasWithSource = perContext((context: CheckContext): readonly ReplicaOfSource[] =>
  context.ofType(DB_INSTANCE).flatMap((replica) => {
    const source = context.targetOf(DB_INSTANCE, replica.properties.SourceDBInstanceIdentifier);
    return source === undefined ? [] : [{ replica, source }];
  }),
);
