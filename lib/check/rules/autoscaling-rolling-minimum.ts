import type { Rule } from '../rule';
import { isKnownNumber, numberAt } from '../values';

export const autoscalingRollingMinimum: Rule = {
  id: 'autoscaling-rolling-minimum',
  severity: 'error',
  description: 'Rolling update of a group must keep as many instances as the group may have',
  fix: 'Set MinInstancesInService below MaxSize',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html',
  *check(context) {
    for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
      const minimum = numberAt(context.attribute(group, 'UpdatePolicy'), 'AutoScalingRollingUpdate', 'MinInstancesInService');
      const maximum = numberAt(group.properties, 'MaxSize');
      if (!isKnownNumber(minimum) || !isKnownNumber(maximum) || minimum < maximum || maximum === 0) continue;
      yield {
        resource: group,
        path: 'UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService',
        received: String(minimum),
        expected: `less than MaxSize, which is ${maximum}`,
      };
    }
  },
};
