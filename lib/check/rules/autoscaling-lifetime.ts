import type { Rule } from '../rule';
import { isAbsent, numberAt } from '../values';

export const autoscalingLifetime: Rule = {
  id: 'autoscaling-lifetime',
  severity: 'info',
  description: 'Instances of a group have no maximum lifetime, so none is replaced with a patched image',
  fix: 'Set MaxInstanceLifetime, such as 2592000 for 30 days, and let the launch template name a current image',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html',
  *check(context) {
    for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
      const seconds = numberAt(group.properties, 'MaxInstanceLifetime');
      if (!isAbsent(group.properties, 'MaxInstanceLifetime') && seconds !== 0) continue;
      yield {
        resource: group,
        path: 'Properties.MaxInstanceLifetime',
        ...(seconds === 0 && { received: '0' }),
        expected: 'at least 86400 seconds',
      };
    }
  },
};
