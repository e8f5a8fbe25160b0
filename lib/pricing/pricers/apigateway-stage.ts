import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { flag, requiredText } from './properties';
import { ONE_MONTH_HOURS } from './quantities';

/** Stage of a REST API: a part of the API, and its cache, which is charged by size for each hour. */
export const apigatewayStage: Pricer = {
  types: ['AWS::ApiGateway::Stage'],
  charges: ({ properties }) => {
    if (!flag(properties, 'CacheClusterEnabled', false)) return [];
    const size = requiredText(properties, 'CacheClusterSize');
    return [
      {
        kind: 'api-cache-hours',
        details: [`${size} GB`],
        sku: `api-gateway/cache/${size}gb`,
        quantity: ONE_MONTH_HOURS,
        group: 'cache',
      },
    ];
  },
  freeReason: () => billedAs('api-requests'),
};
