import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { auroraInstanceCharges, isAurora } from './aurora';
import { managedSecretCharges } from './managed-secret';
import { flag, optionalNumber, optionalText, type Properties, requiredText } from './properties';
import { ONE, ONE_MONTH_HOURS, usageCharge } from './quantities';
import { databaseAddressCharges, isInDefaultVpc } from './rds-addresses';
import { rdsSupportCharges } from './rds-extended-support';
import { databaseLogCharges } from './rds-logs';
import { clusterOf, withInherited } from './rds-source';
import { type Deployment, storageCharges } from './rds-storage';

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
      ...databaseLogCharges(resource, context),
      ...databaseAddressCharges({ isPublicByDefault: !isAurora(engine) && isInDefaultVpc(properties), servers: 1 }, properties),
      ...managedSecretCharges(resource),
    ];
    if (isAurora(engine)) return [...auroraInstanceCharges(resource, engine, cluster, context), ...shared];
    return [
      ...serverCharges(resource, engine, properties, context),
      ...storageCharges(resource, properties, deploymentOf(properties), context),
      ...shared,
    ];
  },
};

function deploymentOf(properties: Properties): Deployment {
  return flag(properties, 'MultiAZ', false)
    ? { sku: 'multi-az', name: 'Multi-AZ', servers: 2 }
    : { sku: 'single-az', name: 'Single-AZ', servers: 1 };
}

/** RDS runs later burstable classes in unlimited mode, and T2 in standard mode. Source: Amazon RDS user guide, DB instance class types. */
const UNLIMITED = /^db\.t(?!2\.)\d/;

function serverCharges(resource: TemplateResource, engine: string, properties: Properties, context: PricingContext): readonly Charge[] {
  const instanceClass = requiredText(properties, 'DBInstanceClass');
  const { sku, name, servers } = deploymentOf(properties);
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
    ...rdsSupportCharges(resource, { engine, properties, servers }, context),
    ...(UNLIMITED.test(instanceClass) ? [usageCharge(resource, context, credits)] : []),
  ];
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
