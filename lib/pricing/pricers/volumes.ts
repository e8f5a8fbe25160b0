import { type Interval, mapInterval } from '../../core/interval';
import type { ChargeKind } from '../charge-kinds';
import type { Charge, Counted, UsageContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { LARGEST_VOLUMES, numberUpTo } from './largest-amounts';
import { optionalText, type Properties } from './properties';
import { numberText, ofEach, usageCharge } from './quantities';

const GROUP = 'storage and backup';

/** IOPS and throughput that each gp3 volume includes. Source: Amazon EBS user guide, General Purpose SSD volumes. */
const GP3_INCLUDED_IOPS = 3_000;
const GP3_INCLUDED_MBPS = 125;

/** IOPS of one io2 volume in the first price tier. Source: Amazon EBS pricing, io2 Block Express. */
const IO2_FIRST_TIER_IOPS = 32_000;

/** Type of a volume that states none. Source: AWS CloudFormation, property type Ebs, VolumeType. */
const DEFAULT_VOLUME_TYPE = 'gp2';

/** Identical volumes, such as one for each of several instances. */
export interface Volumes {
  /** Properties that contain size, type, IOPS and throughput. The key of the size differs between a volume and a block device. */
  readonly properties: Properties;
  /** Key of the size. */
  readonly sizeKey: string;
  /** Volume type where none is stated. Default: `gp2`. */
  readonly defaultType?: string;
  /** Name in the brackets of the line, to distinguish the volumes of one instance. */
  readonly label?: string;
  /** Size where the properties state none, GB: that of the image. Default: unknown. */
  readonly assumedGb?: number;
  /** Number of such volumes. */
  readonly count: Interval;
}

/** Charges of volumes: gigabytes, and provisioned IOPS and throughput above those that are included. */
export function volumeCharges(resource: Counted, volumes: Volumes, context: UsageContext): readonly Charge[] {
  const { properties, sizeKey, defaultType = DEFAULT_VOLUME_TYPE, label } = volumes;
  const type = optionalText(properties, 'VolumeType') ?? defaultType;
  const sizeGb = numberUpTo(properties, sizeKey, largestOf(type)?.gib);
  const details = label === undefined ? [type] : [type, label];
  const storage = { kind: 'volume-gb-months', details, sku: `ebs/${type}/storage`, group: GROUP } as const;
  return [
    sizeGb === undefined
      ? unstatedSize(resource, volumes, details, storage, context)
      : { ...storage, quantity: ofEach(volumes.count, sizeGb) },
    ...speedCharges(type, details, volumes),
    ...(type === 'standard' ? [ioCharge(resource, details, context)] : []),
  ];
}

/** The size is declared, or assumed for the root volume of an image, or unknown. */
function unstatedSize(
  resource: Counted,
  { assumedGb, count }: Volumes,
  details: readonly string[],
  storage: Omit<Charge, 'quantity'>,
  context: UsageContext,
): Charge {
  const declared = usageCharge(resource, context, { ...storage, details: [...details, 'size of its AMI'], key: 'storedGb' });
  if (assumedGb === undefined || declared.excludesUsage !== true) return declared;
  return { ...storage, quantity: ofEach(count, assumedGb), assumption: { kind: 'image-volume', gb: assumedGb } };
}

function largestOf(type: string): (typeof LARGEST_VOLUMES)[string] | undefined {
  return Object.hasOwn(LARGEST_VOLUMES, type) ? LARGEST_VOLUMES[type] : undefined;
}

function speedCharges(type: string, details: readonly string[], { properties, count }: Volumes): readonly Charge[] {
  const largest = largestOf(type);
  const iops = numberUpTo(properties, 'Iops', largest?.iops);
  if (type === 'gp3') {
    const throughputMbps = numberUpTo(properties, 'Throughput', largest?.mbps) ?? GP3_INCLUDED_MBPS;
    return [
      ...aboveIncluded('volume-iops', 'ebs/gp3/iops', details, iops ?? GP3_INCLUDED_IOPS, GP3_INCLUDED_IOPS, count),
      ...aboveIncluded('volume-throughput-mbps', 'ebs/gp3/throughput', details, throughputMbps, GP3_INCLUDED_MBPS, count),
    ];
  }
  if (type !== 'io1' && type !== 'io2') return [];
  if (iops === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'Iops', of: type });
  const charge = { kind: 'volume-iops', details, sku: `ebs/${type}/iops`, group: GROUP } as const;
  // Tiers apply to each volume: the sum of several volumes would reach a cheaper tier that none of them reaches.
  if (type === 'io2' && iops * count.high > IO2_FIRST_TIER_IOPS) {
    return Array.from({ length: Math.ceil(count.high) }, (_, index) => ({
      ...charge,
      quantity: mapInterval(count, (value) => Math.min(Math.max(value - index, 0), 1) * iops),
    }));
  }
  return [{ ...charge, quantity: ofEach(count, iops) }];
}

function aboveIncluded(
  kind: ChargeKind,
  sku: string,
  details: readonly string[],
  provisioned: number,
  included: number,
  count: Interval,
): readonly Charge[] {
  if (provisioned <= included) return [];
  return [
    { kind, details: [...details, `over ${numberText(included)}`], sku, quantity: ofEach(count, provisioned - included), group: GROUP },
  ];
}

function ioCharge(resource: Counted, details: readonly string[], context: UsageContext): Charge {
  return usageCharge(resource, context, {
    kind: 'volume-io-requests',
    details,
    sku: 'ebs/standard/io',
    group: GROUP,
    key: 'ioRequests',
    per: 1_000_000,
  });
}
