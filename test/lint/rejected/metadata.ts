import { type Rejected, rows, spec } from './rows';

/** Metadata and label selectors that the API server rejects. */
export const REJECTED_METADATA: readonly Rejected[] = [
  ...rows('invalid-metadata', (meta) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { namespace: shop${meta} }\n`, [
    ['ValidateObjectMetaAccessor', '', ', generateName: a-', 'metadata.name'],
    [
      'ValidateAnnotationsSize',
      `, name: a, annotations: { b: ${'x'.repeat(262_144)} }`,
      `, name: a, annotations: { b: ${'x'.repeat(262_143)} }`,
      'metadata.annotations',
    ],
    ['ValidateObjectMetaAccessor', ', generateName: A_', ', generateName: a-', 'metadata.generateName'],
    [
      'ValidateOwnerReferences',
      ', name: a, ownerReferences: [{ apiVersion: v1, kind: Pod, name: a, uid: b, controller: true }, { apiVersion: v1, kind: Pod, name: c, uid: d, controller: true }]',
      ', name: a, ownerReferences: [{ apiVersion: v1, kind: Pod, name: a, uid: b, controller: true }, { apiVersion: v1, kind: Pod, name: c, uid: d }]',
      'metadata.ownerReferences[1].controller',
    ],
    ['validateKubeFinalizerName', ', name: a, finalizers: [a]', ', name: a, finalizers: [foregroundDeletion]', 'metadata.finalizers[0]'],
    ['ValidateFinalizerName', ', name: a, finalizers: [a b]', ', name: a, finalizers: [example.com/a]', 'metadata.finalizers[0]'],
  ]),
  ...rows('invalid-selector', (labels) => spec('NetworkPolicy', 'networking.k8s.io/v1')(`podSelector: { matchLabels: { ${labels} } }`), [
    ['ValidateLabelSelector', 'a: -b', 'a: ""', 'spec.podSelector.matchLabels.a'],
    ['ValidateLabelSelector', 'Example.com/a: b', 'example.com/A: b', 'spec.podSelector.matchLabels["Example.com/a"]'],
  ]),
  ...rows(
    'invalid-selector',
    (fields) => spec('NetworkPolicy', 'networking.k8s.io/v1')(`podSelector: { matchExpressions: [{ ${fields} }] }`),
    [
      [
        'ValidateLabelSelectorRequirement',
        'key: c, operator: DoesNotExist, values: [d]',
        'key: c, operator: DoesNotExist',
        'spec.podSelector.matchExpressions[0].values',
      ],
      [
        'ValidateLabelSelectorRequirement',
        'key: c, operator: In, values: [d, e f]',
        'key: c, operator: In, values: [d, ""]',
        'spec.podSelector.matchExpressions[0].values[1]',
      ],
      [
        'ValidateLabelSelectorRequirement',
        'key: c, operator: NotIn',
        'key: c, operator: NotIn, values: [d]',
        'spec.podSelector.matchExpressions[0].values',
      ],
      [
        'ValidateLabelSelectorRequirement',
        'key: c d, operator: Exists',
        'key: c/d, operator: Exists',
        'spec.podSelector.matchExpressions[0].key',
      ],
    ],
  ),
];
