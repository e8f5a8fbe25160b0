import { createdBefore } from '../created-before';
import { balancerType, LOAD_BALANCER } from '../elb';
import type { Rule } from '../rule';
import { itemsAt, rawAt, stringAt } from '../values';

export const elbLogBucket: Rule = {
  id: 'elb-log-bucket',
  severity: 'error',
  description: 'Load balancer writes access logs to a bucket without a policy, or with an encryption that it cannot use',
  fix: 'Add a bucket policy, DependsOn it, and encrypt the bucket of an Application Load Balancer with SSE-S3',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  *check(context) {
    for (const balancer of context.ofType(LOAD_BALANCER)) {
      const attributes = itemsAt(balancer.properties, 'LoadBalancerAttributes');
      const attribute = (name: string) => attributes.find((item) => stringAt(item, 'Key') === name);
      if (stringAt(attribute('access_logs.s3.enabled'), 'Value') !== 'true') continue;
      const bucket = context.targetOf('AWS::S3::Bucket', rawAt(attribute('access_logs.s3.bucket'), 'Value'));
      if (bucket === undefined) continue;
      const policies = context.ofType('AWS::S3::BucketPolicy').filter(({ properties }) => context.target(properties.Bucket) === bucket);
      const before = createdBefore(balancer, context);
      if (policies.length === 0)
        yield {
          resource: bucket,
          path: 'Properties',
          received: 'without a bucket policy',
          expected: `a policy for the logs of ${balancer.id}`,
        };
      else if (!policies.some(({ id }) => before.has(id)))
        yield { resource: balancer, path: 'DependsOn', expected: policies.map(({ id }) => id).join(' or ') };
      const rules = itemsAt(bucket.properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration');
      const isKms = rules.some((rule) => String(stringAt(rule, 'ServerSideEncryptionByDefault', 'SSEAlgorithm')).startsWith('aws:kms'));
      if (isKms && balancerType(balancer) === 'application')
        yield { resource: bucket, path: 'Properties.BucketEncryption', received: 'a key of AWS KMS', expected: 'AES256, the keys of S3' };
    }
  },
};
