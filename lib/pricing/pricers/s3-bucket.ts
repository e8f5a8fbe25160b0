import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

const GROUP = 'storage and backup';

/** S3 bucket: storage at the price of the standard class, and requests. */
export const s3Bucket: Pricer = {
  types: ['AWS::S3::Bucket'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'object-storage-gb-months',
      details: ['Standard'],
      sku: 's3/standard/storage',
      group: GROUP,
      key: 'storedGb',
    }),
    usageCharge(resource, context, {
      kind: 'object-write-requests',
      details: ['Standard'],
      sku: 's3/put',
      group: GROUP,
      key: 'putRequests',
      per: 1_000,
    }),
    usageCharge(resource, context, {
      kind: 'object-read-requests',
      details: ['Standard'],
      sku: 's3/get',
      group: GROUP,
      key: 'getRequests',
      per: 1_000,
    }),
  ],
};
