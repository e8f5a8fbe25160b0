import { Names, Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import type { BuildContext, ComponentOf } from '../build-context';
import { Bucket } from '../data/bucket';
import { output } from '../outputs';

/** Path of the bucket that is public; all other files are private. */
const PUBLIC_PATH = '/static';

/** CloudFront distribution for the static files of a bucket. The bucket stays private: CloudFront signs its requests. */
export class Cdn extends Construct {
  /** The distribution. */
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, component: ComponentOf<'cdn'>, { built, observability }: BuildContext) {
    super(scope, component.id);
    const { bucket } = built(component.origin, Bucket);
    const access = new cloudfront.S3OriginAccessControl(this, 'Access', { originAccessControlName: accessName(this) });
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `static files of ${component.origin}`,
      defaultBehavior: {
        // withOriginAccessControl would let the distribution read the whole bucket.
        origin: origins.S3BucketOrigin.withBucketDefaults(bucket, {
          originPath: PUBLIC_PATH,
          originAccessControlId: access.originAccessControlId,
        }),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
        compress: true,
      },
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_ALL,
      logBucket: observability.accessLogs,
      logFilePrefix: `${component.id}/`,
    });
    this.distribution = distribution;
    allowPublicFiles(bucket, distribution);
    acknowledge(distribution, {
      CFR1: 'Static files need no geographic restrictions.',
      CFR2: 'Static files in a bucket run no code that a web application firewall would protect.',
      CFR4: 'CloudFront sets the TLS policy of cloudfront.net names; with a custom domain, TLS 1.2 is the minimum.',
    });
    output(this, 'Domain', distribution.distributionDomainName, 'Domain name of the CDN');
  }
}

function allowPublicFiles(bucket: s3.IBucket, distribution: cloudfront.Distribution): void {
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      actions: ['s3:GetObject'],
      principals: [new iam.ServicePrincipal('cloudfront.amazonaws.com')],
      resources: [bucket.arnForObjects(`${PUBLIC_PATH.slice(1)}/*`)],
      conditions: { StringEquals: { 'aws:SourceArn': distribution.distributionArn } },
    }),
  );
}

/** Largest length of the name of an origin access control. */
const ACCESS_NAME_CHARACTERS = 64;

/** Name of the origin access control. It must be unique in the account across regions, and a stack may be in two regions. */
function accessName(cdn: Cdn): string {
  const { region } = Stack.of(cdn);
  return `${Names.uniqueResourceName(cdn, { maxLength: ACCESS_NAME_CHARACTERS - region.length - 1 })}-${region}`;
}
