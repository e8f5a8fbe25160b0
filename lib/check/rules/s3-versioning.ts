import { isPresent } from '../property';
import type { Rule } from '../rule';
import { flagAt, stringAt, UNKNOWN } from '../values';

export const s3Versioning: Rule = {
  id: 's3-versioning',
  severity: 'error',
  description: 'Bucket replicates objects without versioning, or locks objects without Object Lock, which S3 rejects',
  fix: 'Set VersioningConfiguration.Status to Enabled, or ObjectLockEnabled to true',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      const status = stringAt(bucket.properties, 'VersioningConfiguration', 'Status');
      const isLocked = flagAt(bucket.properties, 'ObjectLockEnabled');
      if (isPresent(bucket.properties, 'ReplicationConfiguration') && status !== 'Enabled' && status !== UNKNOWN && isLocked !== true)
        yield { resource: bucket, path: 'Properties.VersioningConfiguration.Status', expected: 'Enabled, because the bucket replicates' };
      if (isPresent(bucket.properties, 'ObjectLockConfiguration') && isLocked !== true && isLocked !== UNKNOWN)
        yield { resource: bucket, path: 'Properties.ObjectLockEnabled', expected: 'true, because the bucket has ObjectLockConfiguration' };
    }
  },
};
