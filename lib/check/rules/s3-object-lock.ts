import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isFlag, stringAt } from '../values';

export const s3ObjectLock: Rule = {
  id: 's3-object-lock',
  severity: 'error',
  description: 'Bucket with Object Lock suspends versioning, or its default retention has both days and years',
  fix: 'Set versioning to Enabled or leave it out, and keep Days or Years',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      const retention = 'ObjectLockConfiguration.Rule.DefaultRetention';
      if (['Days', 'Years'].every((name) => isPresent(bucket.properties, `${retention}.${name}`)))
        yield { resource: bucket, path: `Properties.${retention}`, received: 'Days and Years', expected: 'one of both' };
      if (
        isFlag(true, bucket.properties, 'ObjectLockEnabled') &&
        stringAt(bucket.properties, 'VersioningConfiguration', 'Status') === 'Suspended'
      )
        yield {
          resource: bucket,
          path: 'Properties.VersioningConfiguration.Status',
          received: 'Suspended with Object Lock',
          expected: 'Enabled',
        };
    }
  },
};
