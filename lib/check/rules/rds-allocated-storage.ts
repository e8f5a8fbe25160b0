import { engineOf, isReplica, storageInstances } from '../rds';
import type { Rule } from '../rule';
import { isKnownNumber, isKnownString, numberAt, stringAt } from '../values';

/** Least GiB by storage type, for the engines MySQL, MariaDB and PostgreSQL. Source: the cited page, AllocatedStorage. */
const LEAST_GIB: Readonly<Record<string, number>> = { gp3: 20, io1: 100, io2: 100 };
const ENGINE = /^(mysql|mariadb|postgres)$/;

export const rdsAllocatedStorage: Rule = {
  id: 'rds-allocated-storage',
  severity: 'error',
  description: 'Database has less storage than its storage type allows',
  fix: 'Set AllocatedStorage to at least 20 GiB with gp3, and to at least 100 GiB with io1 or io2',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  unsettled:
    'The page states 20 GiB for gp2 too, and public templates that are deployed in tests have 5 GiB of gp2. The rule is silent about gp2',
  *check(context) {
    for (const instance of storageInstances(context)) {
      const { properties } = instance;
      const [engine, type, gib] = [engineOf(instance), stringAt(properties, 'StorageType'), numberAt(properties, 'AllocatedStorage')];
      // RDS gives a read replica at least the storage of its source.
      if (isReplica(instance) || !isKnownString(engine) || !ENGINE.test(engine) || !isKnownNumber(gib)) continue;
      const least = isKnownString(type) && Object.hasOwn(LEAST_GIB, type) ? LEAST_GIB[type] : undefined;
      if (least === undefined || gib >= least) continue;
      yield {
        resource: instance,
        path: 'Properties.AllocatedStorage',
        received: String(gib),
        expected: `at least ${least} for ${String(type)}`,
      };
    }
  },
};
