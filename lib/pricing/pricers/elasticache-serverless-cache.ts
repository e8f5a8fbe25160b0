import type { TemplateResource } from '../../cloudformation/template-resource';
import { mapInterval } from '../../core/interval';
import { HOURS_PER_MONTH, SECONDS_PER_MONTH } from '../../core/time';
import type { Charge, Pricer } from '../pricer';
import { snapshotCharges } from './elasticache-nodes';
import { object, optionalNumber, requiredText } from './properties';
import { MILLION, usageCharge } from './quantities';

/**
 * Data that a cache without data is charged for, GB, by engine. Source: Amazon ElastiCache pricing, ElastiCache Serverless: "metered for
 * a minimum of 1 GB", 100 MB for Valkey.
 */
const METERED_GB: Readonly<Record<string, number>> = { valkey: 0.1 };
const OTHERS_METERED_GB = 1;

/**
 * ElastiCache Serverless: stored gigabytes and processing units (ECPU), each at least the minimum of the cache. A simple request of up
 * to a kilobyte uses one ECPU.
 */
export const elasticacheServerlessCache: Pricer = {
  types: ['AWS::ElastiCache::ServerlessCache'],
  charges: (resource, context) => {
    const engine = requiredText(resource.properties, 'Engine').toLowerCase();
    const sku = `elasticache/serverless/${engine}`;
    const { storedGb, unitsPerSecond } = minimumOf(resource, engine);
    const storage = usageCharge(resource, context, {
      kind: 'cache-storage-gb-hours',
      details: ['serverless', engine],
      sku: `${sku}/storage`,
      group: 'cache',
      key: 'storedGb',
      per: 1 / HOURS_PER_MONTH,
    });
    const units = usageCharge(resource, context, {
      kind: 'cache-processing-units',
      details: ['serverless', engine],
      sku: `${sku}/ecpu`,
      group: 'cache',
      key: 'requestsPerSecond',
      per: MILLION / SECONDS_PER_MONTH,
    });
    return [
      atLeast(storage, storedGb * HOURS_PER_MONTH),
      atLeast(units, (unitsPerSecond * SECONDS_PER_MONTH) / MILLION),
      ...snapshotCharges(resource, context),
    ];
  },
};

/** Amounts that are charged for without any use. Source: Amazon ElastiCache user guide, "Pre-scaling using ElastiCache Serverless". */
function minimumOf({ properties }: TemplateResource, engine: string): { readonly storedGb: number; readonly unitsPerSecond: number } {
  const limits = object(properties, 'CacheUsageLimits');
  const metered = (Object.hasOwn(METERED_GB, engine) ? METERED_GB[engine] : undefined) ?? OTHERS_METERED_GB;
  return {
    storedGb: Math.max(metered, optionalNumber(object(limits, 'DataStorage'), 'Minimum') ?? 0),
    unitsPerSecond: optionalNumber(object(limits, 'ECPUPerSecond'), 'Minimum') ?? 0,
  };
}

function atLeast(charge: Charge, least: number): Charge {
  return { ...charge, quantity: mapInterval(charge.quantity, (quantity) => Math.max(quantity, least)) };
}
