import { Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { WholeApp } from '../whole-app';

export const staticSite: WholeApp = {
  name: 'static-site',
  build: (app) => {
    const stack = new Stack(app, 'Site');
    const bucket = new s3.Bucket(stack, 'Pages', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, enforceSSL: true });
    const distribution = new cloudfront.Distribution(stack, 'Cdn', {
      defaultRootObject: 'index.html',
      defaultBehavior: { origin: S3BucketOrigin.withOriginAccessControl(bucket) },
    });
    const zone = new route53.PublicHostedZone(stack, 'Zone', { zoneName: 'example.com' });
    new route53.ARecord(stack, 'Alias', { zone, target: route53.RecordTarget.fromAlias(new CloudFrontTarget(distribution)) });
  },
  usage: {
    Pages: { storedGb: 50, putRequests: 10_000, getRequests: 1_000_000 },
    Cdn: { cdnOutGb: 2_048, cdnRequests: 20_000_000 },
    Zone: { dnsQueries: 5_000_000 },
  },
  // Storage and requests of S3, transfer and HTTPS requests of CloudFront in the United States, zone and queries of Route 53:
  // https://aws.amazon.com/s3/pricing/, https://aws.amazon.com/cloudfront/pricing/, https://aws.amazon.com/route53/pricing/.
  handWorkedUsd: [...[50 * 0.023, 10 * 0.005, 1_000 * 0.0004], ...[2_048 * 0.085, 2_000 * 0.01], ...[0.5, 5 * 0.4]],
};
