import type { TemplateResource } from '../../cloudformation/template-resource';
import { numberOf, referenceOf } from '../property-value';
import type { TransitionRule } from '../rule';

export const rdsReplicaStorage: TransitionRule = {
  id: 'rds-replica-storage',
  description: 'RDS changes storage of a source and of its replicas separately: replication stops when a replica is full',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.html',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    const instances = context.updated('AWS::RDS::DBInstance');
    for (const { id, before, after } of instances) {
      const source = instances.find((other) => other.id === referenceOf(after.properties.SourceDBInstanceIdentifier));
      if (source === undefined) continue;
      const old = numberOf(source.before, 'AllocatedStorage');
      const next = numberOf(source.after, 'AllocatedStorage');
      const own = storageOf(after, before, old);
      if (next === undefined || own === undefined || own >= next || next === old) continue;
      yield {
        resource: id,
        class: 'in-place-with-interruption',
        text: `the source grows to ${next} GiB and the replica stays at ${own} GiB: replication stops when the replica is full`,
        interruption: { of: 'replication, once the replica is full', lowMinutes: 0 },
      };
    }
  },
};

/** Without a value of its own, a replica has the storage that its source had when the replica was created. */
function storageOf(after: TemplateResource, before: TemplateResource, source: number | undefined): number | undefined {
  return numberOf(after, 'AllocatedStorage') ?? numberOf(before, 'AllocatedStorage') ?? source;
}
