import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { blueprintOf } from '../support/blueprints';
import { resourcesOf, templateOf } from '../support/templates';

const with0 = blueprintOf({ natGateways: 0, components: [] });
const with1 = blueprintOf({ natGateways: 1, components: [] });
const with2 = blueprintOf({ natGateways: 2, components: [] });
const with3 = blueprintOf({ natGateways: 3, components: [] });

function subnetsOf(blueprint: Blueprint) {
  return Object.fromEntries(Object.entries(resourcesOf(blueprint)).filter(([, { Type }]) => Type === 'AWS::EC2::Subnet'));
}

describe('network', () => {
  test.each([with0, with1, with2, with3])('has $network.natGateways NAT gateways when the blueprint has as many', (blueprint) => {
    templateOf(blueprint).resourceCountIs('AWS::EC2::NatGateway', blueprint.network.natGateways);
  });

  test('has the same nine subnets, by id and by all properties, with any number of NAT gateways', () => {
    expect(Object.keys(subnetsOf(with0))).toHaveLength(9);
    for (const other of [with1, with2, with3]) expect(subnetsOf(other)).toEqual(subnetsOf(with0));
  });

  test('is in three zones by id, which are the same places in every account', () => {
    const subnets = Object.values(subnetsOf(with0)).map(({ Properties }) => Properties);
    expect([...new Set(subnets.map(({ AvailabilityZoneId }) => AvailabilityZoneId))].sort()).toEqual(['use1-az1', 'use1-az2', 'use1-az4']);
    for (const subnet of subnets) expect(subnet).not.toHaveProperty('AvailabilityZone');
  });

  test('is in three zones by name when the blueprint names them', () => {
    const subnetZones = { by: 'name', zones: ['us-east-1b', 'us-east-1d', 'us-east-1f'] } as const;
    const subnets = Object.values(subnetsOf({ ...with0, network: { ...with0.network, subnetZones } })).map(({ Properties }) => Properties);
    expect([...new Set(subnets.map(({ AvailabilityZone }) => AvailabilityZone))].sort()).toEqual([...subnetZones.zones]);
    for (const subnet of subnets) expect(subnet).not.toHaveProperty('AvailabilityZoneId');
  });

  test('gives private subnets internet access only through NAT gateways', () => {
    const natRoute = { NatGatewayId: Match.anyValue() };
    templateOf(with0).resourcePropertiesCountIs('AWS::EC2::Route', natRoute, 0);
    templateOf(with1).resourcePropertiesCountIs('AWS::EC2::Route', natRoute, 3);
    templateOf(with3).resourcePropertiesCountIs('AWS::EC2::Route', natRoute, 3);
  });

  test('assigns no public addresses by default', () => {
    for (const { Properties } of Object.values(subnetsOf(with0))) {
      expect(Properties.MapPublicIpOnLaunch).toBe(false);
    }
  });

  test('has flow logs retained for one month and a gateway endpoint for S3 in every route table', () => {
    const template = templateOf(with0);
    template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'ALL', LogDestinationType: 'cloud-watch-logs' });
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    const [endpoint] = Object.values(template.findResources('AWS::EC2::VPCEndpoint'));
    expect(endpoint?.Properties.VpcEndpointType).toBe('Gateway');
    expect(endpoint?.Properties.RouteTableIds).toHaveLength(9);
  });
});
