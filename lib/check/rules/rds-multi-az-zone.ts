import { DB_INSTANCE } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isFlag } from '../values';

export const rdsMultiAzZone: Rule = {
  id: 'rds-multi-az-zone',
  severity: 'error',
  description: 'Multi-AZ database sets an Availability Zone',
  fix: 'Remove AvailabilityZone, or MultiAZ',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    for (const instance of context.ofType(DB_INSTANCE)) {
      if (!isFlag(true, instance.properties, 'MultiAZ') || isAbsent(instance.properties, 'AvailabilityZone')) continue;
      yield { resource: instance, path: 'Properties.AvailabilityZone', received: 'set', expected: 'no value, because MultiAZ is true' };
    }
  },
};
