import type { TemplateResource } from '../../cloudformation/template-resource';
import { engineOf, storageInstances } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isKnownNumber, numberAt, stringAt, UNKNOWN } from '../values';

/** Room that the maximum must have above the storage. */
const MINIMUM_ROOM_PERCENT = 10;

export const rdsStorageGrowth: Rule = {
  id: 'rds-storage-growth',
  severity: 'warning',
  description: 'Storage autoscaling of a database is off: a full primary stops, and a full replica stops replicating',
  fix: 'Set MaxAllocatedStorage to at least 10% more than AllocatedStorage, on replicas too',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html',
  *check(context) {
    for (const instance of storageInstances(context).filter(canGrow)) {
      const maximum = numberAt(instance.properties, 'MaxAllocatedStorage');
      const gib = numberAt(instance.properties, 'AllocatedStorage');
      if (isAbsent(instance.properties, 'MaxAllocatedStorage')) {
        yield { resource: instance, path: 'Properties.MaxAllocatedStorage', expected: 'the GiB that the storage may grow to' };
      } else if (isKnownNumber(maximum) && isKnownNumber(gib) && maximum >= gib && maximum < minimumGib(gib)) {
        yield {
          resource: instance,
          path: 'Properties.MaxAllocatedStorage',
          received: String(maximum),
          expected: `at least ${minimumGib(gib)}, ${MINIMUM_ROOM_PERCENT}% more than AllocatedStorage`,
        };
      }
    }
  },
};

/** Computed in whole numbers: 110 is enough for 100, and 100 × 1.1 is more than 110 in floating point. */
function minimumGib(gib: number): number {
  return Math.ceil((gib * (100 + MINIMUM_ROOM_PERCENT)) / 100);
}

/** Magnetic storage and RDS Custom have no autoscaling. */
function canGrow(instance: TemplateResource): boolean {
  const [type, engine] = [stringAt(instance.properties, 'StorageType'), engineOf(instance)];
  return type !== 'standard' && type !== UNKNOWN && engine !== UNKNOWN && !String(engine).startsWith('custom-');
}
