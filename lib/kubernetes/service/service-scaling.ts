import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { REQUESTED_CPU_SHARE } from '../../conventions/system-pods';
import type { ScalingTrigger } from '../build-context';
import { ScaledObject, type ScaledObjectTrigger } from '../custom-resources/scaled-object';

/** Seconds between two queries of the queue length by KEDA. */
const POLLING_SECONDS = 15;

/**
 * Seconds before replicas are removed. They are added at once: a missing replica affects users, an extra one costs little.
 * The same as on ECS.
 */
const SCALE_IN_SECONDS = 600;

const BEHAVIOR: k8s.HorizontalPodAutoscalerBehaviorV2 = {
  scaleUp: {
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 100, periodSeconds: 60 },
      { type: 'Pods', value: 4, periodSeconds: 60 },
    ],
  },
  scaleDown: {
    stabilizationWindowSeconds: SCALE_IN_SECONDS,
    selectPolicy: 'Max',
    policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }],
  },
};

/** Whether an autoscaler sets the number of replicas. */
export function isScaled({ instances: { min, max }, scaling }: ResolvedService, trigger: ScalingTrigger | undefined): boolean {
  return min < max && (trigger !== undefined || scaling.cpuPercent !== undefined || scaling.memoryPercent !== undefined);
}

/**
 * Scales a service between its minimum and maximum number of instances. KEDA scales services that process a queue, with
 * the CPU and memory targets as further triggers; a HorizontalPodAutoscaler scales all others. A Deployment never has
 * both.
 */
export function scaleService(scope: Construct, service: ResolvedService, trigger: ScalingTrigger | undefined): void {
  if (!isScaled(service, trigger)) return;
  if (trigger === undefined) addAutoscaler(scope, service);
  else addScaledObject(scope, service, trigger);
}

/** Utilization targets as percentages of the request. The tier states percentages of the vCPU, of which pods request a share. */
function utilizations({ scaling }: ResolvedService): { readonly name: 'cpu' | 'memory'; readonly percent: number }[] {
  const { cpuPercent, memoryPercent } = scaling;
  return [
    ...(cpuPercent === undefined ? [] : [{ name: 'cpu' as const, percent: Math.round(cpuPercent / REQUESTED_CPU_SHARE) }]),
    ...(memoryPercent === undefined ? [] : [{ name: 'memory' as const, percent: memoryPercent }]),
  ];
}

function addAutoscaler(scope: Construct, service: ResolvedService): void {
  const { id, instances } = service;
  new k8s.KubeHorizontalPodAutoscalerV2(scope, 'Autoscaler', {
    metadata: { name: id },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: id },
      minReplicas: instances.min,
      maxReplicas: instances.max,
      metrics: utilizations(service).map(({ name, percent }) => ({
        type: 'Resource',
        resource: { name, target: { type: 'Utilization', averageUtilization: percent } },
      })),
      behavior: BEHAVIOR,
    },
  });
}

function addScaledObject(scope: Construct, service: ResolvedService, { type, metadata, authentication }: ScalingTrigger): void {
  const { id, instances } = service;
  const triggers: ScaledObjectTrigger[] = [
    { type, metadata, ...(authentication === undefined ? {} : { authenticationRef: { name: authentication } }) },
    ...utilizations(service).map(({ name, percent }) => ({
      type: name,
      metricType: 'Utilization' as const,
      metadata: { value: String(percent) },
    })),
  ];
  new ScaledObject(scope, 'Autoscaler', {
    metadata: { name: id },
    spec: {
      scaleTargetRef: { name: id },
      pollingInterval: POLLING_SECONDS,
      minReplicaCount: instances.min,
      maxReplicaCount: instances.max,
      advanced: { horizontalPodAutoscalerConfig: { behavior: BEHAVIOR } },
      triggers,
    },
  });
}
