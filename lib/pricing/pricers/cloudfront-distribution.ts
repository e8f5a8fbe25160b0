import type { Charge, Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object, optionalText, type Properties } from './properties';
import { ONE, usageCharge } from './quantities';

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
    ...certificateCharges(object(object(resource.properties, 'DistributionConfig'), 'ViewerCertificate')),
  ],
};

/** Dedicated IP addresses for HTTPS have a monthly charge for each certificate; SNI has none. Source: Amazon CloudFront pricing. */
function certificateCharges(certificate: Properties): readonly Charge[] {
  const method = optionalText(certificate, 'SslSupportMethod');
  if (method === 'vip') return [{ kind: 'cdn-dedicated-ip-certificates', sku: 'cloudfront/dedicated-ip', quantity: ONE, group: GROUP }];
  if (method !== 'static-ip') return [];
  throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'ViewerCertificate', feature: 'Anycast static IP addresses' });
}
