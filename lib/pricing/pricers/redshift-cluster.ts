import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { optionalNumber, requiredText } from './properties';
import { hoursOf, usageCharge } from './quantities';

const GROUP = 'database';
/** Node types whose storage is managed by Redshift and charged by the stored data. */
const MANAGED_STORAGE = /^ra3\./;

/** Redshift cluster: nodes, and managed storage of RA3 nodes. Snapshots are usage; concurrency scaling is within its free credits. */
export const redshiftCluster: Pricer = {
  types: ['AWS::Redshift::Cluster'],
  charges: (resource, context) => {
    const nodeType = requiredText(resource.properties, 'NodeType');
    const nodes = optionalNumber(resource.properties, 'NumberOfNodes') ?? 1;
    return [
      {
        kind: 'warehouse-node-hours',
        details: [nodeType],
        sku: `redshift/${nodeType}`,
        quantity: hoursOf(certain(nodes)),
        group: GROUP,
      },
      ...(MANAGED_STORAGE.test(nodeType)
        ? [
            usageCharge(resource, context, {
              kind: 'warehouse-storage-gb-months',
              sku: 'redshift/managed-storage',
              group: GROUP,
              key: 'storedGb',
            }),
          ]
        : []),
      usageCharge(resource, context, { kind: 'warehouse-backup-gb-months', sku: 'redshift/backup', group: GROUP, key: 'backupGb' }),
    ];
  },
};
