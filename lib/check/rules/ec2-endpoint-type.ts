import { is, isByDefault } from '../property-condition';
import { absent, noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ec2EndpointType: Rule = {
  id: 'ec2-endpoint-type',
  severity: 'error',
  description: 'VPC endpoint has subnets, security groups or private DNS as a gateway, or route tables as an interface, which EC2 rejects',
  fix: 'Set VpcEndpointType, or replace the property: gateways have RouteTableIds, interfaces have SubnetIds, SecurityGroupIds and PrivateDnsEnabled',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EC2::VPCEndpoint',
      when(isByDefault('VpcEndpointType', 'Gateway'), absent('SecurityGroupIds'), absent('SubnetIds'), noneOf('PrivateDnsEnabled', 'true')),
      when(is('VpcEndpointType', 'Interface'), absent('RouteTableIds')),
    ),
};
