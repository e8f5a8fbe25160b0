import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { createdBefore } from '../created-before';
import { defaultRouteResources, subnetsIn } from '../network';
import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

/** Where resources that start instances or tasks name their subnets. */
const SUBNETS: Readonly<Record<string, readonly string[]>> = {
  'AWS::AutoScaling::AutoScalingGroup': ['VPCZoneIdentifier'],
  'AWS::EC2::Instance': ['SubnetId'],
  'AWS::ECS::Service': ['NetworkConfiguration', 'AwsvpcConfiguration', 'Subnets'],
  'AWS::EKS::Nodegroup': ['Subnets'],
};

export const ec2RouteOrder: Rule = {
  id: 'ec2-route-order',
  severity: 'warning',
  description: 'Instances or tasks may start before their subnet has its route to the internet, so their first requests fail',
  fix: 'Add the route to DependsOn',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  unsettled:
    'The page requires the order for the attachment of an internet gateway; the rule requires it for routes to NAT gateways too, and for tasks and node groups',
  *check(context) {
    const routes = defaultRouteResources(context);
    for (const resource of context.ofType(...Object.keys(SUBNETS))) {
      const before = createdBefore(resource, context);
      const used = new Set(subnetsOf(resource, context).flatMap(({ id }) => routes.get(id) ?? []));
      const missing = [...used].filter((route) => !before.has(route.id) && !attachmentsOf(route, context).some((id) => before.has(id)));
      if (missing.length > 0) yield { resource, path: 'DependsOn', expected: missing.map(({ id }) => id).join(' and ') };
    }
  },
};

function subnetsOf({ type, properties }: TemplateResource, context: CheckContext): readonly TemplateResource[] {
  const path = SUBNETS[type] ?? [];
  const named = rawAt(properties, ...path);
  return subnetsIn(Array.isArray(named) ? itemsAt(properties, ...path) : [named], context);
}

/** Attachments of the internet gateway of a route, which the documentation accepts in place of the route. */
function attachmentsOf({ properties }: TemplateResource, context: CheckContext): readonly string[] {
  const gateway = context.targetOf('AWS::EC2::InternetGateway', properties.GatewayId);
  if (gateway === undefined) return [];
  return context
    .ofType('AWS::EC2::VPCGatewayAttachment')
    .filter((attachment) => context.target(attachment.properties.InternetGatewayId)?.id === gateway.id)
    .map(({ id }) => id);
}
