import type { Rule } from '../rule';
import { isAbsent, itemsAt, rawAt } from '../values';

export const cloudfrontOriginAccess: Rule = {
  id: 'cloudfront-origin-access',
  severity: 'warning',
  description: 'Distribution reads a bucket with an origin access identity, which is legacy',
  fix: 'Set OriginAccessControlId, and leave OriginAccessIdentity empty',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      for (const [index, origin] of itemsAt(distribution.properties, 'DistributionConfig', 'Origins').entries()) {
        const identity = rawAt(origin, 'S3OriginConfig', 'OriginAccessIdentity');
        if (!isAbsent(origin, 'OriginAccessControlId')) continue;
        const isText = typeof identity === 'string' && identity !== '';
        if (!isText && context.targetOf('AWS::CloudFront::CloudFrontOriginAccessIdentity', identity) === undefined) continue;
        yield {
          resource: distribution,
          path: `Properties.DistributionConfig.Origins[${index}].S3OriginConfig.OriginAccessIdentity`,
          received: 'set',
          expected: 'an empty string, and OriginAccessControlId',
        };
      }
    }
  },
};
