import type { Pricer } from '../pricer';
import { optionalText } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'database';

/** The storage of a document database cluster; its servers are instances of their own. */
export const docdbDbCluster: Pricer = {
  types: ['AWS::DocDB::DBCluster'],
  charges: (resource, context) => {
    const isIoOptimized = optionalText(resource.properties, 'StorageType') === 'iopt1';
    const storage = isIoOptimized ? 'documentdb/io-optimized/storage' : 'documentdb/storage';
    const io = {
      name: 'Storage reads and writes (DocumentDB)',
      sku: 'documentdb/io',
      group: GROUP,
      key: 'ioRequests',
      per: 1_000_000,
    } as const;
    const backup = {
      name: 'Backup gigabytes (DocumentDB)',
      sku: 'documentdb/backup',
      group: 'storage and backup',
      key: 'backupGb',
    } as const;
    return [
      usageCharge(resource, context, { name: 'Storage gigabytes (DocumentDB)', sku: storage, group: GROUP, key: 'storedGb' }),
      ...(isIoOptimized ? [] : [usageCharge(resource, context, io)]),
      usageCharge(resource, context, backup),
    ];
  },
};
