import type { Pricer } from '../pricer';
import { ONE, usageCharge } from './quantities';
import { volumeCharges } from './volumes';

/** EBS volume that is independent of an instance, and its snapshots. */
export const ec2Volume: Pricer = {
  types: ['AWS::EC2::Volume'],
  charges: (resource, context) => [
    ...volumeCharges(resource, { properties: resource.properties, sizeKey: 'Size', count: ONE }, context),
    usageCharge(resource, context, {
      kind: 'volume-snapshot-gb-months',
      sku: 'ebs/snapshots',
      group: 'storage and backup',
      key: 'backupGb',
    }),
  ],
};
