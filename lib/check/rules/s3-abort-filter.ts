import { has } from '../property-condition';
import { absent, each, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const s3AbortFilter: Rule = {
  id: 's3-abort-filter',
  severity: 'error',
  description: 'Lifecycle rule aborts uploads that have tags, which S3 rejects: an upload has none before it is complete',
  fix: 'Abort incomplete uploads in a rule without TagFilters',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::S3::Bucket',
      each('LifecycleConfiguration.Rules', when(has('TagFilters'), absent('AbortIncompleteMultipartUpload'))),
    ),
};
