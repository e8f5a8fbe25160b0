import { certain } from '../../core/interval';
import type { Charge, Pricer } from '../pricer';
import { lustreCharges } from './fsx-lustre';
import { knownWord, object, optionalText, type Properties, requiredNumber, requiredText } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'storage and backup';
/** The property with the configuration of each type of file system that the price list contains. */
const CONFIGURATIONS = { OPENZFS: 'OpenZFSConfiguration', WINDOWS: 'WindowsConfiguration' } as const;
const TYPES = ['LUSTRE', 'OPENZFS', 'WINDOWS'] as const;
/** Deployment of a Windows file system that names none. Source: AWS::FSx::FileSystem WindowsConfiguration, DeploymentType. */
const DEFAULT_DEPLOYMENT = 'SINGLE_AZ_1';
/** IOPS that each GiB of SSD storage includes. Source: AWS::FSx::FileSystem, DiskIopsConfiguration. */
const INCLUDED_IOPS_PER_GIB = 3;

/** FSx file system: storage, throughput capacity, IOPS above the included ones, and backups. ONTAP has no list price. */
export const fsxFileSystem: Pricer = {
  types: ['AWS::FSx::FileSystem'],
  charges: (resource, context) => {
    const { properties } = resource;
    requiredText(properties, 'FileSystemType');
    const type = knownWord(properties, 'FileSystemType', TYPES, 'WINDOWS');
    const charges = type === 'LUSTRE' ? lustreCharges(properties) : serverCharges(type, properties);
    return [
      ...charges,
      usageCharge(resource, context, {
        kind: 'backup-gb-months',
        details: ['FSx'],
        sku: `fsx/${word(type)}/backup`,
        group: GROUP,
        key: 'backupGb',
      }),
    ];
  },
};

/** Storage, throughput and IOPS of FSx for OpenZFS or Windows File Server. Prices are by deployment type and storage type. */
function serverCharges(type: keyof typeof CONFIGURATIONS, properties: Properties): readonly Charge[] {
  const configuration = object(properties, CONFIGURATIONS[type]);
  const deployment =
    type === 'WINDOWS'
      ? (optionalText(configuration, 'DeploymentType') ?? DEFAULT_DEPLOYMENT)
      : requiredText(configuration, 'DeploymentType');
  const storage = optionalText(properties, 'StorageType') ?? 'SSD';
  const capacityGib = requiredNumber(properties, 'StorageCapacity');
  const sku = `fsx/${word(type)}/${word(deployment)}`;
  const details = [type, deployment];
  const iops = iopsAbove(object(configuration, 'DiskIopsConfiguration'), capacityGib * INCLUDED_IOPS_PER_GIB);
  return [
    {
      kind: 'file-system-gb-months',
      details: [...details, storage],
      sku: `${sku}/${word(storage)}`,
      quantity: certain(capacityGib),
      group: GROUP,
    },
    {
      kind: 'file-system-throughput-mbps',
      details,
      sku: `${sku}/throughput`,
      quantity: certain(requiredNumber(configuration, 'ThroughputCapacity')),
      group: GROUP,
    },
    ...(iops > 0 ? [{ kind: 'file-system-iops', details, sku: `${sku}/iops`, quantity: certain(iops), group: GROUP } as const] : []),
  ];
}

/** IOPS that the customer provisions above the included ones. */
function iopsAbove(disks: Properties, included: number): number {
  const mode = knownWord(disks, 'Mode', ['AUTOMATIC', 'USER_PROVISIONED'], 'AUTOMATIC');
  return mode === 'AUTOMATIC' ? 0 : Math.max(requiredNumber(disks, 'Iops') - included, 0);
}

/** A word of CloudFormation as names of prices spell it: `multi-az-1` for `MULTI_AZ_1`. */
function word(text: string): string {
  return text.toLowerCase().replaceAll('_', '-');
}
