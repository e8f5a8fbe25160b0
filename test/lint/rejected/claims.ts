import { CLUSTER_META, object, pod, type Rejected, rows, spec } from './rows';

/** Persistent volumes and claims that the API server rejects. */
export const REJECTED_CLAIMS: readonly Rejected[] = [
  ...rows(
    'invalid-claim',
    (fields) =>
      pod(
        `volumes: [{ name: v, ephemeral: { volumeClaimTemplate: { spec: { storageClassName: gp3, accessModes: [ReadWriteOnce], ${fields} } } } }]`,
      ),
    [
      [
        'validateEphemeralVolumeSource',
        'resources: { requests: {} }',
        'resources: { requests: { storage: 1Gi } }',
        'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests.storage',
      ],
    ],
  ),
  ...rows(
    'invalid-claim',
    (fields) =>
      pod(
        `volumes: [{ name: v, ephemeral: { volumeClaimTemplate: { metadata: { ${fields} }, spec: { storageClassName: gp3, accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } } } }]`,
      ),
    [
      [
        'validatePersistentVolumeClaimTemplateObjectMeta',
        'name: a',
        'labels: { a: b }',
        'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.name',
      ],
    ],
  ),
  ...rows('invalid-claim', (fields) => spec('PersistentVolumeClaim', 'v1')(`storageClassName: gp3, ${fields}`), [
    [
      'validateDataSource',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSource: { kind: VolumeSnapshot, name: a }',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSource: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: a }',
      'spec.dataSource.kind',
    ],
    [
      'validateDataSourceRef',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSourceRef: { kind: VolumeSnapshot, name: a }',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSourceRef: { kind: PersistentVolumeClaim, name: a }',
      'spec.dataSourceRef.kind',
    ],
    [
      'ValidatePersistentVolumeClaimSpec',
      'accessModes: [], resources: { requests: { storage: 1Gi } }',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }',
      'spec.accessModes',
    ],
    [
      'ValidatePersistentVolumeClaimSpec',
      'accessModes: [ReadWriteOncePod, ReadWriteMany], resources: { requests: { storage: 1Gi } }',
      'accessModes: [ReadWriteOncePod], resources: { requests: { storage: 1Gi } }',
      'spec.accessModes',
    ],
    [
      'ValidatePersistentVolumeClaimSpec',
      'accessModes: [ReadWriteOnce]',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }',
      'spec.resources.requests.storage',
    ],
    [
      'ValidatePositiveQuantityValue',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 0 } }',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1 } }',
      'spec.resources.requests.storage',
    ],
  ]),
  ...rows(
    'invalid-claim',
    (fields) => object('PersistentVolume', 'v1', CLUSTER_META)(`spec: { accessModes: [ReadWriteOnce], ${fields} }`),
    [
      [
        'ValidatePersistentVolumeSpec',
        'hostPath: { path: /a }',
        'capacity: { storage: 1Gi }, hostPath: { path: /a }',
        'spec.capacity.storage',
      ],
      ['ValidatePersistentVolumeSpec', 'capacity: { storage: 1Gi }', 'capacity: { storage: 1Gi }, nfs: { server: s, path: /a }', 'spec'],
      [
        'ValidatePersistentVolumeSpec',
        'capacity: { storage: 1Gi }, hostPath: { path: /a }, nfs: { server: s, path: /a }',
        'capacity: { storage: 1Gi }, hostPath: { path: /a }',
        'spec',
      ],
      [
        'ValidatePersistentVolumeSpec',
        'capacity: { storage: 1Gi }, local: { path: /a }',
        'capacity: { storage: 1Gi }, local: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Exists }] }] } }',
        'spec.nodeAffinity.required',
      ],
      [
        'ValidatePersistentVolumeSpec',
        'capacity: { storage: 1Gi }, hostPath: { path: / }, persistentVolumeReclaimPolicy: Recycle',
        'capacity: { storage: 1Gi }, hostPath: { path: / }, persistentVolumeReclaimPolicy: Retain',
        'spec.persistentVolumeReclaimPolicy',
      ],
    ],
  ),
];
