import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { defaultRoutes, subnetsIn } from '../network';
import type { Rule } from '../rule';
import { isAbsent, isFlag, itemsAt, rawAt } from '../values';

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
      if (!isAbsent(group.properties, 'LaunchTemplate') && givesAddresses(launchTemplate(group, context))) continue;
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

/** True also when only a deployment knows. */
function givesAddress(subnet: TemplateResource['properties']): boolean {
  return !isAbsent(subnet, 'MapPublicIpOnLaunch') && !isFlag(false, subnet, 'MapPublicIpOnLaunch');
}

function launchTemplate({ properties }: TemplateResource, context: CheckContext): TemplateResource | undefined {
  return context.target(rawAt(properties, 'LaunchTemplate', 'Id') ?? rawAt(properties, 'LaunchTemplate', 'Name'));
}

/** Whether a launch template gives public addresses to its instances; true also when it is in another stack. */
function givesAddresses(template: TemplateResource | undefined): boolean {
  if (template === undefined) return true;
  return itemsAt(template.properties, 'LaunchTemplateData', 'NetworkInterfaces').some((each) =>
    isFlag(true, each, 'AssociatePublicIpAddress'),
  );
}
