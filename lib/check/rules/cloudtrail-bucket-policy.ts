import { createdBefore } from '../created-before';
import type { Rule } from '../rule';

export const cloudtrailBucketPolicy: Rule = {
  id: 'cloudtrail-bucket-policy',
  severity: 'error',
  description: 'Trail writes to a bucket without a policy for CloudTrail, or may be created before the policy, which CloudTrail rejects',
  fix: 'Allow cloudtrail.amazonaws.com s3:GetBucketAcl and s3:PutObject in a bucket policy, and add it to DependsOn of the trail',
  citation: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  *check(context) {
    for (const trail of context.ofType('AWS::CloudTrail::Trail')) {
      const bucket = context.targetOf('AWS::S3::Bucket', trail.properties.S3BucketName);
      if (bucket === undefined) continue;
      const policies = context.ofType('AWS::S3::BucketPolicy').filter(({ properties }) => context.target(properties.Bucket) === bucket);
      const before = createdBefore(trail, context);
      const path = 'Properties.S3BucketName';
      if (policies.length === 0)
        yield { resource: trail, path, received: `${bucket.id}, which has no policy`, expected: 'a bucket with a policy for CloudTrail' };
      else if (!policies.some(({ id }) => before.has(id)))
        yield { resource: trail, path: 'DependsOn', expected: policies.map(({ id }) => id).join(' or ') };
    }
  },
};
