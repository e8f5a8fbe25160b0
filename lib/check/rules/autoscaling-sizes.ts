import type { Rule } from '../rule';
import { isKnownNumber, numberAt } from '../values';

export const autoscalingSizes: Rule = {
  id: 'autoscaling-sizes',
  severity: 'error',
  description: 'Minimum, desired and maximum size of a group contradict each other',
  fix: 'Set the desired number between the minimum and the maximum',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html',
  *check(context) {
    for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
      const [minimum, desired, maximum] = ['MinSize', 'DesiredCapacity', 'MaxSize'].map((name) => numberAt(group.properties, name));
      if (isKnownNumber(minimum) && isKnownNumber(maximum) && minimum > maximum)
        yield { resource: group, path: 'Properties.MinSize', received: String(minimum), expected: `at most MaxSize, which is ${maximum}` };
      else if (isKnownNumber(desired) && isKnownNumber(maximum) && desired > maximum)
        yield {
          resource: group,
          path: 'Properties.DesiredCapacity',
          received: String(desired),
          expected: `at most MaxSize, which is ${maximum}`,
        };
      else if (isKnownNumber(desired) && isKnownNumber(minimum) && desired < minimum)
        yield {
          resource: group,
          path: 'Properties.DesiredCapacity',
          received: String(desired),
          expected: `at least MinSize, which is ${minimum}`,
        };
    }
    for (const target of context.ofType('AWS::ApplicationAutoScaling::ScalableTarget')) {
      const [minimum, maximum] = [numberAt(target.properties, 'MinCapacity'), numberAt(target.properties, 'MaxCapacity')];
      if (isKnownNumber(minimum) && isKnownNumber(maximum) && minimum > maximum)
        yield {
          resource: target,
          path: 'Properties.MinCapacity',
          received: String(minimum),
          expected: `at most MaxCapacity, which is ${maximum}`,
        };
    }
  },
};
