import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineReason } from '../../../lib/output/line-reasons';
import { UnreadableProperty } from '../../../lib/pricing/property-problem';
import { chargesOf, freeReasonOf, type Resources, rawCharges, type Use } from '../../support/charges';

const one = (type: string, properties: Record<string, unknown> = {}, use: Record<string, number> = {}) =>
  chargesOf({ It: [type, properties] }, 'It', { It: use });

describe('AWS::ElasticLoadBalancingV2::LoadBalancer', () => {
  const TYPE = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
  const SUBNETS = { Subnets: ['a', 'b', 'c'] };

  test('with the required properties only: an application load balancer with an address in each subnet', () => {
    expect(one(TYPE, SUBNETS)).toEqual([
      'Load balancer hours (application): 730 of elb/application/hours',
      'Load balancer capacity units (application): 0 of elb/application/lcu, assumed',
      'Public IPv4 address hours: 2190 of ipv4/hours',
    ]);
  });

  test.each([
    ['application', { newConnectionsPerSecond: 50, activeConnections: 3_000, processedGbPerHour: 1 }, 2],
    ['application', { newConnectionsPerSecond: 25, activeConnections: 9_000, processedGbPerHour: 1 }, 3],
    ['application', { newConnectionsPerSecond: 25, activeConnections: 3_000, processedGbPerHour: 4 }, 4],
    ['network', { newConnectionsPerSecond: 800, activeConnections: 500_000, processedGbPerHour: 2 }, 5],
    ['gateway', { newConnectionsPerSecond: 3_600, activeConnections: 0, processedGbPerHour: 2 }, 6],
  ])('capacity units of %s are those of the dimension that needs most: %j need %i', (Type, use, units) => {
    expect(one(TYPE, { ...SUBNETS, Type, Scheme: 'internal' }, use)).toEqual([
      `Load balancer hours (${Type}): 730 of elb/${Type}/hours`,
      `Load balancer capacity units (${Type}): ${units * 730} of elb/${Type}/lcu, assumed`,
    ]);
  });

  test('more of any dimension never needs fewer units', () => {
    const amount = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(amount, amount, amount, fc.nat({ max: 1_000 }), (connections, active, gb, more) => {
        const units = (extra: number) => {
          const use = { newConnectionsPerSecond: connections, activeConnections: active, processedGbPerHour: gb + extra };
          return rawCharges({ It: [TYPE, SUBNETS] }, 'It', { It: use })[1]?.quantity.mid ?? -1;
        };
        expect(units(more)).toBeGreaterThanOrEqual(units(0));
        expect(units(more)).toBeGreaterThanOrEqual((gb + more) * 730);
      }),
    );
  });

  test('its assumption names where every dimension is from', () => {
    const assumption = (use: Use) => lineReason({ reason: rawCharges({ It: [TYPE, SUBNETS] }, 'It', use)[1]?.assumption ?? null });
    expect(assumption({ It: { newConnectionsPerSecond: 1, activeConnections: 1, processedGbPerHour: 1 } })).toBe(
      'the maximum of: declared newConnectionsPerSecond; declared activeConnections; declared processedGbPerHour',
    );
    expect(assumption({})).toBe(
      'the maximum of: no usage declared (newConnectionsPerSecond); no usage declared (activeConnections); no usage declared (processedGbPerHour)',
    );
    expect(() => assumption({ It: { activeConnections: 1 } })).toThrow('but not its newConnectionsPerSecond');
  });

  test('rules above ten are counted for each request', () => {
    const rules = (count: number): Resources =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `Rule${index}`,
          ['AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: { Ref: 'Listener' } }],
        ]),
      );
    const charged = (count: number) =>
      chargesOf(
        { It: [TYPE, SUBNETS], Listener: ['AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: { Ref: 'It' } }], ...rules(count) },
        'It',
        { It: { newConnectionsPerSecond: 0, activeConnections: 0, processedGbPerHour: 0, requestsPerSecond: 500 } },
      )[1];
    expect(charged(10)).toBe('Load balancer capacity units (application): 0 of elb/application/lcu, assumed');
    expect(charged(14)).toBe('Load balancer capacity units (application): 1460 of elb/application/lcu, assumed');
  });

  test.each([
    [{ ...SUBNETS, Scheme: 'internal' }, 0],
    [{ ...SUBNETS, IpAddressType: 'dualstack-without-public-ipv4' }, 0],
    [{ Type: 'network', SubnetMappings: [{ SubnetId: 'a', AllocationId: 'eip' }, { SubnetId: 'b' }] }, 1],
    [{ Type: 'network', SubnetMappings: [{ SubnetId: 'a', AllocationId: 'eip' }] }, 0],
  ])('public addresses of %j: %i', (properties, addresses) => {
    const charge = `Public IPv4 address hours: ${addresses * 730} of ipv4/hours`;
    expect(one(TYPE, properties).slice(2)).toEqual(addresses === 0 ? [] : [charge]);
  });

  test.each([
    [{}, 'Subnets is missing'],
    [{ Subnets: 'subnet-1' }, 'Subnets decides the price and is not a list'],
    [{ ...SUBNETS, Type: 'magic' }, 'Type decides the price and is not one of application, network, gateway: "magic"'],
  ])('%j cannot be priced', (properties, message) => {
    expect(() => one(TYPE, properties)).toThrow(UnreadableProperty);
    expect(() => one(TYPE, properties)).toThrow(message);
  });
});

test('AWS::ElasticLoadBalancing::LoadBalancer', () => {
  const TYPE = 'AWS::ElasticLoadBalancing::LoadBalancer';
  expect(one(TYPE, { Subnets: ['a', 'b'] }, { processedGbPerHour: 2 })).toEqual([
    'Load balancer hours (classic): 730 of elb/classic/hours',
    'Load balancer data processed (classic): 1460 of elb/classic/data, assumed',
    'Public IPv4 address hours: 1460 of ipv4/hours',
  ]);
  expect(one(TYPE, { Scheme: 'internal' })).toHaveLength(2);
  expect(() => one(TYPE)).toThrow('Subnets is missing');
});

// One subnet per zone, and at least two of an application load balancer: Elastic Load Balancing API reference, CreateLoadBalancer.
// us-east-1 has six zones, of which `Fn::GetAZs` lists those with a default subnet: AWS CloudFormation user guide, Fn::GetAZs.
test.each([
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: { Ref: 'SubnetIds' } }, '1460 – 4380 – 4380', '2 to 6'],
  [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    { Type: 'network', Subnets: { 'Fn::Split': [',', { Ref: 'Ids' }] } },
    '730 – 4380 – 4380',
    '1 to 6',
  ],
  ['AWS::ElasticLoadBalancing::LoadBalancer', { AvailabilityZones: { 'Fn::GetAZs': '' } }, '730 – 4380 – 4380', '1 to 6'],
])('%s with %j has an address in each zone that is possible', (type, properties, hours, zones) => {
  expect(one(type, properties)).toContain(`Public IPv4 address hours (in ${zones} zones): ${hours} of ipv4/hours`);
});

test('AWS::EC2::EIP', () => {
  expect(one('AWS::EC2::EIP')).toEqual(['Public IPv4 address hours: 730 of ipv4/hours']);
});

test('AWS::EC2::NatGateway', () => {
  expect(one('AWS::EC2::NatGateway', {}, { natProcessedGb: 120 })).toEqual([
    'NAT gateway hours: 730 of nat/hours',
    'NAT gateway data processed: 120 of nat/data, assumed',
  ]);
});

// Amazon OpenSearch Serverless, "Data plane access through AWS PrivateLink": an interface endpoint with a network interface in each subnet.
test('AWS::OpenSearchServerless::VpcEndpoint is an interface endpoint in each of its subnets', () => {
  const SubnetIds = ['subnet-1', 'subnet-2'];
  expect(chargesOf({ It: ['AWS::OpenSearchServerless::VpcEndpoint', { SubnetIds, VpcId: 'vpc-1' }] }, 'It')).toEqual([
    'VPC endpoint hours (Interface): 1460 of vpc-endpoint/hours',
    'VPC endpoint data processed (Interface): 0 of vpc-endpoint/data, assumed',
  ]);
});

describe('AWS::EC2::VPCEndpoint', () => {
  const TYPE = 'AWS::EC2::VPCEndpoint';
  test('an interface is billed in each subnet', () => {
    expect(one(TYPE, { VpcEndpointType: 'Interface', SubnetIds: ['a', 'b', 'c'] }, { processedGbPerHour: 1 })).toEqual([
      'VPC endpoint hours (Interface): 2190 of vpc-endpoint/hours',
      'VPC endpoint data processed (Interface): 730 of vpc-endpoint/data, assumed',
    ]);
    expect(one(TYPE, { VpcEndpointType: 'Interface', SubnetIds: { Ref: 'SubnetIds' } })).toContain(
      'VPC endpoint hours (Interface, in 1 to 6 zones): 730 – 4380 – 4380 of vpc-endpoint/hours',
    );
    expect(() => one(TYPE, { VpcEndpointType: 'Interface' })).toThrow('SubnetIds is missing');
  });

  test('a gateway is free', () => {
    expect(freeReasonOf({ It: [TYPE, {}] }, 'It')).toBe('gateway endpoints have no charge');
    expect(freeReasonOf({ It: [TYPE, { VpcEndpointType: 'Gateway' }] }, 'It')).toBe('gateway endpoints have no charge');
  });
});

test('AWS::EC2::FlowLog', () => {
  expect(freeReasonOf({ It: ['AWS::EC2::FlowLog', {}] }, 'It')).toBe('billed as ingestion of the log group that it writes to');
  expect(one('AWS::EC2::FlowLog', { LogDestinationType: 's3' }, { logIngestGb: 9 })).toEqual([
    'Flow log delivery (to s3): 9 of logs/delivery-to-s3, assumed',
  ]);
});

test('AWS::EC2::TransitGatewayAttachment', () => {
  expect(one('AWS::EC2::TransitGatewayAttachment', {}, { processedGbPerHour: 3 })).toEqual([
    'Transit gateway attachment hours: 730 of transit-gateway/hours',
    'Transit gateway data processed: 2190 of transit-gateway/data, assumed',
  ]);
});

test('AWS::EC2::VPNConnection', () => {
  expect(one('AWS::EC2::VPNConnection')).toEqual(['VPN connection hours: 730 of vpn/hours']);
});

test('AWS::CloudFront::Distribution', () => {
  expect(one('AWS::CloudFront::Distribution', {}, { cdnOutGb: 500, cdnRequests: 2_000_000 })).toEqual([
    'CloudFront data transfer out: 500 of cloudfront/out, assumed',
    'CloudFront HTTPS requests: 200 of cloudfront/https-requests, assumed',
  ]);
});

test.each(['AWS::Route53::HostedZone', 'AWS::ServiceDiscovery::PrivateDnsNamespace'])('%s', (type) => {
  expect(one(type, {}, { dnsQueries: 5_000_000 })).toEqual([
    'Hosted zones: 1 of route53/hosted-zone',
    'DNS queries: 5 of route53/queries, assumed',
  ]);
});

const OUTSIDE = ' (endpoint outside of AWS)';

test('AWS::Route53::HealthCheck', () => {
  const check = (HealthCheckConfig: Record<string, unknown>) => one('AWS::Route53::HealthCheck', { HealthCheckConfig });
  const ofEndpoint = [
    'Health checks: 1 – 1 – 0 of route53/health-check',
    `Health checks${OUTSIDE}: 0 – 0 – 1 of route53/health-check-outside`,
  ];
  expect(check({ Type: 'HTTP' })).toEqual(ofEndpoint);
  expect(check({ Type: 'HTTPS_STR_MATCH', RequestInterval: 10, MeasureLatency: true })).toEqual([
    ...ofEndpoint,
    'Health check optional features: 4 – 4 – 0 of route53/health-check-feature',
    `Health check optional features${OUTSIDE}: 0 – 0 – 4 of route53/health-check-feature-outside`,
  ]);
  expect(check({ Type: 'CALCULATED' })).toEqual(['Health checks: 1 of route53/health-check']);
});
