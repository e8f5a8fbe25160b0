import type { TemplateResource } from '../../cloudformation/template-resource';
import { isBurstable } from '../../core/burstable';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { LARGEST, requireUpTo } from './largest-amounts';
import { knownWord, object, requiredNumber, requiredText } from './properties';
import { eitherOf, hoursOf, ONE_MONTH_HOURS, usageCharge } from './quantities';
import { rdsSupportCharges, requireStandardSupport } from './rds-extended-support';
import { isIoOptimized } from './rds-source';
import { scaledCount } from './scaling';

const GROUP = 'database';
const SERVERLESS_CLASS = 'db.serverless';
const IO_OPTIMIZED = 'aurora/io-optimized';

/** Whether an engine is Aurora. */
export function isAurora(engine: string): boolean {
  return engine.startsWith('aurora');
}

/** Prefix of the prices of a cluster: I/O-Optimized storage, which includes reads and writes, has its own prices. */
export function auroraSku(cluster: TemplateResource | undefined): string {
  return isIoOptimized(cluster) ? IO_OPTIMIZED : 'aurora';
}

/**
 * Charges of an instance of an Aurora cluster; the cluster has the charges of the storage. The storage of a cluster outside of the template,
 * which decides the price, may be I/O-Optimized.
 */
export function auroraInstanceCharges(
  resource: TemplateResource,
  engine: string,
  cluster: TemplateResource | undefined,
  context: PricingContext,
): readonly Charge[] {
  const instanceClass = requiredText(resource.properties, 'DBInstanceClass');
  const skus = auroraSku(cluster);
  const supported = { engine, properties: { ...cluster?.properties, ...resource.properties }, servers: 1 };
  if (instanceClass === SERVERLESS_CLASS) {
    requireStandardSupport(supported);
    return [capacityCharge(resource, cluster, `${skus}/serverless-v2`, context)];
  }
  const credits = {
    kind: 'cpu-credit-vcpu-hours',
    details: [instanceClass],
    sku: 'aurora/cpu-credits',
    group: GROUP,
    key: 'surplusCreditVcpuHours',
  } as const;
  return [
    ...(cluster === undefined
      ? eitherOf(hoursAt('aurora', instanceClass, 'Aurora Standard'), hoursAt(IO_OPTIMIZED, instanceClass, 'Aurora I/O-Optimized'))
      : [hoursAt(skus, instanceClass, 'Aurora')]),
    ...rdsSupportCharges(resource, supported, context),
    ...(isBurstable(instanceClass) ? [usageCharge(resource, context, credits)] : []),
  ];
}

function hoursAt(skus: string, instanceClass: string, storage: string): Charge {
  const sku = `${skus}/${instanceClass}`;
  return { kind: 'database-instance-hours', details: [instanceClass, storage], sku, quantity: ONE_MONTH_HOURS, group: GROUP };
}

/** Capacity unit hours: low is the minimum of the cluster, high its maximum; mid is declared, otherwise the minimum. */
function capacityCharge(resource: TemplateResource, cluster: TemplateResource | undefined, sku: string, context: PricingContext): Charge {
  if (cluster === undefined) throw new UnreadableProperty({ kind: 'outside-template', resource: 'database-cluster' });
  const scaling = object(cluster.properties, 'ServerlessV2ScalingConfiguration');
  const bounds = { min: requiredNumber(scaling, 'MinCapacity'), max: requiredNumber(scaling, 'MaxCapacity') };
  requireUpTo('MaxCapacity', bounds.max, LARGEST.auroraCapacityUnits);
  return {
    kind: 'database-capacity-unit-hours',
    details: ['Serverless v2'],
    sku,
    quantity: hoursOf(scaledCount(resource, bounds, context)),
    group: GROUP,
  };
}

/** Source: AWS CloudFormation, AWS::RDS::DBCluster, EngineMode. All but `serverless` have instances. */
const ENGINE_MODES = ['provisioned', 'serverless', 'parallelquery', 'global', 'multimaster'] as const;

/** Charges of a cluster without its instances: storage, reads and writes, and backups, all of them by usage. */
export function auroraClusterCharges(cluster: TemplateResource, context: PricingContext): readonly Charge[] {
  if (knownWord(cluster.properties, 'EngineMode', ENGINE_MODES, 'provisioned') === 'serverless') {
    throw new UnreadableProperty({
      kind: 'unlisted-value',
      property: 'EngineMode',
      value: 'serverless',
      known: 'provisioned-aurora-and-serverless-v2',
    });
  }
  const io = {
    kind: 'database-io-requests',
    details: ['Aurora'],
    sku: 'aurora/io',
    group: GROUP,
    key: 'ioRequests',
    per: 1_000_000,
  } as const;
  const backup = {
    kind: 'database-backup-gb-months',
    details: ['Aurora'],
    sku: 'aurora/backup',
    group: 'storage and backup',
    key: 'backupGb',
  } as const;
  return [
    usageCharge(cluster, context, {
      kind: 'database-storage-gb-months',
      details: ['Aurora'],
      sku: `${auroraSku(cluster)}/storage`,
      group: GROUP,
      key: 'storedGb',
    }),
    ...(isIoOptimized(cluster) ? [] : [usageCharge(cluster, context, io)]),
    usageCharge(cluster, context, backup),
  ];
}
