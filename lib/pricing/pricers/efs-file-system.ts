import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { optionalText, requiredNumber } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'storage and backup';

/** EFS file system: storage, and provisioned or elastic throughput. */
export const efsFileSystem: Pricer = {
  types: ['AWS::EFS::FileSystem'],
  charges: (resource, context) => {
    const { properties } = resource;
    const kind = properties.AvailabilityZoneName === undefined ? 'standard' : 'one-zone';
    const mode = optionalText(properties, 'ThroughputMode') ?? 'bursting';
    return [
      usageCharge(resource, context, {
        kind: 'file-storage-gb-months',
        details: [kind === 'standard' ? 'Standard' : 'One Zone'],
        sku: `efs/${kind}/storage`,
        group: GROUP,
        key: 'storedGb',
      }),
      ...(mode === 'provisioned'
        ? [
            {
              kind: 'file-throughput-mbps',
              sku: 'efs/provisioned-throughput',
              quantity: certain(requiredNumber(properties, 'ProvisionedThroughputInMibps')),
              group: GROUP,
            } as const,
          ]
        : []),
      ...(mode === 'elastic'
        ? [
            usageCharge(resource, context, {
              kind: 'file-transfer-gb',
              sku: 'efs/elastic-throughput',
              group: GROUP,
              key: 'fileTransferGb',
            }),
          ]
        : []),
    ];
  },
};
