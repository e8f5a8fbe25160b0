import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { TierStack } from 'sizing-blueprints';
import { shop } from './sizing.config';

const REGION = 'eu-west-1';

/** The tier, and a stack of the app's own resources that read its queue. */
export function shopStacks(app: App, tier: 'small' | 'large') {
  const shopStack = new TierStack(app, 'Shop', { system: shop, tier, region: REGION, imageTag: '1.4.2' });

  const reports = new Stack(app, 'Reports', { env: { region: REGION } });
  const bucket = new s3.Bucket(reports, 'Bucket', { encryption: s3.BucketEncryption.S3_MANAGED });
  const writer = new lambda.Function(reports, 'Writer', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async ({ Records }) => console.log(Records.length);'),
    timeout: Duration.seconds(30),
  });
  bucket.grantPut(writer);
  writer.addEventSource(new SqsEventSource(shopStack.queues.orders));

  return { shopStack, reports };
}
