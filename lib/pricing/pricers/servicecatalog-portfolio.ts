import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Portfolio of AWS Service Catalog, charged by the API calls that users make to its products. */
export const servicecatalogPortfolio: Pricer = {
  types: ['AWS::ServiceCatalog::Portfolio'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'catalog-api-calls',
      sku: 'service-catalog/api-calls',
      group: 'observability and security',
      key: 'catalogApiCalls',
    }),
  ],
};
