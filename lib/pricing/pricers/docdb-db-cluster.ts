import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { managedSecretCharges } from './managed-secret';
import { knownWord, list } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'database';

/** DocumentDB cluster: storage, reads and writes, and backups. Its instances are resources of their own. */
export const docdbDbCluster: Pricer = {
  types: ['AWS::DocDB::DBCluster'],
  charges: (resource, context) => {
    const isIoOptimized = knownWord(resource.properties, 'StorageType', ['standard', 'iopt1'], 'standard') === 'iopt1';
    const storage = isIoOptimized ? 'documentdb/io-optimized/storage' : 'documentdb/storage';
    const io = {
      kind: 'database-io-requests',
      details: ['DocumentDB'],
      sku: 'documentdb/io',
      group: GROUP,
      key: 'ioRequests',
      per: 1_000_000,
    } as const;
    const backup = {
      kind: 'database-backup-gb-months',
      details: ['DocumentDB'],
      sku: 'documentdb/backup',
      group: 'storage and backup',
      key: 'backupGb',
    } as const;
    return [
      usageCharge(resource, context, {
        kind: 'database-storage-gb-months',
        details: ['DocumentDB'],
        sku: storage,
        group: GROUP,
        key: 'storedGb',
      }),
      ...(isIoOptimized ? [] : [usageCharge(resource, context, io)]),
      usageCharge(resource, context, backup),
      ...logCharges(resource, context),
      ...managedSecretCharges(resource),
    ];
  },
};

/** Audit and profiler logs that the cluster writes to CloudWatch. No template contains their log groups. */
function logCharges(resource: TemplateResource, context: PricingContext): readonly Charge[] {
  if (list(resource.properties, 'EnableCloudwatchLogsExports').length === 0) return [];
  const group = 'observability and security';
  return [
    usageCharge(resource, context, {
      kind: 'database-log-ingest-gb',
      details: ['exported by the database'],
      sku: 'logs/ingest',
      group,
      key: 'logIngestGb',
    }),
    usageCharge(resource, context, {
      kind: 'database-log-storage-gb-months',
      details: ['exported by the database'],
      sku: 'logs/storage',
      group,
      key: 'logStoredGb',
    }),
  ];
}
