import { HOURS_PER_MONTH, SECONDS_PER_MONTH } from '../../core/time';
import type { Pricer } from '../pricer';
import { requiredText } from './properties';
import { MILLION, usageCharge } from './quantities';

/** ElastiCache Serverless: stored gigabytes and processing units (ECPU). A simple request of up to a kilobyte uses one ECPU. */
export const elasticacheServerlessCache: Pricer = {
  types: ['AWS::ElastiCache::ServerlessCache'],
  charges: (resource, context) => {
    const engine = requiredText(resource.properties, 'Engine').toLowerCase();
    const sku = `elasticache/serverless/${engine}`;
    return [
      usageCharge(resource, context, {
        kind: 'cache-storage-gb-hours',
        details: ['serverless', engine],
        sku: `${sku}/storage`,
        group: 'cache',
        key: 'storedGb',
        per: 1 / HOURS_PER_MONTH,
      }),
      usageCharge(resource, context, {
        kind: 'cache-processing-units',
        details: ['serverless', engine],
        sku: `${sku}/ecpu`,
        group: 'cache',
        key: 'requestsPerSecond',
        per: MILLION / SECONDS_PER_MONTH,
      }),
    ];
  },
};
