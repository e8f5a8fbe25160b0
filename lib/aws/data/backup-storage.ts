import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BACKUP_STORAGE, DUMP_RECOVERABLE_DAYS } from '../../model/backup-storage';
import { acknowledge } from '../acknowledge';
import type { Observability } from '../observability';

/**
 * The bucket for dumps of data stores in a cluster: encrypted, private, TLS only, versioned, and retained when the stack is
 * deleted. The jobs that write dumps also delete old ones.
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
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** Name of the bucket. */
  get bucketName(): string {
    return this.bucket.bucketName;
  }

  /** Allows a role to write, list and delete the dumps of one component, but not to read them, which only a restore needs. */
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
        'Names of dumps contain their time of creation; the statement is limited to the folder of the component.',
    });
  }
}
