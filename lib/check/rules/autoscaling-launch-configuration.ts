import { shown } from '../../core/problems';
import type { Rule } from '../rule';

export const autoscalingLaunchConfiguration: Rule = {
  id: 'autoscaling-launch-configuration',
  severity: 'warning',
  description: 'Group uses a launch configuration, which accounts created since October 2024 cannot create',
  fix: 'Replace it with a launch template (AWS::EC2::LaunchTemplate)',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html',
  *check(context) {
    for (const resource of context.ofType('AWS::AutoScaling::LaunchConfiguration'))
      yield { resource, path: 'Type', received: shown(resource.type), expected: 'AWS::EC2::LaunchTemplate' };
  },
};
