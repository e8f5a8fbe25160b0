import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Pricer } from '../pricer';
import { knownWord } from './properties';
import { usageCharge } from './quantities';
import { databaseLogCharges } from './rds-logs';

const GROUP = 'database';

/** Neptune cluster: storage, reads and writes, backups, and the logs that it exports. Its instances are resources of their own. */
export const neptuneDbCluster: Pricer = {
  types: ['AWS::Neptune::DBCluster'],
  charges: (resource, context) => {
    requireStandardStorage(resource);
    return [
      usageCharge(resource, context, {
        kind: 'database-storage-gb-months',
        details: ['Neptune'],
        sku: 'neptune/storage',
        group: GROUP,
        key: 'storedGb',
      }),
      usageCharge(resource, context, {
        kind: 'database-io-requests',
        details: ['Neptune'],
        sku: 'neptune/io',
        group: GROUP,
        key: 'ioRequests',
        per: 1_000_000,
      }),
      usageCharge(resource, context, {
        kind: 'database-backup-gb-months',
        details: ['Neptune'],
        sku: 'neptune/backup',
        group: 'storage and backup',
        key: 'backupGb',
      }),
      ...databaseLogCharges(resource, context),
    ];
  },
};

/** I/O-Optimized storage has other prices, also of the instances. Source: https://aws.amazon.com/neptune/pricing/. */
export function requireStandardStorage({ properties }: TemplateResource): void {
  knownWord(properties, 'StorageType', ['standard'], 'standard');
}
