import { shown } from '../../core/problems';
import { storageInstances } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isFlag, stringAt } from '../values';

/** Minor versions, which RDS upgrades by itself: `8.4.9` and `17.9`. */
const MINOR_VERSION: Readonly<Record<string, RegExp>> = {
  mysql: /^\d+\.\d+\.\d+/,
  mariadb: /^\d+\.\d+\.\d+/,
  postgres: /^\d{2,}\.\d+/,
};

export const rdsRestoreVersion: Rule = {
  id: 'rds-restore-version',
  severity: 'warning',
  description: 'Database from a snapshot names a minor engine version, which RDS rejects when the snapshot is of a newer one',
  fix: 'Remove EngineVersion: a restored database has the version of its snapshot',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html',
  unsettled:
    'No page states that a restore sets the version; the source of the resource type that AWS publishes modifies it afterwards (aws-cloudformation-resource-providers-rds, modifyDbInstanceAfterCreateRequest)',
  *check(context) {
    for (const instance of storageInstances(context)) {
      const { properties } = instance;
      if (isAbsent(properties, 'DBSnapshotIdentifier') || isFlag(false, properties, 'AutoMinorVersionUpgrade')) continue;
      const version = stringAt(properties, 'EngineVersion');
      const minor = MINOR_VERSION[String(stringAt(properties, 'Engine')).toLowerCase()];
      if (typeof version !== 'string' || minor?.test(version) !== true) continue;
      yield {
        resource: instance,
        path: 'Properties.EngineVersion',
        received: shown(version),
        expected: 'no version, so that it is that of the snapshot',
      };
    }
  },
};
