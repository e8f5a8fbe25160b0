import { has, is, isByDefault, lacks } from '../property-condition';
import { absent, anyOf, each, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const PAIR = 'PredefinedMetricPairSpecification';
const LOAD = ['PredefinedLoadMetricSpecification', 'CustomizedLoadMetricSpecification'] as const;
const SCALING = ['PredefinedScalingMetricSpecification', 'CustomizedScalingMetricSpecification'] as const;
/** Specifications of one metric, with which a policy has no pair. */
const SINGLE = [...LOAD, 'CustomizedCapacityMetricSpecification', ...SCALING];

export const autoscalingPredictive: Rule = {
  id: 'autoscaling-predictive',
  severity: 'error',
  description:
    'Predictive scaling policy has a pair of metrics next to single ones, one single metric, or a capacity buffer that it does not use',
  fix: 'Keep a metric pair, or one load metric and one scaling metric, and set MaxCapacityBuffer exactly with IncreaseMaxCapacity',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredictiveScalingMetricSpecification.html',
  unsettled:
    'The page states the metrics. The buffer is in https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredictiveScalingConfiguration.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AutoScaling::ScalingPolicy',
      each(
        'PredictiveScalingConfiguration.MetricSpecifications',
        when(has(PAIR), ...SINGLE.map(absent)),
        when(lacks(PAIR), anyOf(...LOAD), anyOf(...SCALING)),
      ),
      when(
        isByDefault('PredictiveScalingConfiguration.MaxCapacityBreachBehavior', 'HonorMaxCapacity'),
        absent('PredictiveScalingConfiguration.MaxCapacityBuffer'),
      ),
      when(
        is('PredictiveScalingConfiguration.MaxCapacityBreachBehavior', 'IncreaseMaxCapacity'),
        required('PredictiveScalingConfiguration.MaxCapacityBuffer'),
      ),
    ),
};
