import type { Broken } from '../texts';
import { type Properties, rowsOf } from './rows';

const GROUP = { AutoScalingGroupName: 'a' };
const TRANSITION = { ...GROUP, LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' };
const QUEUE = { NotificationTargetARN: 'arn:aws:sqs:us-east-1:123456789012:a' };
const ROLE = { RoleARN: 'arn:aws:iam::123456789012:role/a' };
const simple = (more: Properties) => ({ ...GROUP, PolicyType: 'SimpleScaling', AdjustmentType: 'ChangeInCapacity', ...more });
const steps = (count: number) => ({
  ...GROUP,
  PolicyType: 'StepScaling',
  AdjustmentType: 'ChangeInCapacity',
  StepAdjustments: Array.from({ length: count }, (_, index) => ({
    MetricIntervalLowerBound: index * 10,
    ...(index < count - 1 && { MetricIntervalUpperBound: index * 10 + 10 }),
    ScalingAdjustment: index + 1,
  })),
});
const predictive = (metric: Properties, more: Properties = {}) => ({
  ...GROUP,
  PolicyType: 'PredictiveScaling',
  PredictiveScalingConfiguration: { MetricSpecifications: [{ TargetValue: 50, ...metric }], ...more },
});
const PAIR = { PredefinedMetricPairSpecification: { PredefinedMetricType: 'ASGCPUUtilization' } };
const LOAD = { PredefinedLoadMetricSpecification: { PredefinedMetricType: 'ASGTotalCPUUtilization' } };
const SCALING = { PredefinedScalingMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' } };
const BUFFER = { MaxCapacityBuffer: 10 };
const INCREASE = { MaxCapacityBreachBehavior: 'IncreaseMaxCapacity' };
const SPECIFICATION = 'PredictiveScalingConfiguration.MetricSpecifications[0]';
const tracking = (metric: string) => ({
  PolicyName: 'a',
  PolicyType: 'TargetTrackingScaling',
  ServiceNamespace: 'ecs',
  ScalableDimension: 'ecs:service:DesiredCount',
  ResourceId: 'service/a/web',
  TargetTrackingScalingPolicyConfiguration: { TargetValue: 50, PredefinedMetricSpecification: { PredefinedMetricType: metric } },
});
const target = (id: string) => ({
  ServiceNamespace: 'ecs',
  ScalableDimension: 'ecs:service:DesiredCount',
  ResourceId: id,
  MinCapacity: 1,
  MaxCapacity: 4,
});

/** Broken policies, hooks and actions of scaling. The fixed twins have values that the pages of the rules allow. */
export const BROKEN_SCALING: readonly Broken[] = [
  ...rowsOf('autoscaling-hook', 'AWS::AutoScaling::LifecycleHook', [
    ['a timeout of 10 s', { ...TRANSITION, HeartbeatTimeout: 10 }, { ...TRANSITION, HeartbeatTimeout: 30 }, 'HeartbeatTimeout'],
    ['a queue without a role', { ...TRANSITION, ...QUEUE }, { ...TRANSITION, ...QUEUE, ...ROLE }, 'RoleARN'],
  ]),
  ...rowsOf('autoscaling-schedule', 'AWS::AutoScaling::ScheduledAction', [
    ['no size', { ...GROUP, Recurrence: '0 9 * * *' }, { ...GROUP, Recurrence: '0 9 * * *', DesiredCapacity: 2 }, 'MinSize'],
    ['a minimum above the maximum', { ...GROUP, MinSize: 5, MaxSize: 2 }, { ...GROUP, MinSize: 2, MaxSize: 2 }, 'MinSize'],
  ]),
  ...rowsOf('autoscaling-policy', 'AWS::AutoScaling::ScalingPolicy', [
    [
      'a warmup time',
      simple({ ScalingAdjustment: 1, EstimatedInstanceWarmup: 60 }),
      simple({ ScalingAdjustment: 1 }),
      'EstimatedInstanceWarmup',
    ],
    ['no adjustment', simple({}), simple({ ScalingAdjustment: 1 }), 'ScalingAdjustment'],
    ['21 steps', steps(21), steps(20), 'StepAdjustments'],
  ]),
  ...rowsOf('autoscaling-predictive', 'AWS::AutoScaling::ScalingPolicy', [
    ['a pair and a metric', predictive({ ...PAIR, ...LOAD }), predictive(PAIR), `${SPECIFICATION}.PredefinedLoadMetricSpecification`],
    ['a load metric alone', predictive(LOAD), predictive({ ...LOAD, ...SCALING }), `${SPECIFICATION}.PredefinedScalingMetricSpecification`],
    [
      'a buffer that it does not use',
      predictive(PAIR, BUFFER),
      predictive(PAIR, { ...BUFFER, ...INCREASE }),
      'PredictiveScalingConfiguration.MaxCapacityBuffer',
    ],
    [
      'no buffer',
      predictive(PAIR, INCREASE),
      predictive(PAIR, { ...BUFFER, ...INCREASE }),
      'PredictiveScalingConfiguration.MaxCapacityBuffer',
    ],
  ]),
  ...rowsOf('autoscaling-metric', 'AWS::ApplicationAutoScaling::ScalingPolicy', [
    [
      'a metric of DynamoDB',
      tracking('DynamoDBReadCapacityUtilization'),
      tracking('ECSServiceAverageCPUUtilization'),
      'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType',
    ],
  ]),
  ...rowsOf('autoscaling-metric', 'AWS::ApplicationAutoScaling::ScalableTarget', [
    ['a resource ID without its type', target('a/web'), target('service/a/web'), 'ResourceId'],
  ]),
];
