import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import { logRetentionRole } from './log-retention';

const RETENTION_DAYS = 90;

/**
 * The bucket for access logs of load balancers, buckets and the CDN. Every tier has it: if only tiers with a CDN had it, a
 * smaller tier would leave the retained bucket behind, outside of any stack.
 */
export class Observability extends Construct {
  /** The bucket for access logs. */
  readonly accessLogs: s3.Bucket;
  private retentionRole: iam.IRole | undefined;

  constructor(scope: Construct) {
    super(scope, 'observability');
    this.accessLogs = new s3.Bucket(this, 'AccessLogs', {
      // Load balancers can write only to buckets with SSE-S3 encryption.
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      // CloudFront delivers its logs with an access control list.
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(RETENTION_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      // Also after a failed creation: the test file of a load balancer is in it, and CloudFormation deletes only empty buckets. A
      // repeated creation makes another bucket, because this one has no fixed name.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.accessLogs, { S1: 'This bucket stores access logs; logging access to it would create an endless loop.' });
  }

  /** The role of the function that limits the retention of the logs of databases. Created on first use. */
  get logRetentionRole(): iam.IRole {
    this.retentionRole ??= logRetentionRole(this);
    return this.retentionRole;
  }
}
