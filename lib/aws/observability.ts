import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge';

const KEPT_DAYS = 90;

/**
 * Where access logs of load balancers, buckets and the CDN go. One bucket in every tier: one that came and went with the
 * CDN would leave its logs behind in a bucket that no stack knows.
 */
export class Observability extends Construct {
  readonly accessLogs: s3.Bucket;

  constructor(scope: Construct) {
    super(scope, 'observability');
    this.accessLogs = new s3.Bucket(this, 'AccessLogs', {
      // Load balancers can write only to buckets that S3 itself encrypts.
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      // CloudFront delivers its logs with an access control list.
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(KEPT_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.accessLogs, { S1: 'This is the bucket that access logs go to; logging its own access would never end.' });
  }
}
