import * as scaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { ComponentOf, ServiceContext } from '../build-context';
import { Queue } from '../data/queue';

/** Cooldowns in seconds. Scale-out is fast and scale-in is slow: a missing task affects users, an extra task costs little. */
const SCALE_OUT_SECONDS = 60;
const SCALE_IN_SECONDS = 600;

/** The construct of a service, with its ECS service. */
type ScaledService = Construct & { readonly service: BaseService };

type Policy = Pick<
  scaling.CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty,
  'predefinedMetricSpecification' | 'customizedMetricSpecification'
> & {
  readonly name: string;
  readonly targetValue: number;
};

/** Scales a service between its minimum and maximum by target tracking; does nothing when both are equal. */
export function scaleService(service: ScaledService, component: ComponentOf<'service'>, context: ServiceContext): void {
  const { min, max } = component.instances;
  if (min === max) return;
  const { clusterName } = context.cluster.cluster;
  const target = new scaling.CfnScalableTarget(service, 'Scaling', {
    serviceNamespace: 'ecs',
    scalableDimension: 'ecs:service:DesiredCount',
    resourceId: `service/${clusterName}/${service.service.serviceName}`,
    minCapacity: min,
    maxCapacity: max,
  });
  for (const { name, ...policy } of policiesOf(service, component, context)) {
    new scaling.CfnScalingPolicy(service, `${name}Target`, {
      policyName: `${component.id}-${name.toLowerCase()}`,
      policyType: 'TargetTrackingScaling',
      scalingTargetId: target.ref,
      targetTrackingScalingPolicyConfiguration: { ...policy, scaleOutCooldown: SCALE_OUT_SECONDS, scaleInCooldown: SCALE_IN_SECONDS },
    });
  }
}

function policiesOf(service: ScaledService, { scaling: targets, worksOn }: ComponentOf<'service'>, context: ServiceContext): Policy[] {
  const { cpuPercent, memoryPercent, queueDepthPerInstance } = targets;
  return [
    ...(cpuPercent === undefined ? [] : [average('Cpu', 'ECSServiceAverageCPUUtilization', cpuPercent)]),
    ...(memoryPercent === undefined ? [] : [average('Memory', 'ECSServiceAverageMemoryUtilization', memoryPercent)]),
    ...(queueDepthPerInstance === undefined || worksOn === undefined ? [] : [queueDepth(service, worksOn, queueDepthPerInstance, context)]),
  ];
}

function average(name: string, predefinedMetricType: string, targetValue: number): Policy {
  return { name, targetValue, predefinedMetricSpecification: { predefinedMetricType } };
}

/**
 * Target for the waiting messages per running task. Each task reports its CPU utilization once per minute, so the sample
 * count of that metric is the number of running tasks, without the charges of Container Insights.
 */
function queueDepth(service: ScaledService, worksOn: string, targetValue: number, { built, cluster }: ServiceContext): Policy {
  const waiting = {
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensions: [{ name: 'QueueName', value: built(worksOn, Queue).queue.queueName }],
  };
  const processor = {
    namespace: 'AWS/ECS',
    metricName: 'CPUUtilization',
    dimensions: [
      { name: 'ClusterName', value: cluster.cluster.clusterName },
      { name: 'ServiceName', value: service.service.serviceName },
    ],
  };
  return {
    name: 'Queue',
    targetValue,
    customizedMetricSpecification: {
      metrics: [
        { id: 'waiting', metricStat: { metric: waiting, stat: 'Average' }, returnData: false },
        { id: 'running', metricStat: { metric: processor, stat: 'SampleCount' }, returnData: false },
        { id: 'waitingPerTask', expression: 'waiting / FILL(running, 1)', label: 'waiting messages for each task', returnData: true },
      ],
    },
  };
}
