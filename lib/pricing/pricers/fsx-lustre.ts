import { certain } from '../../core/interval';
import type { Charge } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { knownWord, object, type Properties, requiredNumber } from './properties';

const GROUP = 'storage and backup';
const DEPLOYMENTS = ['SCRATCH_1', 'SCRATCH_2', 'PERSISTENT_1', 'PERSISTENT_2'] as const;
/** Source: AWS::FSx::FileSystem LustreConfiguration, DeploymentType. */
const DEFAULT_DEPLOYMENT = 'SCRATCH_1';

/**
 * Metadata IOPS that the storage capacity includes, by the smallest capacity in GiB, from the largest. Source: Amazon FSx for Lustre user
 * guide, "File system metadata performance".
 */
const INCLUDED_METADATA_IOPS = [
  [12_000, 12_000],
  [4_800, 6_000],
  [2_400, 3_000],
  [0, 1_500],
] as const;
/** Above this capacity, each further part of it includes 12,000 metadata IOPS. Source: as above. */
const LARGE_GIB = 24_000;

/** FSx for Lustre: storage by the throughput of each TiB, and metadata IOPS above those that the capacity includes. */
export function lustreCharges(properties: Properties): readonly Charge[] {
  const configuration = object(properties, 'LustreConfiguration');
  const deployment = knownWord(configuration, 'DeploymentType', DEPLOYMENTS, DEFAULT_DEPLOYMENT);
  const storage = knownWord(properties, 'StorageType', ['SSD', 'HDD', 'INTELLIGENT_TIERING'], 'SSD');
  if (storage === 'INTELLIGENT_TIERING') {
    throw new UnreadableProperty({ kind: 'unlisted-value', property: 'StorageType', value: storage, known: 'other-words' });
  }
  const capacityGib = requiredNumber(properties, 'StorageCapacity');
  if (knownWord(configuration, 'DriveCacheType', ['NONE', 'READ'], 'NONE') === 'READ') {
    throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'LustreConfiguration.DriveCacheType', feature: 'SSD cache' });
  }
  const isScratch = deployment.startsWith('SCRATCH');
  const throughput = isScratch ? [] : [requiredNumber(configuration, 'PerUnitStorageThroughput')];
  const iops = metadataIopsAbove(object(configuration, 'MetadataConfiguration'), includedMetadataIops(capacityGib));
  return [
    {
      kind: 'file-system-gb-months',
      details: ['LUSTRE', deployment, storage, ...throughput.map((each) => `${each} MB/s per TiB`)],
      sku: ['fsx/lustre', isScratch ? 'scratch' : deployment.toLowerCase().replace('_', '-'), storage.toLowerCase(), ...throughput].join(
        '/',
      ),
      quantity: certain(capacityGib),
      group: GROUP,
    },
    ...(iops > 0
      ? [
          {
            kind: 'file-system-iops',
            details: ['LUSTRE', 'metadata'],
            sku: 'fsx/lustre/metadata-iops',
            quantity: certain(iops),
            group: GROUP,
          } as const,
        ]
      : []),
  ];
}

function metadataIopsAbove(metadata: Properties, included: number): number {
  const mode = knownWord(metadata, 'Mode', ['AUTOMATIC', 'USER_PROVISIONED'], 'AUTOMATIC');
  return mode === 'AUTOMATIC' ? 0 : Math.max(requiredNumber(metadata, 'Iops') - included, 0);
}

function includedMetadataIops(capacityGib: number): number {
  const [, iops] = INCLUDED_METADATA_IOPS.find(([smallestGib]) => capacityGib >= smallestGib) ?? [0, 0];
  return iops * Math.max(1, Math.floor(capacityGib / LARGE_GIB));
}
