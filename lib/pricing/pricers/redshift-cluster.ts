import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { LARGEST, numberUpTo } from './largest-amounts';
import { managedSecretCharges } from './managed-secret';
import { flag, requiredText } from './properties';
import { hoursOf, usageCharge } from './quantities';

const GROUP = 'database';
/** Node types whose storage is managed by Redshift and charged by the stored data. */
const MANAGED_STORAGE = /^ra3\./;

/** A Multi-AZ cluster has its nodes in two zones, each of them charged. Source: Amazon Redshift management guide, Multi-AZ deployment. */
const MULTI_AZ_ZONES = 2;

/** Redshift cluster: nodes, and managed storage of RA3 nodes. Snapshots are usage; concurrency scaling is within its free credits. */
export const redshiftCluster: Pricer = {
  types: ['AWS::Redshift::Cluster'],
  charges: (resource, context) => {
    const nodeType = requiredText(resource.properties, 'NodeType');
    const zones = flag(resource.properties, 'MultiAZ', false) ? MULTI_AZ_ZONES : 1;
    const nodes = (numberUpTo(resource.properties, 'NumberOfNodes', LARGEST.warehouseNodes) ?? 1) * zones;
    return [
      {
        kind: 'warehouse-node-hours',
        details: zones === 1 ? [nodeType] : [nodeType, 'Multi-AZ'],
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
      ...managedSecretCharges(resource),
    ];
  },
};
