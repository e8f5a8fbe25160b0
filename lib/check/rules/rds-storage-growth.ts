import { storageInstances } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isKnownNumber, numberAt } from '../values';

/** The maximum must be at least this many times the storage. */
const MINIMUM_FACTOR = 1.1;

/** Storage of a database does not grow: a full primary stops, and a full replica stops replicating. */
export const rdsStorageGrowth: Rule = {
  id: 'rds-storage-growth',
  severity: 'warning',
  description: 'Storage of a database does not grow: a full primary stops, and a full replica stops replicating',
  fix: 'Set MaxAllocatedStorage to at least 10% more than AllocatedStorage, on replicas too',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html',
  *check(context) {
    for (const instance of storageInstances(context)) {
      const maximum = numberAt(instance.properties, 'MaxAllocatedStorage');
      const gib = numberAt(instance.properties, 'AllocatedStorage');
      if (isAbsent(instance.properties, 'MaxAllocatedStorage')) {
        yield { resource: instance, path: 'Properties.MaxAllocatedStorage', expected: 'the GiB that the storage may grow to' };
      } else if (isKnownNumber(maximum) && isKnownNumber(gib) && maximum < gib * MINIMUM_FACTOR) {
        yield {
          resource: instance,
          path: 'Properties.MaxAllocatedStorage',
          received: String(maximum),
          expected: `at least ${Math.ceil(gib * MINIMUM_FACTOR)}, 10% more than AllocatedStorage`,
        };
      }
    }
  },
};
