import { is } from '../property-condition';
import { count, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ec2GatewayEndpoint: Rule = {
  id: 'ec2-gateway-endpoint',
  severity: 'error',
  description: 'Gateway Load Balancer endpoint has several subnets',
  fix: 'Create one endpoint for each subnet',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
  check: (context) =>
    violationsOf(context, 'AWS::EC2::VPCEndpoint', when(is('VpcEndpointType', 'GatewayLoadBalancer'), count('SubnetIds', { most: 1 }))),
};
