import { is } from '../property-condition';
import { absent, each, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const s3EncryptionKey: Rule = {
  id: 's3-encryption-key',
  severity: 'error',
  description: 'Bucket sets a KMS key with an SSE algorithm other than KMS, which S3 rejects',
  fix: 'Set SSEAlgorithm to aws:kms, or remove KMSMasterKeyID',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::S3::Bucket',
      each(
        'BucketEncryption.ServerSideEncryptionConfiguration',
        when(is('ServerSideEncryptionByDefault.SSEAlgorithm', 'AES256'), absent('ServerSideEncryptionByDefault.KMSMasterKeyID')),
      ),
    ),
};
