import type { Rule } from '../rule';
import { isAbsent, isKnownString, stringAt } from '../values';

/** Properties that other types of endpoints support, by the type of an endpoint. */
const UNSUPPORTED: Readonly<Record<string, readonly string[]>> = {
  Gateway: ['SecurityGroupIds', 'SubnetIds'],
  Interface: ['RouteTableIds'],
};

export const ec2EndpointType: Rule = {
  id: 'ec2-endpoint-type',
  severity: 'error',
  description: 'VPC endpoint has subnets or security groups as a gateway, or route tables as an interface, which EC2 rejects',
  fix: 'Set VpcEndpointType, or replace the property: gateways have RouteTableIds, interfaces have SubnetIds and SecurityGroupIds',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
  *check(context) {
    for (const endpoint of context.ofType('AWS::EC2::VPCEndpoint')) {
      const type = stringAt(endpoint.properties, 'VpcEndpointType') ?? 'Gateway';
      const unsupported = isKnownString(type) && Object.hasOwn(UNSUPPORTED, type) ? UNSUPPORTED[type] : [];
      for (const name of unsupported ?? []) {
        if (isAbsent(endpoint.properties, name)) continue;
        yield { resource: endpoint, path: `Properties.${name}`, received: `set for type ${String(type)}`, expected: 'absent' };
      }
    }
  },
};
