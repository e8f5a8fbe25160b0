import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Database of the Glue Data Catalog, charged by requests. The free million of requests and objects of the account is left out. */
export const glueDatabase: Pricer = {
  types: ['AWS::Glue::Database'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'catalog-requests',
      sku: 'glue/catalog-requests',
      group: 'storage and backup',
      key: 'apiCalls',
      per: 1_000_000,
    }),
  ],
};
