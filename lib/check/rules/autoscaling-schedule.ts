import { anyOf, ascending, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const autoscalingSchedule: Rule = {
  id: 'autoscaling-schedule',
  severity: 'error',
  description: 'Scheduled action of a group sets no size, or sizes that contradict each other',
  fix: 'Set MinSize, MaxSize or DesiredCapacity, in ascending order',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScheduledUpdateGroupAction.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AutoScaling::ScheduledAction',
      anyOf('MinSize', 'MaxSize', 'DesiredCapacity'),
      ascending('MinSize', 'DesiredCapacity', 'MaxSize'),
    ),
};
