import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** CloudFront function, charged by invocations. */
export const cloudfrontFunction: Pricer = {
  types: ['AWS::CloudFront::Function'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'cdn-function-invocations',
      sku: 'cloudfront/function-invocations',
      group: 'transfer',
      key: 'invocations',
      per: 1_000_000,
    }),
  ],
};
