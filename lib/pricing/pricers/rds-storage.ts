import type { TemplateResource } from '../../cloudformation/template-resource';
import { rdsGp3Speed } from '../../core/gp3';
import { certain } from '../../core/interval';
import type { ChargeKind } from '../charge-kinds';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { LARGEST, numberUpTo, requireUpTo } from './largest-amounts';
import { optionalNumber, optionalText, type Properties, requiredNumber } from './properties';
import { numberText, usageCharge } from './quantities';

const GROUP = 'database';

/** How many servers a database runs on, which decides its prices. */
export interface Deployment {
  /** Last part of the names of prices. */
  readonly sku: string;
  /** Name in the brackets of lines. */
  readonly name: string;
  /** Number of servers. */
  readonly servers: number;
  /** Type of storage that states neither a type nor IOPS. Default: `gp3`. */
  readonly defaultStorage?: string;
}

/**
 * Storage with its IOPS and backups. `MaxAllocatedStorage` lets RDS grow the storage, which never shrinks: the largest size is in high.
 * Declared usage is that of the stated size. Source: Amazon RDS user guide, storage autoscaling.
 */
export function storageCharges(
  resource: TemplateResource,
  properties: Properties,
  deployment: Deployment,
  context: PricingContext,
): readonly Charge[] {
  const iops = numberUpTo(properties, 'Iops', LARGEST.databaseIops);
  const type = optionalText(properties, 'StorageType') ?? (iops === undefined ? (deployment.defaultStorage ?? 'gp3') : 'io1');
  const sizeGb = requiredNumber(properties, 'AllocatedStorage');
  requireUpTo('AllocatedStorage', sizeGb, LARGEST.databaseStorageGib);
  const { sku, name } = deployment;
  const largestGb = context.declaresUsageOf(resource)
    ? sizeGb
    : Math.max(sizeGb, numberUpTo(properties, 'MaxAllocatedStorage', LARGEST.databaseStorageGib) ?? 0);
  const backup = {
    kind: 'database-backup-gb-months',
    details: ['above the free allocation'],
    sku: 'rds/backup',
    group: 'storage and backup',
    key: 'backupGb',
  } as const;
  return [
    {
      kind: 'database-storage-gb-months',
      details: [type, name, ...(largestGb > sizeGb ? [`grows to ${numberText(largestGb)} GB`] : [])],
      sku: `rds/storage/${type}/${sku}`,
      quantity: { low: sizeGb, mid: sizeGb, high: largestGb },
      group: GROUP,
    },
    ...speedCharges({ type, sizeGb, iops }, properties, deployment),
    ...(type === 'standard' ? [readsAndWrites(resource, context)] : []),
    ...(retentionDays(properties) === 0 ? [] : [usageCharge(resource, context, backup)]),
  ];
}

interface Storage {
  readonly type: string;
  readonly sizeGb: number;
  readonly iops: number | undefined;
}

function speedCharges({ type, sizeGb, iops }: Storage, properties: Properties, { sku, name }: Deployment): readonly Charge[] {
  if (type === 'io1' || type === 'io2') {
    if (iops === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'Iops', of: type });
    return [
      { kind: 'database-storage-iops', details: [type, name], sku: `rds/iops/${type}/${sku}`, quantity: certain(iops), group: GROUP },
    ];
  }
  if (type !== 'gp3') return [];
  const included = rdsGp3Speed(sizeGb);
  const throughputMbps = numberUpTo(properties, 'StorageThroughput', LARGEST.databaseThroughputMbps);
  return [
    ...aboveIncluded('database-storage-iops', `rds/iops/gp3/${sku}`, name, iops, included.iops),
    ...aboveIncluded('database-storage-throughput-mbps', `rds/throughput/gp3/${sku}`, name, throughputMbps, included.mibps),
  ];
}

function aboveIncluded(
  kind: ChargeKind,
  sku: string,
  deployment: string,
  provisioned: number | undefined,
  included: number,
): readonly Charge[] {
  if (provisioned === undefined || provisioned <= included) return [];
  const details = ['gp3', deployment, `over ${numberText(included)}`];
  return [{ kind, details, sku, quantity: certain(provisioned - included), group: GROUP }];
}

function readsAndWrites(resource: TemplateResource, context: PricingContext): Charge {
  return usageCharge(resource, context, {
    kind: 'database-io-requests',
    details: ['Magnetic'],
    sku: 'rds/io/standard',
    group: GROUP,
    key: 'ioRequests',
    per: 1_000_000,
  });
}

/** The default retention of backups is one day; a replica has no backups. */
function retentionDays(properties: Properties): number {
  return optionalNumber(properties, 'BackupRetentionPeriod') ?? (properties.SourceDBInstanceIdentifier === undefined ? 1 : 0);
}
