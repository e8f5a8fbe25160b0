import type { Rule } from '../rule';
import { isAbsent, rawAt, stringAt } from '../values';

/** Where scaling policies name a predefined metric. */
const METRICS = {
  'AWS::AutoScaling::ScalingPolicy': ['TargetTrackingConfiguration', 'PredefinedMetricSpecification'],
  'AWS::ApplicationAutoScaling::ScalingPolicy': ['TargetTrackingScalingPolicyConfiguration', 'PredefinedMetricSpecification'],
} as const;

export const autoscalingRequestCount: Rule = {
  id: 'autoscaling-request-count',
  severity: 'error',
  description: 'Policy scales by the requests of a target group, and does not name the target group',
  fix: 'Set ResourceLabel to the full names of the load balancer and the target group, with a slash in between',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html',
  *check(context) {
    for (const [type, path] of Object.entries(METRICS)) {
      for (const policy of context.ofType(type)) {
        const metric = rawAt(policy.properties, ...path);
        if (stringAt(metric, 'PredefinedMetricType') !== 'ALBRequestCountPerTarget' || !isAbsent(metric, 'ResourceLabel')) continue;
        yield {
          resource: policy,
          path: `Properties.${path.join('.')}.ResourceLabel`,
          expected: 'the full names of the load balancer and the target group',
        };
      }
    }
  },
};
