import { intrinsicOf } from '../../cloudformation/references';
import type { CheckContext } from '../check-context';
import type { Rule } from '../rule';
import { isAbsent, rawAt, stringAt } from '../values';

export const cloudfrontLogBucket: Rule = {
  id: 'cloudfront-log-bucket',
  severity: 'error',
  description:
    'Distribution writes its logs to a bucket without access control lists, or names it without its domain, which CloudFront rejects',
  fix: 'Set ObjectOwnership of the bucket to BucketOwnerPreferred in OwnershipControls, and name it by its domain, such as logs.s3.amazonaws.com',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
  unsettled:
    'A bucket that was created before April 2023 may have access control lists without the property; the rule requires the property. The domain: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_LoggingConfig.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      const config = distribution.properties.DistributionConfig;
      const name = rawAt(config, 'Logging', 'Bucket');
      if (isWithoutDomain(name, context))
        yield {
          resource: distribution,
          path: 'Properties.DistributionConfig.Logging.Bucket',
          received: typeof name === 'string' ? name : 'the name of a bucket',
          expected: 'the domain of a bucket, such as logs.s3.amazonaws.com',
        };
      const bucket = context.targetOf('AWS::S3::Bucket', name);
      if (bucket === undefined) continue;
      const ownership = stringAt(bucket.properties, 'OwnershipControls', 'Rules', 0, 'ObjectOwnership');
      if (ownership !== 'BucketOwnerEnforced' && !isAbsent(bucket.properties, 'OwnershipControls')) continue;
      yield {
        resource: distribution,
        path: 'Properties.DistributionConfig.Logging.Bucket',
        received: `${bucket.id}, whose access control lists are off`,
        expected: 'a bucket with ObjectOwnership BucketOwnerPreferred or ObjectWriter',
      };
    }
  },
};

/** Whether a value is a name without a dot, or a Ref, which is the name of a bucket. */
function isWithoutDomain(value: unknown, context: CheckContext): boolean {
  const isRef = intrinsicOf(value)?.[0] === 'Ref' && context.targetOf('AWS::S3::Bucket', value) !== undefined;
  return isRef || (typeof value === 'string' && value !== '' && !value.includes('.'));
}
