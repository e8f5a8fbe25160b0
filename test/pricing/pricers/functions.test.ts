import { App, CustomResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as deployment from 'aws-cdk-lib/aws-s3-deployment';
import * as notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as custom from 'aws-cdk-lib/custom-resources';
import { expect, test } from 'vitest';
import { FREE_RESOURCES } from '../../../lib/pricing/free-resources';
import { chargesOf, freeReasonOf, type Resources } from '../../support/charges';

/** Functions that the CDK adds to an app, and one function of the app. */
function resourcesOfTheCdk(): Resources {
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Shop', { env: { region: 'us-east-1' } });
  const bucket = new s3.Bucket(stack, 'Files', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
  new deployment.BucketDeployment(stack, 'Pages', { destinationBucket: bucket, sources: [deployment.Source.data('a', 'b')] });
  new ec2.Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: true });
  new logs.LogRetention(stack, 'Retention', { logGroupName: '/shop', retention: logs.RetentionDays.ONE_WEEK });
  const own = new lambda.Function(stack, 'Own', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = () => {};'),
  });
  bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(own));
  const provider = new custom.Provider(stack, 'Provider', { onEventHandler: own, isCompleteHandler: own });
  new CustomResource(stack, 'Custom', { serviceToken: provider.serviceToken });
  new custom.AwsCustomResource(stack, 'Call', {
    onCreate: { service: 'S3', action: 'listBuckets', physicalResourceId: custom.PhysicalResourceId.of('call') },
    policy: custom.AwsCustomResourcePolicy.fromSdkCalls({ resources: custom.AwsCustomResourcePolicy.ANY_RESOURCE }),
  });
  const { Resources: raw } = app.synth().getStackByName('Shop').template as {
    readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>>;
  };
  return Object.fromEntries(Object.entries(raw).map(([id, { Type, Properties = {} }]) => [id, [Type, Properties]]));
}

const RESOURCES = resourcesOfTheCdk();
const FUNCTIONS = Object.keys(RESOURCES).filter((id) => RESOURCES[id]?.[0] === 'AWS::Lambda::Function');

test('functions that the CDK adds for a deployment are free, and other functions are charged', () => {
  const added = FUNCTIONS.filter((id) => !id.startsWith('Own'));
  expect(added.length).toBeGreaterThanOrEqual(9);
  for (const id of added) expect(freeReasonOf(RESOURCES, id), id).toMatch(/deployed/);
  for (const id of FUNCTIONS.filter((each) => each.startsWith('Own'))) {
    expect(chargesOf(RESOURCES, id), id).toHaveLength(4);
  }
});

test('custom resources of the CDK are free, those that may make anything are not', () => {
  const types = new Set(Object.values(RESOURCES).map(([type]) => type));
  const unknown = [...types].filter((type) => /Custom/.test(type) && !(type in FREE_RESOURCES));
  expect(unknown.sort()).toEqual(['AWS::CloudFormation::CustomResource', 'Custom::AWS']);
});
