import { replicasWithSource } from '../rds';
import type { Rule } from '../rule';
import { isKnownNumber, numberAt } from '../values';

export const rdsReplicaStorage: Rule = {
  id: 'rds-replica-storage',
  severity: 'error',
  description: 'Read replica has less storage than its source: it stops replicating when it is full',
  fix: 'Set AllocatedStorage of the replica to at least that of the source',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html',
  *check(context) {
    for (const { replica, source } of replicasWithSource(context)) {
      const [own, needed] = [numberAt(replica.properties, 'AllocatedStorage'), numberAt(source.properties, 'AllocatedStorage')];
      if (!isKnownNumber(own) || !isKnownNumber(needed) || own >= needed) continue;
      yield {
        resource: replica,
        path: 'Properties.AllocatedStorage',
        received: String(own),
        expected: `at least ${needed}, the storage of ${source.id}`,
      };
    }
  },
};
