import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BACKUP_STORAGE, DUMP_RECOVERABLE_DAYS } from '../../model/backup-storage';
import { acknowledge } from '../acknowledge';
import type { Observability } from '../observability';

/**
 * Where data stores in a cluster are dumped to: a bucket that is encrypted, private, over TLS only, versioned, and kept
 * when the stack is deleted. Who dumps deletes its old dumps too.
 */
export class BackupStorage extends Construct {
  private readonly bucket: s3.Bucket;

  constructor(scope: Construct, { accessLogs }: Observability) {
    super(scope, BACKUP_STORAGE);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(DUMP_RECOVERABLE_DAYS),
          noncurrentVersionExpiration: Duration.days(DUMP_RECOVERABLE_DAYS),
          expiredObjectDeleteMarker: true,
        },
      ],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: `buckets/${BACKUP_STORAGE}/`,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  /** Lets a role write, list and delete the dumps of one component; reading them is for who restores. */
  admit(role: iam.Role, component: string): void {
    const { bucket } = this;
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
        resources: [bucket.arnForObjects(`${component}/*`)],
      }),
    );
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': `${component}/*` } },
      }),
    );
    const logicalId = Stack.of(this).resolve((bucket.node.defaultChild as s3.CfnBucket).logicalId);
    acknowledge(role, {
      [`IAM5[Resource::<${logicalId}.Arn>/${component}/*]`]:
        'Dumps are named by the time when they are made, in a folder of their component.',
    });
  }
}
