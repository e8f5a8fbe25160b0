import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain } from '../../core/interval';
import type { ChargeKind } from '../charge-kinds';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { auroraInstanceCharges, isAurora } from './aurora';
import { LARGEST, numberUpTo, requireUpTo } from './largest-amounts';
import { managedSecretCharges } from './managed-secret';
import { flag, list, optionalNumber, optionalText, type Properties, requiredNumber, requiredText } from './properties';
import { addressCharge } from './public-address';
import { numberText, ONE, ONE_MONTH_HOURS, usageCharge } from './quantities';
import { rdsSupportCharges } from './rds-extended-support';
import { clusterOf, withInherited } from './rds-source';

const GROUP = 'database';

/** RDS DB instance, or an instance of an Aurora cluster. */
export const rdsDbInstance: Pricer = {
  types: ['AWS::RDS::DBInstance'],
  charges: (resource, context) => {
    const properties = withInherited(resource, context);
    const cluster = clusterOf(resource, context);
    const engine = (optionalText(properties, 'Engine') ?? optionalText(cluster?.properties ?? {}, 'Engine'))?.toLowerCase();
    if (engine === undefined) throw new UnreadableProperty({ kind: 'outside-template', resource: 'source-database' });
    const shared = [
      ...insightsCharges(properties),
      ...logCharges(resource, context),
      ...addressCharges(properties),
      ...managedSecretCharges(resource),
    ];
    if (isAurora(engine)) return [...auroraInstanceCharges(resource, engine, cluster, context), ...shared];
    return [...serverCharges(resource, engine, properties, context), ...storageCharges(resource, properties, context), ...shared];
  },
};

function deploymentOf(properties: Properties): { readonly sku: string; readonly name: string; readonly servers: number } {
  return flag(properties, 'MultiAZ', false)
    ? { sku: 'multi-az', name: 'Multi-AZ', servers: 2 }
    : { sku: 'single-az', name: 'Single-AZ', servers: 1 };
}

/** RDS runs later burstable classes in unlimited mode, and T2 in standard mode. Source: Amazon RDS user guide, DB instance class types. */
const UNLIMITED = /^db\.t(?!2\.)\d/;

function serverCharges(resource: TemplateResource, engine: string, properties: Properties, context: PricingContext): readonly Charge[] {
  const instanceClass = requiredText(properties, 'DBInstanceClass');
  const { sku, name } = deploymentOf(properties);
  const credits = {
    kind: 'cpu-credit-vcpu-hours',
    details: [instanceClass],
    sku: 'rds/cpu-credits',
    group: GROUP,
    key: 'surplusCreditVcpuHours',
  } as const;
  return [
    {
      kind: 'database-instance-hours',
      details: [instanceClass, name],
      sku: `rds/${engine}/${instanceClass}/${sku}`,
      quantity: ONE_MONTH_HOURS,
      group: GROUP,
    },
    ...rdsSupportCharges(resource, { engine, properties, servers: deploymentOf(properties).servers }, context),
    ...(UNLIMITED.test(instanceClass) ? [usageCharge(resource, context, credits)] : []),
  ];
}

/** IOPS and throughput of gp3 that are included, depending on the size. Source: Amazon RDS user guide, gp3 storage. */
const GP3_LARGE_FROM_GB = 400;
const GP3_SMALL = { iops: 3_000, throughputMbps: 125 };
const GP3_LARGE = { iops: 12_000, throughputMbps: 500 };

/**
 * Storage with its IOPS and backups. `MaxAllocatedStorage` lets RDS grow the storage, which never shrinks: the largest size is in high.
 * Declared usage is that of the stated size. Source: Amazon RDS user guide, storage autoscaling.
 */
function storageCharges(resource: TemplateResource, properties: Properties, context: PricingContext): readonly Charge[] {
  const iops = numberUpTo(properties, 'Iops', LARGEST.databaseIops);
  const type = optionalText(properties, 'StorageType') ?? (iops === undefined ? 'gp3' : 'io1');
  const sizeGb = requiredNumber(properties, 'AllocatedStorage');
  requireUpTo('AllocatedStorage', sizeGb, LARGEST.databaseStorageGib);
  const { sku, name } = deploymentOf(properties);
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
    ...speedCharges(type, sizeGb, iops, properties),
    ...(type === 'standard' ? [readsAndWrites(resource, context)] : []),
    ...(retentionDays(properties) === 0 ? [] : [usageCharge(resource, context, backup)]),
  ];
}

function speedCharges(type: string, sizeGb: number, iops: number | undefined, properties: Properties): readonly Charge[] {
  const { sku, name } = deploymentOf(properties);
  if (type === 'io1' || type === 'io2') {
    if (iops === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'Iops', of: type });
    return [
      { kind: 'database-storage-iops', details: [type, name], sku: `rds/iops/${type}/${sku}`, quantity: certain(iops), group: GROUP },
    ];
  }
  if (type !== 'gp3') return [];
  const included = sizeGb < GP3_LARGE_FROM_GB ? GP3_SMALL : GP3_LARGE;
  const throughputMbps = numberUpTo(properties, 'StorageThroughput', LARGEST.databaseThroughputMbps);
  return [
    ...aboveIncluded('database-storage-iops', `rds/iops/gp3/${sku}`, name, iops, included.iops),
    ...aboveIncluded('database-storage-throughput-mbps', `rds/throughput/gp3/${sku}`, name, throughputMbps, included.throughputMbps),
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

/**
 * Days of retention for which Performance Insights has no charge. Source: Amazon RDS Performance Insights pricing. Since its end of
 * life on 2026-07-31 the same price is billed as Database Insights. Source: Amazon RDS user guide, USER_PerfInsights.Enabling.
 */
const FREE_INSIGHTS_DAYS = 7;

function insightsCharges(properties: Properties): readonly Charge[] {
  const days = optionalNumber(properties, 'PerformanceInsightsRetentionPeriod') ?? FREE_INSIGHTS_DAYS;
  if (days <= FREE_INSIGHTS_DAYS || !flag(properties, 'EnablePerformanceInsights', false)) return [];
  return [
    {
      kind: 'database-insights',
      details: [`${days} days of retention`],
      sku: 'rds/performance-insights',
      quantity: ONE,
      group: 'observability and security',
    },
  ];
}

/** Logs that the database writes to CloudWatch. No template contains their log groups. */
function logCharges(resource: TemplateResource, context: PricingContext): readonly Charge[] {
  const { properties } = resource;
  const exports = list(properties, 'EnableCloudwatchLogsExports').length > 0;
  if (!exports && (optionalNumber(properties, 'MonitoringInterval') ?? 0) === 0) return [];
  const group = 'observability and security';
  return [
    usageCharge(resource, context, {
      kind: 'database-log-ingest-gb',
      details: ['exported by the database'],
      sku: 'logs/ingest',
      group,
      key: 'logIngestGb',
    }),
    usageCharge(resource, context, {
      kind: 'database-log-storage-gb-months',
      details: ['exported by the database'],
      sku: 'logs/storage',
      group,
      key: 'logStoredGb',
    }),
  ];
}

/** A database has a public address only if it is publicly accessible. */
function addressCharges(properties: Properties): readonly Charge[] {
  return flag(properties, 'PubliclyAccessible', false) ? [addressCharge(ONE)] : [];
}
