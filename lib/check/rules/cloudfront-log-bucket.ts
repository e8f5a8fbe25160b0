import type { Rule } from '../rule';
import { isAbsent, rawAt, stringAt } from '../values';

export const cloudfrontLogBucket: Rule = {
  id: 'cloudfront-log-bucket',
  severity: 'error',
  description: 'Distribution writes its logs to a bucket without access control lists, which CloudFront rejects',
  fix: 'Set ObjectOwnership of the bucket to BucketOwnerPreferred in OwnershipControls',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
  unsettled:
    'A bucket that was created before April 2023 may have access control lists without the property; the rule requires the property',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      const config = distribution.properties.DistributionConfig;
      const bucket = context.targetOf('AWS::S3::Bucket', rawAt(config, 'Logging', 'Bucket'));
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
