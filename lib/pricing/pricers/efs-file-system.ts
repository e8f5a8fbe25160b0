import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Pricer, PricingContext } from '../pricer';
import { knownWord, requiredNumber } from './properties';
import { exact, usageCharge } from './quantities';

const GROUP = 'storage and backup';

/**
 * Stored gigabytes that include one MB/s of throughput: 50 MiB/s for each TiB. Source: Amazon EFS user guide, throughput modes; Amazon
 * EFS pricing, provisioned throughput.
 */
const GB_PER_INCLUDED_MBPS = 20;

/** EFS file system: storage, and provisioned or elastic throughput. */
export const efsFileSystem: Pricer = {
  types: ['AWS::EFS::FileSystem'],
  charges: (resource, context) => {
    const { properties } = resource;
    const kind = properties.AvailabilityZoneName === undefined ? 'standard' : 'one-zone';
    const mode = knownWord(properties, 'ThroughputMode', ['bursting', 'elastic', 'provisioned'], 'bursting');
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
              quantity: billedThroughput(resource, context),
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

/** Throughput above the part that the stored data includes; all of it if the stored data is unknown. */
function billedThroughput(resource: TemplateResource, context: PricingContext): Interval {
  const provisioned = requiredNumber(resource.properties, 'ProvisionedThroughputInMibps');
  const { quantity: storedGb } = context.usage(resource, 'storedGb');
  const above = (gb: number) => Math.max(0, provisioned - gb / GB_PER_INCLUDED_MBPS);
  return exact({ low: above(storedGb.high), mid: above(storedGb.mid), high: above(storedGb.low) });
}
