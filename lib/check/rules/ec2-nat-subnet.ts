import { defaultRoutes } from '../network';
import type { Rule } from '../rule';
import { stringAt } from '../values';

export const ec2NatSubnet: Rule = {
  id: 'ec2-nat-subnet',
  severity: 'error',
  description: 'Public NAT gateway is in a subnet without a route to an internet gateway',
  fix: 'Create the NAT gateway in a public subnet',
  citation: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  *check(context) {
    const routes = defaultRoutes(context);
    for (const gateway of context.ofType('AWS::EC2::NatGateway')) {
      if ((stringAt(gateway.properties, 'ConnectivityType') ?? 'public') !== 'public') continue;
      const subnet = context.targetOf('AWS::EC2::Subnet', gateway.properties.SubnetId);
      const route = subnet === undefined ? undefined : routes.get(subnet.id);
      if (route === 'none' || route === 'nat-gateway')
        yield {
          resource: gateway,
          path: 'Properties.SubnetId',
          received: `${subnet?.id}, a private subnet`,
          expected: 'a subnet whose default route is an internet gateway',
        };
    }
  },
};
