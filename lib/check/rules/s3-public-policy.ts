import { bucketStatements, isAnyone } from '../policies';
import type { Rule } from '../rule';
import { isAbsent, isFlag } from '../values';

export const s3PublicPolicy: Rule = {
  id: 's3-public-policy',
  severity: 'error',
  description: 'Bucket policy is public, and the bucket blocks public policies, as every new bucket does: S3 rejects the policy',
  fix: 'Serve the objects with CloudFront and an origin access control, or set BlockPublicPolicy to false',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  unsettled: 'A bucket that was created before April 2023 may not block public policies; the rule expects a new bucket',
  *check(context) {
    for (const { resource, path, principal, condition } of bucketStatements(context)) {
      const bucket = context.targetOf('AWS::S3::Bucket', resource.properties.Bucket);
      if (bucket === undefined || condition !== undefined || !isAnyone(principal)) continue;
      const settings = 'PublicAccessBlockConfiguration';
      if (!isAbsent(bucket.properties, settings) && !isFlag(true, bucket.properties, settings, 'BlockPublicPolicy')) continue;
      yield {
        resource,
        path: `${path}.Principal`,
        received: `"*", and ${bucket.id} blocks public policies`,
        expected: 'a principal or a condition, or a bucket with BlockPublicPolicy false',
      };
    }
  },
};
