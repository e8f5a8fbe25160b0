import { createdBefore } from '../created-before';
import type { Rule } from '../rule';

const ATTACHMENT = 'AWS::EC2::VPCGatewayAttachment';

export const ec2GatewayDependency: Rule = {
  id: 'ec2-gateway-dependency',
  severity: 'error',
  description: 'Route to an internet gateway may be created before the gateway is attached, which EC2 rejects',
  fix: 'Add the VPCGatewayAttachment to DependsOn of the route',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  *check(context) {
    const attachments = context.ofType(ATTACHMENT);
    for (const route of context.ofType('AWS::EC2::Route')) {
      const gateway = context.targetOf('AWS::EC2::InternetGateway', route.properties.GatewayId);
      if (gateway === undefined) continue;
      const attachment = attachments.find(({ properties }) => context.target(properties.InternetGatewayId)?.id === gateway.id);
      if (attachment === undefined || createdBefore(route, context).has(attachment.id)) continue;
      yield { resource: route, path: 'DependsOn', expected: attachment.id };
    }
  },
};
