import { Names, Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import { Bucket } from './bucket';
import type { BuildContext, ComponentOf } from './build-context';
import { output } from './outputs';

/** Only what is below this path of the bucket is public; the rest of it stays private files. */
const PUBLIC_PATH = '/static';

/** CloudFront in front of the static files of a bucket, which stays private: CloudFront signs its requests. */
export class Cdn extends Construct {
  constructor(scope: Construct, component: ComponentOf<'cdn'>, { built, observability }: BuildContext) {
    super(scope, component.id);
    const { bucket } = built(component.origin, Bucket);
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `static files of ${component.origin}`,
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(bucket, {
          originPath: PUBLIC_PATH,
          originAccessControl: new cloudfront.S3OriginAccessControl(this, 'Access', { originAccessControlName: accessName(this) }),
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
    acknowledge(distribution, {
      CFR1: 'Static files have no legal reason to be closed to a country.',
      CFR2: 'Static files in a bucket run no code that a firewall would protect.',
      CFR4: 'Under its own cloudfront.net name CloudFront sets the policy itself; with a domain of yours TLS 1.2 is the least.',
    });
    output(this, 'Domain', distribution.distributionDomainName, 'Domain name of the CDN');
  }
}

/** Longest name of an origin access control. */
const ACCESS_NAME_CHARACTERS = 64;

/** Its name must be the only one of the account, in all regions: the same stack may be in two. */
function accessName(cdn: Cdn): string {
  const { region } = Stack.of(cdn);
  return `${Names.uniqueResourceName(cdn, { maxLength: ACCESS_NAME_CHARACTERS - region.length - 1 })}-${region}`;
}
