import { referenceOf, textOf } from '../property-value';
import type { TransitionRule } from '../rule';

/** Another instance class restarts the instance, or fails over to a replica. */
export const docdbInstanceClass: TransitionRule = {
  id: 'docdb-instance-class',
  description: 'DocumentDB changes the instance class with downtime: about 30 seconds with a replica, up to 10 minutes without one',
  sources: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-instance-modify.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/failover.html',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    const kept = context.updated('AWS::DocDB::DBInstance');
    for (const { id, before, after } of context.changed('DBInstanceClass', 'AWS::DocDB::DBInstance')) {
      const cluster = referenceOf(before.properties.DBClusterIdentifier);
      const hasReplica = kept.some((other) => other.id !== id && referenceOf(other.before.properties.DBClusterIdentifier) === cluster);
      yield {
        resource: id,
        class: 'in-place-with-interruption',
        properties: ['DBInstanceClass'],
        text: `the class changes from ${textOf(before, 'DBInstanceClass') ?? 'unknown'} to ${textOf(after, 'DBInstanceClass') ?? 'unknown'}, ${
          hasReplica ? 'with a failover to another instance of the cluster' : 'and no other instance of the cluster takes over'
        }`,
        interruption: {
          of: 'connections to the document store',
          ...(hasReplica ? { lowMinutes: 0.5, highMinutes: 1 } : { lowMinutes: 3, highMinutes: 10 }),
        },
      };
    }
  },
};
