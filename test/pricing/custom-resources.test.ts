import { App, CustomResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId, Provider } from 'aws-cdk-lib/custom-resources';
import { describe, expect, test } from 'vitest';
import { priceTemplates } from '../../lib/answers/price-templates';
import { parseTemplate } from '../../lib/cloudformation/parse-template';
import { lineReason } from '../../lib/output/line-reasons';

const BASIC = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const FREE = 'runs a function when it is deployed, whose role allows nothing that creates a resource with a charge';
const allows = (actions: string, Resource: unknown = '*') => ({
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions.split(' '), Resource }] },
});

/** State and reason of the custom resource of a template. */
function answer(template: object, type = 'Custom::Thing'): string {
  const { lineItems } = priceTemplates([parseTemplate(JSON.stringify(template), 'shop.json')], 'us-east-1');
  const line = lineItems.find((each) => each.type === type);
  if (line === undefined) return 'no line';
  return `${line.state}: ${line.excludesUsage === true ? line.name : lineReason(line)}`;
}

function stackWith(role: object, more: object = {}): object {
  const Role = { 'Fn::GetAtt': ['Role', 'Arn'] };
  return {
    Resources: {
      Thing: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Handler', 'Arn'] } } },
      Handler: { Type: 'AWS::Lambda::Function', Properties: { Role, Code: { ZipFile: '' } } },
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'handler', ...role } },
      ...more,
    },
  };
}

const charged = (actions: string) => `usage: Created resources (role allows ${actions})`;

describe('custom resources', () => {
  test.each<[string, object, string]>([
    ['logs alone', { ManagedPolicyArns: [BASIC] }, `free: ${FREE}`],
    [
      'ARN of a partition',
      { ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, BASIC.slice(7)]] }] },
      `free: ${FREE}`,
    ],
    ['reading and deleting', { Policies: [allows('ec2:DescribeImages s3:Get* s3:DeleteObject kms:Decrypt')] }, `free: ${FREE}`],
    ['services without a charge', { Policies: [allows('iam:* iam:CreateRole organizations:EnableAWSServiceAccess')] }, `free: ${FREE}`],
    ['all of CloudWatch Logs, which charges for data', { Policies: [allows('logs:*')] }, `free: ${FREE}`],
    ['jobs of a pipeline', { Policies: [allows('codepipeline:PutJobSuccessResult sns:PublishBatch')] }, `free: ${FREE}`],
    ['a role of another account', { Policies: [allows('sts:AssumeRole')] }, charged('sts:AssumeRole')],
    ['data of a bucket', { Policies: [allows('s3:PutObject* s3:CopyObject s3:Abort*', { Ref: 'Files' })] }, `free: ${FREE}`],
    ['an instance', { Policies: [allows('ec2:DescribeImages ec2:RunInstances')] }, charged('ec2:RunInstances')],
    ['two of three', { Policies: [allows('glue:CreateJob glue:GetJob glue:StartJobRun')] }, charged('glue:CreateJob and 1 more')],
    ['a wildcard', { Policies: [allows('s3:*')] }, charged('s3:*')],
    ['a wildcard that also reads', { Policies: [allows('ec2:D* ec2:*')] }, charged('ec2:D* and 1 more')],
    ['everything', { Policies: [allows('*')] }, charged('*')],
    ['all but', { Policies: [{ PolicyDocument: { Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' } } }] }, charged('*')],
    [
      'nothing but a denial',
      { Policies: [{ PolicyDocument: { Statement: { Effect: 'Deny', Action: '*', Resource: '*' } } }] },
      `free: ${FREE}`,
    ],
    ['an unknown policy', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] }, charged('*')],
    ['a policy for reading', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess'] }, `free: ${FREE}`],
    ['another role', { Policies: [allows('sts:AssumeRole')] }, charged('sts:AssumeRole')],
    ['any function', { Policies: [allows('lambda:InvokeFunction')] }, charged('lambda:InvokeFunction')],
  ])('%s', (_, role, expected) => {
    expect(answer(stackWith(role))).toBe(expected);
  });

  test.each<[string, object]>([
    ['AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] }],
    ['AWS::IAM::ManagedPolicy', { Roles: ['handler'] }],
    ['AWS::IAM::RolePolicy', { RoleName: { Ref: 'Role' } }],
  ])('%s that is attached to the role counts', (Type, attached) => {
    const Policy = { Type, Properties: { ...attached, ...allows('rds:CreateDBInstance') } };
    expect(answer(stackWith({ ManagedPolicyArns: [BASIC] }, { Policy }))).toBe(charged('rds:CreateDBInstance'));
    expect(answer(stackWith({ ManagedPolicyArns: [BASIC] }, { Policy: { Type, Properties: allows('rds:CreateDBInstance') } }))).toBe(
      `free: ${FREE}`,
    );
  });

  test('functions that its function invokes count', () => {
    const worker = (actions: string) => ({
      Worker: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Hands', 'Arn'] } } },
      Hands: { Type: 'AWS::IAM::Role', Properties: { Policies: [allows(actions)] } },
    });
    const role = { Policies: [allows('lambda:InvokeFunction', { 'Fn::GetAtt': ['Worker', 'Arn'] })] };
    expect(answer(stackWith(role, worker('ec2:DescribeVpcs')))).toBe(`free: ${FREE}`);
    expect(answer(stackWith(role, worker('eks:CreateCluster')))).toBe(charged('eks:CreateCluster'));
    const itself = { Roles: [{ Ref: 'Role' }], ...allows('lambda:InvokeFunction', { 'Fn::GetAtt': ['Handler', 'Arn'] }) };
    expect(answer(stackWith({}, { Policy: { Type: 'AWS::IAM::Policy', Properties: itself } }))).toBe(`free: ${FREE}`);
  });

  test('what a function or role outside of the template allows is unknown', () => {
    const token = { Resources: { Thing: { Type: 'Custom::Thing', Properties: { ServiceToken: 'arn:aws:sns:us-east-1:1:a' } } } };
    expect(answer(token)).toBe('usage: Created resources (function outside of the template)');
    const imported = stackWith({}, { Handler: { Type: 'AWS::Lambda::Function', Properties: { Role: 'arn:aws:iam::1:role/a' } } });
    expect(answer(imported)).toBe('usage: Created resources (role outside of the template)');
  });

  test.each<[unknown, string]>([
    [undefined, `free: ${FREE}`],
    [['AmazonS3ReadOnlyAccess', { Statement: [{ Effect: 'Allow', Action: 'ec2:DescribeSubnets', Resource: '*' }] }], `free: ${FREE}`],
    [[{ Statement: [{ Effect: 'Allow', Action: 'sagemaker:CreateEndpoint', Resource: '*' }] }], charged('sagemaker:CreateEndpoint')],
    ['AdministratorAccess', charged('*')],
    [[{ S3CrudPolicy: { BucketName: 'files' } }], charged('*')],
  ])('policies of a function of SAM: %j', (Policies, expected) => {
    const Handler = { Type: 'AWS::Serverless::Function', Properties: { InlineCode: 'a', Runtime: 'nodejs22.x', Policies } };
    const Thing = { Type: 'AWS::CloudFormation::CustomResource', Properties: { ServiceToken: { 'Fn::GetAtt': ['Handler', 'Arn'] } } };
    const template = { Transform: 'AWS::Serverless-2016-10-31', Resources: { Thing, Handler } };
    expect(answer(template, 'AWS::CloudFormation::CustomResource')).toBe(expected);
  });

  test.each<[string, string]>([
    ['ec2:DescribeImages', `free: ${FREE}`],
    ['ec2:AllocateAddress', charged('ec2:AllocateAddress')],
  ])('the provider framework and the SDK calls of the CDK: %s', (action, expected) => {
    const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
    const stack = new Stack(app, 'Shop', { env: { region: 'us-east-1' } });
    const onEventHandler = new lambda.Function(stack, 'Own', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = () => {};'),
      initialPolicy: [new iam.PolicyStatement({ actions: [action], resources: ['*'] })],
    });
    const { serviceToken } = new Provider(stack, 'Provider', { onEventHandler });
    new CustomResource(stack, 'Custom', { serviceToken, resourceType: 'Custom::Thing' });
    const [service = '', name = ''] = action.split(':');
    new AwsCustomResource(stack, 'Call', {
      onCreate: { service, action: name, physicalResourceId: PhysicalResourceId.of('call') },
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE }),
    });
    const { template } = app.synth().getStackByName('Shop');
    expect([answer(template), answer(template, 'Custom::AWS')]).toEqual([expected, expected]);
  });
});
