import type { Rule } from '../rule';
import { isAbsent, rawAt } from '../values';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const TEMPLATE = ['MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification', 'LaunchTemplateId'] as const;

export const autoscalingMixed: Rule = {
  id: 'autoscaling-mixed',
  severity: 'error',
  description: 'Group with a mixed instances policy has a warm pool, or a launch template that requests Spot Instances',
  fix: 'Request Spot Instances with InstancesDistribution, and remove InstanceMarketOptions and the warm pool',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html#warm-pools-limitations',
  unsettled:
    'The page states warm pools. The page of mixed instances groups states the launch template: https://docs.aws.amazon.com/autoscaling/ec2/userguide/mixed-instances-groups-set-up-overview.html',
  *check(context) {
    for (const group of context.ofType(GROUP)) {
      const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(group.properties, ...TEMPLATE));
      if (template === undefined || isAbsent(template.properties, 'LaunchTemplateData', 'InstanceMarketOptions')) continue;
      const path = 'Properties.LaunchTemplateData.InstanceMarketOptions';
      yield { resource: template, path, received: 'set', expected: `absent, because ${group.id} has a mixed instances policy` };
    }
    for (const resource of context.ofType('AWS::AutoScaling::WarmPool')) {
      const group = context.targetOf(GROUP, resource.properties.AutoScalingGroupName);
      if (group === undefined || isAbsent(group.properties, 'MixedInstancesPolicy')) continue;
      const path = 'Properties.AutoScalingGroupName';
      yield { resource, path, received: `${group.id}, with a mixed instances policy`, expected: 'a group of one instance type' };
    }
  },
};
