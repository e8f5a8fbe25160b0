import { defaultRoutes, subnetsIn } from '../network';
import type { Rule } from '../rule';
import { isAbsent, isFlag, itemsAt, valueAt } from '../values';

/** Node group is in a public subnet that gives its nodes no public address. */
export const eksNodePublicSubnet: Rule = {
  id: 'eks-node-public-subnet',
  severity: 'error',
  description: 'Node group is in a public subnet that gives its nodes no public address',
  fix: 'Set MapPublicIpOnLaunch of the subnet to true, or place the nodes in a private subnet with a NAT gateway or endpoints',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html',
  *check(context) {
    const routes = defaultRoutes(context);
    for (const group of context.ofType('AWS::EKS::Nodegroup')) {
      if (
        !isAbsent(group.properties, 'LaunchTemplate') &&
        givesAddresses(context.target(valueAt(group.properties, 'LaunchTemplate', 'Id')))
      )
        continue;
      for (const subnet of subnetsIn(itemsAt(group.properties, 'Subnets'), context)) {
        if (routes.get(subnet.id) !== 'internet-gateway') continue;
        const isOff = isAbsent(subnet.properties, 'MapPublicIpOnLaunch') || isFlag(false, subnet.properties, 'MapPublicIpOnLaunch');
        if (!isOff) continue;
        yield {
          resource: group,
          path: 'Properties.Subnets',
          received: `${subnet.id}, a public subnet whose MapPublicIpOnLaunch is not true`,
          expected: 'subnets that give public addresses, or private subnets',
        };
      }
    }
  },
};

/** Whether a launch template asks for public addresses, or is in another stack. */
function givesAddresses(template: ReturnType<Parameters<Rule['check']>[0]['target']>): boolean {
  if (template === undefined) return true;
  return itemsAt(template.properties, 'LaunchTemplateData', 'NetworkInterfaces').some((each) =>
    isFlag(true, each, 'AssociatePublicIpAddress'),
  );
}
