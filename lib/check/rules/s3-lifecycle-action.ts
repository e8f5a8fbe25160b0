import { is } from '../property-condition';
import { absent, anyOf, each, unique, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const ACTIONS = [
  'ExpirationInDays',
  'ExpirationDate',
  'ExpiredObjectDeleteMarker',
  'AbortIncompleteMultipartUpload',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionExpirationInDays',
  'NoncurrentVersionTransition',
  'NoncurrentVersionTransitions',
  'Transition',
  'Transitions',
] as const;

export const s3LifecycleAction: Rule = {
  id: 's3-lifecycle-action',
  severity: 'error',
  description: 'Lifecycle rule has no action, an ID of another rule, or removes delete markers next to an expiration or for tags',
  fix: 'Set an action, an ID of its own, and ExpiredObjectDeleteMarker in a rule of its own',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::S3::Bucket',
      unique('LifecycleConfiguration.Rules', 'Id'),
      each(
        'LifecycleConfiguration.Rules',
        anyOf(...ACTIONS),
        when(is('ExpiredObjectDeleteMarker', 'true'), absent('ExpirationInDays'), absent('ExpirationDate'), absent('TagFilters')),
      ),
    ),
};
