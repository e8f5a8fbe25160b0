import { is } from '../property-condition';
import { absent, atMostOne, count, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const autoscalingPolicy: Rule = {
  id: 'autoscaling-policy',
  severity: 'error',
  description: 'Scaling policy has no steps, no adjustment, no metric or two metrics, or a warmup time that its type does not use',
  fix: 'Set StepAdjustments with StepScaling, ScalingAdjustment with SimpleScaling, one metric with TargetTrackingScaling, and EstimatedInstanceWarmup with the first and the last',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html',
  unsettled:
    'The page does not state the number of steps. It is a quota that cannot be changed: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-quotas.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::AutoScaling::ScalingPolicy',
      when(is('PolicyType', 'StepScaling'), required('StepAdjustments'), required('AdjustmentType')),
      when(is('PolicyType', 'SimpleScaling'), required('ScalingAdjustment'), absent('EstimatedInstanceWarmup'), absent('StepAdjustments')),
      when(is('PolicyType', 'StepScaling'), absent('ScalingAdjustment'), count('StepAdjustments', { least: 1, most: 20 })),
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
