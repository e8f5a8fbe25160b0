import type { Pricer } from '../pricer';
import { MILLION, type UsageOf, usageCharge } from './quantities';

const GROUP = 'network and balancer';

/**
 * GraphQL API of AppSync: queries and mutations, real-time updates, and the minutes of connections. A merged API is charged for the
 * requests that it receives. Its cache is a resource of its own.
 */
export const appsyncGraphqlApi: Pricer = {
  types: ['AWS::AppSync::GraphQLApi'],
  charges: (resource, context) => {
    const usage = (charge: UsageOf) => usageCharge(resource, context, charge);
    return [
      usage({
        kind: 'api-requests',
        details: ['GraphQL'],
        sku: 'appsync/operations',
        group: GROUP,
        key: 'apiRequests',
        per: MILLION,
      }),
      usage({ kind: 'api-real-time-updates', sku: 'appsync/real-time-updates', group: GROUP, key: 'apiMessages', per: MILLION }),
      usage({
        kind: 'api-connection-minutes',
        sku: 'appsync/connection-minutes',
        group: GROUP,
        key: 'connectionMinutes',
        per: MILLION,
      }),
    ];
  },
};
