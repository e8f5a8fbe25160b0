import { ascending, ordered, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const autoscalingSizes: Rule = {
  id: 'autoscaling-sizes',
  severity: 'error',
  description: 'Minimum, desired and maximum size of a group contradict each other',
  fix: 'Set the desired number between the minimum and the maximum',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::AutoScaling::AutoScalingGroup', ascending('MinSize', 'DesiredCapacity', 'MaxSize'));
    yield* violationsOf(context, 'AWS::ApplicationAutoScaling::ScalableTarget', ordered('MinCapacity', 'MaxCapacity'));
  },
};
