import { isPresent } from '../property';
import type { Rule } from '../rule';
import { rawAt } from '../values';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const TEMPLATE = ['MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification', 'LaunchTemplateId'] as const;

export const autoscalingMixed: Rule = {
  id: 'autoscaling-mixed',
  severity: 'error',
  description: 'Group with a mixed instances policy has a launch template that requests Spot Instances, which EC2 Auto Scaling rejects',
  fix: 'Request Spot Instances with InstancesDistribution, and remove InstanceMarketOptions',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-launch-template.html',
  *check(context) {
    for (const group of context.ofType(GROUP)) {
      const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(group.properties, ...TEMPLATE));
      if (template === undefined || !isPresent(template.properties, 'LaunchTemplateData.InstanceMarketOptions')) continue;
      const path = 'Properties.LaunchTemplateData.InstanceMarketOptions';
      yield { resource: template, path, received: 'set', expected: `absent, because ${group.id} has a mixed instances policy` };
    }
  },
};
