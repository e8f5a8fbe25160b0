import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

const GROUP = 'transfer';

/** CloudFront distribution: data transfer to viewers, and their requests. */
export const cloudfrontDistribution: Pricer = {
  types: ['AWS::CloudFront::Distribution'],
  charges: (resource, context) => [
    usageCharge(resource, context, { kind: 'cdn-gb', sku: 'cloudfront/out', group: GROUP, key: 'cdnOutGb' }),
    usageCharge(resource, context, {
      kind: 'cdn-requests',
      sku: 'cloudfront/https-requests',
      group: GROUP,
      key: 'cdnRequests',
      per: 10_000,
    }),
  ],
};
