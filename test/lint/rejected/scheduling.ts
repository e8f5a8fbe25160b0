import { CLUSTER_META, object, pod, type Rejected, rows } from './rows';

/** Tolerations, affinities and priority classes that the API server rejects. */
export const REJECTED_SCHEDULING: readonly Rejected[] = [
  ...rows('invalid-toleration', pod, [
    [
      'ValidateTolerations',
      'tolerations: [{ key: a, operator: Exists, value: b }]',
      'tolerations: [{ key: a, operator: Exists }]',
      'spec.tolerations[0].value',
    ],
    ['ValidateTolerations', 'tolerations: [{ value: b }]', 'tolerations: [{ operator: Exists }]', 'spec.tolerations[0].operator'],
    [
      'ValidateTolerations',
      'tolerations: [{ key: a, effect: NoSchedule, tolerationSeconds: 5 }]',
      'tolerations: [{ key: a, effect: NoExecute, tolerationSeconds: 5 }]',
      'spec.tolerations[0].effect',
    ],
    ['ValidateTolerations', 'tolerations: [{ key: a b }]', 'tolerations: [{ key: a.b/c }]', 'spec.tolerations[0].key'],
    ['ValidateTolerations', 'tolerations: [{ key: a, value: b c }]', 'tolerations: [{ key: a, value: b-c }]', 'spec.tolerations[0].value'],
  ]),
  ...rows('invalid-affinity', pod, [
    [
      'ValidateNodeSelector',
      `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } }`,
      `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Exists }] }] } } }`,
      'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms',
    ],
    [
      'validatePodAffinityTerm',
      `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "", namespaceSelector: {} }] } }`,
      `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, namespaceSelector: {} }] } }`,
      'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey',
    ],
    [
      'validateTopologySpreadConstraints',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, minDomains: 2 }]',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway }]',
      'spec.topologySpreadConstraints[0].minDomains',
    ],
    [
      'ValidateSpreadConstraintNotRepeat',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway }, { maxSkew: 2, topologyKey: a, whenUnsatisfiable: ScheduleAnyway }]',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway }, { maxSkew: 2, topologyKey: b, whenUnsatisfiable: ScheduleAnyway }]',
      'spec.topologySpreadConstraints[1]',
    ],
    [
      'validateMatchLabelKeysInTopologySpread',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: [pod-template-hash] }]',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: [] }]',
      'spec.topologySpreadConstraints[0].matchLabelKeys',
    ],
  ]),
  ...rows(
    'invalid-affinity',
    (fields) =>
      pod(`affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ ${fields} }] } } }`),
    [
      [
        'ValidateNodeSelectorRequirement',
        'matchExpressions: [{ key: a, operator: In, values: [] }]',
        'matchExpressions: [{ key: a, operator: In, values: [b] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values',
      ],
      [
        'ValidateNodeSelectorRequirement',
        'matchExpressions: [{ key: a, operator: Exists, values: [b] }]',
        'matchExpressions: [{ key: a, operator: NotIn, values: [b] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values',
      ],
      [
        'ValidateNodeSelectorRequirement',
        'matchExpressions: [{ key: a, operator: Gt, values: ["1", "2"] }]',
        'matchExpressions: [{ key: a, operator: Gt, values: ["1"] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values',
      ],
      [
        'ValidateNodeFieldSelectorRequirement',
        'matchFields: [{ key: metadata.labels, operator: In, values: [b] }]',
        'matchFields: [{ key: metadata.name, operator: In, values: [b] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key',
      ],
      [
        'ValidateNodeFieldSelectorRequirement',
        'matchFields: [{ key: metadata.name, operator: Exists }]',
        'matchFields: [{ key: metadata.name, operator: NotIn, values: [b] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].operator',
      ],
    ],
  ),
  ...rows('invalid-priority-class', object('PriorityClass', 'scheduling.k8s.io/v1', CLUSTER_META), [
    ['ValidatePriorityClass', 'value: 1000000001', 'value: 1000000000', 'value'],
  ]),
  ...rows(
    'invalid-priority-class',
    (name) => `apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: { name: ${name} }\nvalue: 5\n`,
    [['ValidatePriorityClass', 'system-mine', 'my-system', 'metadata.name']],
  ),
];
