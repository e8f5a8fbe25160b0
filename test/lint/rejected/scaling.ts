import { type Rejected, rows, spec } from './rows';

/** Autoscalers, disruption budgets and limit ranges that the API server rejects. */
export const REJECTED_SCALING: readonly Rejected[] = [
  ...rows(
    'invalid-autoscaler',
    (fields) =>
      spec(
        'HorizontalPodAutoscaler',
        'autoscaling/v2',
      )(`scaleTargetRef: { apiVersion: example.com/v1, kind: Scalable, name: s }, maxReplicas: 5, ${fields}`),
    [
      [
        'validateMetricSpec',
        'metrics: [{ type: Pods, pods: { metric: { name: q }, target: { type: AverageValue, averageValue: 5 } }, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5 } } }]',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5 } } }]',
        'spec.metrics[0].resource',
      ],
      [
        'validateResourceSource',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization } } }]',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 100m } } }]',
        'spec.metrics[0].resource.target',
      ],
      [
        'validateResourceSource',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5, averageValue: 1 } } }]',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5 } } }]',
        'spec.metrics[0].resource.target',
      ],
      [
        'validateExternalSource',
        'metrics: [{ type: External, external: { metric: { name: q }, target: { type: Value, value: 5, averageValue: 5 } } }]',
        'metrics: [{ type: External, external: { metric: { name: q }, target: { type: Value, value: 5 } } }]',
        'spec.metrics[0].external.target',
      ],
      [
        'validateHorizontalPodAutoscalerSpec',
        'minReplicas: 0',
        'minReplicas: 0, metrics: [{ type: External, external: { metric: { name: q }, target: { type: Value, value: 5 } } }]',
        'spec.minReplicas',
      ],
    ],
  ),
  ...rows(
    'invalid-disruption-budget',
    (fields) => spec('PodDisruptionBudget', 'policy/v1')(`selector: { matchLabels: { a: b } }, ${fields}`),
    [
      ['ValidatePodDisruptionBudgetSpec', 'minAvailable: -1', 'minAvailable: 0', 'spec.minAvailable'],
      ['ValidatePodDisruptionBudgetSpec', 'maxUnavailable: "50"', 'maxUnavailable: 50%', 'spec.maxUnavailable'],
      ['ValidatePodDisruptionBudgetSpec', 'maxUnavailable: 150%', 'maxUnavailable: 100%', 'spec.maxUnavailable'],
    ],
  ),
  ...rows('invalid-limit-range', (fields) => spec('LimitRange', 'v1')(`limits: [{ ${fields} }]`), [
    [
      'ValidateLimitRange',
      'type: Container, maxLimitRequestRatio: { cpu: 500m }',
      'type: Container, maxLimitRequestRatio: { cpu: 2 }',
      'spec.limits[0].maxLimitRequestRatio.cpu',
    ],
    ['ValidateLimitRange', 'type: PersistentVolumeClaim', 'type: PersistentVolumeClaim, max: { storage: 1Gi }', 'spec.limits[0]'],
    [
      'ValidateLimitRange',
      'type: Container, min: { cpu: 2 }, max: { cpu: 1 }',
      'type: Container, min: { cpu: 1 }, max: { cpu: 1 }',
      'spec.limits[0].min.cpu',
    ],
    [
      'ValidateLimitRange',
      'type: Container, default: { memory: 2Gi }, max: { memory: 1Gi }',
      'type: Container, default: { memory: 1Gi }, max: { memory: 2Gi }',
      'spec.limits[0].default.memory',
    ],
    ['ValidateLimitRange', 'type: Pod, default: { cpu: 1 }', 'type: Pod, max: { cpu: 1 }', 'spec.limits[0].default'],
  ]),
];
