import { has, is } from '../property-condition';
import { each, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const s3ReplicationFilter: Rule = {
  id: 's3-replication-filter',
  severity: 'error',
  description:
    'Replication rule with a filter does not state its priority, or whether it replicates delete markers, or a rule lacks the metrics or the key that it requires',
  fix: 'Set Priority and DeleteMarkerReplication next to Filter, Metrics next to ReplicationTime, and ReplicaKmsKeyID for objects that KMS encrypts',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::S3::Bucket',
      each(
        'ReplicationConfiguration.Rules',
        when(has('Filter'), required('DeleteMarkerReplication'), required('Priority')),
        when(is('Destination.ReplicationTime.Status', 'Enabled'), required('Destination.Metrics')),
        when(
          is('SourceSelectionCriteria.SseKmsEncryptedObjects.Status', 'Enabled'),
          required('Destination.EncryptionConfiguration.ReplicaKmsKeyID'),
        ),
      ),
    ),
};
