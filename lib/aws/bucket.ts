import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import type { BuildContext, Client, ComponentOf, Dependency } from './build-context';
import { environmentPrefix } from './names';
import { output } from './outputs';

/** How long an overwritten or deleted object can be brought back. */
const RECOVERABLE_DAYS = 30;

/** What reading and writing objects takes, and no more: their locks and the bucket's settings stay closed. */
const OBJECT_ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'] as const;

/** Files in S3: encrypted, private, over TLS only, versioned, kept when the stack is deleted. */
export class Bucket extends Construct implements Dependency {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, component: ComponentOf<'bucket'>, { observability }: BuildContext) {
    super(scope, component.id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      // Keys of S3 itself: as strong as a customer key, and free of a charge for each request.
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [lifecycleOf(component)],
      serverAccessLogsBucket: observability.accessLogs,
      serverAccessLogsPrefix: `buckets/${component.id}/`,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    output(this, 'Name', this.bucket.bucketName, 'Name of the bucket');
  }

  serve(client: Client): void {
    const everyObject = this.bucket.arnForObjects('*');
    client.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [...OBJECT_ACTIONS], resources: [everyObject] }));
    client.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }));
    client.setEnvironment(`${environmentPrefix(this.node.id)}_BUCKET`, this.bucket.bucketName);
    acknowledge(client.role, {
      [`IAM5[Resource::<${this.logicalId()}.Arn>/*]`]:
        'Objects get their names when they are written; the actions are those of reading and writing them.',
    });
  }

  private logicalId(): string {
    return Stack.of(this).resolve((this.bucket.node.defaultChild as s3.CfnBucket).logicalId);
  }
}

function lifecycleOf({ infrequentAccessAfterDays }: ComponentOf<'bucket'>): s3.LifecycleRule {
  const transitions =
    infrequentAccessAfterDays === undefined
      ? {}
      : {
          transitions: [{ storageClass: s3.StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(infrequentAccessAfterDays) }],
        };
  return {
    ...transitions,
    abortIncompleteMultipartUploadAfter: Duration.days(7),
    noncurrentVersionExpiration: Duration.days(RECOVERABLE_DAYS),
  };
}
