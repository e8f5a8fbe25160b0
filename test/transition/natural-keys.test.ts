import { describe, expect, test } from 'vitest';
import { classAndRules, type RawResource, transition } from './support';

const resource = (Type: string, Properties: object): RawResource => ({ Type, Properties: { ...Properties } });

/** A resource that gets another logical id in one update. */
const renamed = (type: string, properties: object) =>
  classAndRules(transition({ Old: resource(type, properties) }, { X: resource(type, properties) }), 'X');

describe('a resource that gets another logical id', () => {
  // CloudFormation CLI user guide, "Resource type handler contract": a create handler fails with AlreadyExists when a resource with
  // the primary identifier exists. The identifiers are those of the schemas of the types.
  test.each([
    ['AWS::Kinesis::Stream', { Name: 'orders' }],
    ['AWS::OpenSearchService::Domain', { DomainName: 'search' }],
    ['AWS::Glue::Database', { DatabaseName: 'lake' }],
    ['AWS::SES::EmailIdentity', { EmailIdentity: 'example.com' }],
    ['AWS::Athena::WorkGroup', { Name: 'reports' }],
    ['AWS::Logs::MetricFilter', { LogGroupName: 'api', FilterName: 'errors' }],
    ['AWS::ApiGateway::BasePathMapping', { DomainName: 'api.example.com' }],
    ['AWS::Lambda::EventSourceMapping', { EventSourceArn: 'arn:aws:sqs:us-east-1:123456789012:q', FunctionName: 'worker' }],
    ['AWS::CloudFront::Distribution', { DistributionConfig: { Aliases: ['www.example.com'] } }],
    ['AWS::CloudFront::CachePolicy', { CachePolicyConfig: { Name: 'static' } }],
    ['AWS::EC2::NatGateway', { AllocationId: 'eipalloc-1', SubnetId: 'subnet-1' }],
    ['AWS::EC2::Subnet', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' }],
    ['AWS::DynamoDB::Table', { TableName: 'orders' }],
    ['AWS::RDS::DBProxy', { DBProxyName: 'orders' }],
  ])('is rejected with the key of %s', (type, properties) => {
    expect(renamed(type, properties)).toBe('rejected natural-key-collision');
  });

  test.each([
    ['AWS::Kinesis::Stream', {}],
    ['AWS::Logs::MetricFilter', { LogGroupName: 'api' }],
    ['AWS::EC2::NatGateway', { ConnectivityType: 'private', SubnetId: 'subnet-1' }],
    ['AWS::CloudFront::Distribution', { DistributionConfig: { Enabled: true } }],
    ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }],
  ])('is created where the name of %s is generated', (type, properties) => {
    expect(renamed(type, properties)).toBe('created');
  });
});

// EC2 API reference, error codes: InvalidSubnet.Conflict and Resource.AlreadyAssociated.
test('a subnet that moves to another zone has the range of the previous one, and its NAT gateway the address', () => {
  const network = (zone: string) => ({
    X: resource('AWS::EC2::Subnet', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', AvailabilityZone: zone }),
    Nat: resource('AWS::EC2::NatGateway', { AllocationId: 'eipalloc-1', SubnetId: { Ref: 'X' } }),
  });
  const moved = transition(network('us-east-1a'), network('us-east-1b'));
  expect([classAndRules(moved, 'X'), classAndRules(moved, 'Nat')]).toEqual([
    'rejected natural-key-collision',
    'rejected natural-key-collision',
  ]);
});
