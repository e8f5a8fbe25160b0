import { object } from '../fault-text';
import type { Fault } from './fault';

const autoscaler = (fields: string) =>
  object(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    `spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, maxReplicas: 3, ${fields} }`,
  );

/** Faults of autoscalers and PodDisruptionBudgets. */
export const SCALING_FAULTS: readonly Fault[] = [
  ['scaling rules without policies', 'validateScalingRules', autoscaler('behavior: { scaleUp: { policies: [] } }')],
  ['tolerance below 0', 'validateScalingRules', autoscaler('behavior: { scaleUp: { tolerance: "-0.1" } }')],
  [
    'average value of 0',
    'validateMetricTarget',
    autoscaler('metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 0 } } }]'),
  ],
  [
    'metric of an object without a name',
    'validateObjectSource',
    autoscaler(
      'metrics: [{ type: Object, object: { describedObject: { kind: Service, name: "" }, metric: { name: a }, target: { type: Value, value: 1 } } }]',
    ),
  ],
  [
    'metric with an empty name',
    'validateMetricIdentifier',
    autoscaler('metrics: [{ type: External, external: { metric: { name: "" }, target: { type: Value, value: 1 } } }]'),
  ],
  [
    'metric with a slash',
    'validateMetricIdentifier',
    autoscaler('metrics: [{ type: Pods, pods: { metric: { name: a/b }, target: { type: AverageValue, averageValue: 1 } } }]'),
  ],
  [
    'target of an HPA with a slash',
    'ValidateCrossVersionObjectReference',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a/b }, maxReplicas: 3 }',
    ),
  ],
  [
    'container metric without a container',
    'validateContainerResourceSource',
    autoscaler(
      'metrics: [{ type: ContainerResource, containerResource: { name: cpu, container: "", target: { type: Utilization, averageUtilization: 50 } } }]',
    ),
  ],
  [
    'budget of half a pod',
    'ValidatePodDisruptionBudgetSpec',
    object('policy/v1', 'PodDisruptionBudget', 'spec: { selector: {}, minAvailable: "50" }'),
  ],
];
