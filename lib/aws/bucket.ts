import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { BuildContext, Client, ComponentOf, Dependency } from './build-context';
import { environmentPrefix } from './names';
import { output } from './outputs';

/** How long an overwritten or deleted object can be brought back. */
const RECOVERABLE_DAYS = 30;

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
    this.bucket.grantReadWrite(client.role);
    client.setEnvironment(`${environmentPrefix(this.node.id)}_BUCKET`, this.bucket.bucketName);
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
