import { has } from '../property-condition';
import { required, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

export const autoscalingHook: Rule = {
  id: 'autoscaling-hook',
  severity: 'error',
  description: 'Lifecycle hook has a timeout outside of 30 seconds to 2 hours, or a notification target without a role',
  fix: 'Set HeartbeatTimeout to 30 to 7200, and RoleARN with NotificationTargetARN',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AutoScaling::LifecycleHook',
      within('HeartbeatTimeout', { least: 30, most: 7200 }),
      when(has('NotificationTargetARN'), required('RoleARN')),
    ),
};
