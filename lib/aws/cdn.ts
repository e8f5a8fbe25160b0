import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import { Bucket } from './bucket';
import type { BuildContext, ComponentOf } from './build-context';
import { output } from './outputs';

/** Only what is below this path of the bucket is public; the rest of it stays private files. */
const PUBLIC_PATH = '/static';
const LOGS_KEPT_DAYS = 90;

/** CloudFront in front of the static files of a bucket, which stays private: CloudFront signs its requests. */
export class Cdn extends Construct {
  constructor(scope: Construct, component: ComponentOf<'cdn'>, { built }: BuildContext) {
    super(scope, component.id);
    const { bucket } = built(component.origin, Bucket);
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `static files of ${component.origin}`,
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(bucket, { originPath: PUBLIC_PATH }),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
        compress: true,
      },
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_ALL,
      logBucket: this.logBucket(),
    });
    acknowledge(distribution, {
      CFR1: 'Static files have no legal reason to be closed to a country.',
      CFR2: 'Static files in a bucket run no code that a firewall would protect.',
      CFR4: 'Under its own cloudfront.net name CloudFront sets the policy itself; with a domain of yours TLS 1.2 is the least.',
    });
    output(this, 'Domain', distribution.distributionDomainName, 'Domain name of the CDN');
  }

  /** Apart from other logs: CloudFront delivers with an access control list, which those do not need. */
  private logBucket(): s3.Bucket {
    const bucket = new s3.Bucket(this, 'Logs', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(LOGS_KEPT_DAYS) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(bucket, { S1: 'It holds access logs itself; logging its own access would never end.' });
    return bucket;
  }
}
