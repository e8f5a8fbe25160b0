import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

export const s3AccelerationName: Rule = {
  id: 's3-acceleration-name',
  severity: 'error',
  description: 'Bucket with Transfer Acceleration has a period in its name',
  fix: 'Choose a name without periods, or suspend the acceleration',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAccelerateConfiguration.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      const name = stringAt(bucket.properties, 'BucketName');
      const isOn = stringAt(bucket.properties, 'AccelerateConfiguration', 'AccelerationStatus') === 'Enabled';
      if (!isOn || !isKnownString(name) || !name.includes('.')) continue;
      yield { resource: bucket, path: 'Properties.BucketName', received: shown(name), expected: 'a name without periods' };
    }
  },
};
