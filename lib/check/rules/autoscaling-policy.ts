import { is } from '../property-condition';
import { atMostOne, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const autoscalingPolicy: Rule = {
  id: 'autoscaling-policy',
  severity: 'error',
  description: 'Scaling policy has no steps, no metric or two metrics',
  fix: 'Set StepAdjustments with StepScaling, and one metric with TargetTrackingScaling',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::AutoScaling::ScalingPolicy',
      when(is('PolicyType', 'StepScaling'), required('StepAdjustments'), required('AdjustmentType')),
      when(is('PolicyType', 'TargetTrackingScaling'), required('TargetTrackingConfiguration')),
      atMostOne('TargetTrackingConfiguration.PredefinedMetricSpecification', 'TargetTrackingConfiguration.CustomizedMetricSpecification'),
    );
    yield* violationsOf(
      context,
      'AWS::ApplicationAutoScaling::ScalingPolicy',
      atMostOne(
        'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification',
        'TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification',
      ),
    );
  },
};
