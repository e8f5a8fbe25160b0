import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** REST API of API Gateway, charged by requests. Its cache is a charge of the stage. */
export const apigatewayRestApi: Pricer = {
  types: ['AWS::ApiGateway::RestApi'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'api-requests',
      details: ['REST'],
      sku: 'api-gateway/rest/requests',
      group: 'network and balancer',
      key: 'apiRequests',
      per: 1_000_000,
    }),
  ],
};
