import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** Where scaling policies name a predefined metric. */
const METRICS = {
  'AWS::AutoScaling::ScalingPolicy': 'TargetTrackingConfiguration.PredefinedMetricSpecification',
  'AWS::ApplicationAutoScaling::ScalingPolicy': 'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification',
};

export const autoscalingRequestCount: Rule = {
  id: 'autoscaling-request-count',
  severity: 'error',
  description: 'Policy scales by the requests of a target group, and does not name the target group',
  fix: 'Set ResourceLabel to the full names of the load balancer and the target group, with a slash in between',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html',
  *check(context) {
    for (const [type, metric] of Object.entries(METRICS))
      yield* violationsOf(
        context,
        type,
        when(
          is(`${metric}.PredefinedMetricType`, 'ALBRequestCountPerTarget'),
          required(`${metric}.ResourceLabel`, 'the full names of the load balancer and the target group'),
        ),
      );
  },
};
