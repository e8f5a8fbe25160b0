import type { TemplateResource } from '../../cloudformation/template-resource';
import { defaultRoutes, subnetsIn } from '../network';
import type { Rule } from '../rule';
import { isAbsent, isFlag, itemsAt } from '../values';

export const eksNodePublicSubnet: Rule = {
  id: 'eks-node-public-subnet',
  severity: 'error',
  description: 'Node group is in a public subnet that gives its nodes no public address',
  fix: 'Set MapPublicIpOnLaunch of the subnet to true, or place the nodes in a private subnet with a NAT gateway or endpoints',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html',
  unsettled: 'The guide makes no exception for a launch template that gives public addresses; the rule makes none either',
  *check(context) {
    const routes = defaultRoutes(context);
    for (const group of context.ofType('AWS::EKS::Nodegroup')) {
      const subnet = subnetsIn(itemsAt(group.properties, 'Subnets'), context).find(
        ({ id, properties }) => routes.get(id) === 'internet-gateway' && !givesAddress(properties),
      );
      if (subnet === undefined) continue;
      yield {
        resource: group,
        path: 'Properties.Subnets',
        received: `${subnet.id}, a public subnet whose MapPublicIpOnLaunch is not true`,
        expected: 'subnets that give public addresses, or private subnets',
      };
    }
  },
};

/** True also when it is known only at deployment. */
function givesAddress(subnet: TemplateResource['properties']): boolean {
  return !isAbsent(subnet, 'MapPublicIpOnLaunch') && !isFlag(false, subnet, 'MapPublicIpOnLaunch');
}
