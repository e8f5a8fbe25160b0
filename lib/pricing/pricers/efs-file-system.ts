import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { knownWord, objects, type Properties, requiredNumber } from './properties';
import { exact, usageCharge } from './quantities';

const GROUP = 'storage and backup';

/**
 * Stored gigabytes that include one MB/s of throughput: 50 MiB/s for each TiB. Source: Amazon EFS user guide, throughput modes; Amazon
 * EFS pricing, provisioned throughput.
 */
const GB_PER_INCLUDED_MBPS = 20;

/** EFS file system: storage of each class to which its lifecycle policies move files, and provisioned or elastic throughput. */
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
      ...laterClasses(properties).flatMap((each) => classCharges(resource, kind, each, context)),
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
              details: ['read'],
              sku: 'efs/elastic-read',
              group: GROUP,
              key: 'fileReadGb',
            }),
            usageCharge(resource, context, {
              kind: 'file-transfer-gb',
              details: ['written'],
              sku: 'efs/elastic-write',
              group: GROUP,
              key: 'fileWrittenGb',
            }),
          ]
        : []),
    ];
  },
};

/** Classes to which lifecycle policies move files. Source: AWS CloudFormation, property type LifecyclePolicy of AWS::EFS::FileSystem. */
const CLASSES = {
  TransitionToIA: { name: 'Infrequent Access', sku: 'ia', key: 'infrequentAccessGb' },
  TransitionToArchive: { name: 'Archive', sku: 'archive', key: 'instantArchiveGb' },
} as const;
type LaterClass = keyof typeof CLASSES;

function laterClasses(properties: Properties): readonly LaterClass[] {
  const policies = objects(properties, 'LifecyclePolicies');
  return (['TransitionToIA', 'TransitionToArchive'] as const).filter((key) => policies.some((policy) => policy[key] !== undefined));
}

/**
 * Stored data of a class, and the data that is read from it and written to it. Declared data without data of the class counts in Standard,
 * whose price is an upper bound. Source: Amazon EFS pricing.
 */
function classCharges(
  resource: TemplateResource,
  kind: 'standard' | 'one-zone',
  later: LaterClass,
  context: PricingContext,
): readonly Charge[] {
  const { name, sku, key } = CLASSES[later];
  if (context.declaresUsageOf(resource) && !context.declaresUsageOf(resource, key)) return [];
  const details = [kind === 'standard' ? name : `One Zone ${name}`];
  return [
    usageCharge(resource, context, { kind: 'file-storage-gb-months', details, sku: `efs/${kind}-${sku}/storage`, group: GROUP, key }),
    usageCharge(resource, context, {
      kind: 'file-access-gb',
      details,
      sku: `efs/${sku}-access`,
      group: GROUP,
      key: 'infrequentAccessTransferGb',
    }),
  ];
}

/** Throughput above the part that the stored data includes; all of it if the stored data is unknown. */
function billedThroughput(resource: TemplateResource, context: PricingContext): Interval {
  const provisioned = requiredNumber(resource.properties, 'ProvisionedThroughputInMibps');
  const { quantity: storedGb } = context.usage(resource, 'storedGb');
  const above = (gb: number) => Math.max(0, provisioned - gb / GB_PER_INCLUDED_MBPS);
  return exact({ low: above(storedGb.high), mid: above(storedGb.mid), high: above(storedGb.low) });
}
