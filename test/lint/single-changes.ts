import { CLUSTER_META, META, object, pod } from './fault-text';

const of =
  (apiVersion: string, kind: string, meta = META) =>
  (fields: string) =>
    object(apiVersion, kind, `spec: { ${fields} }`, meta);
const volume = (source: string) =>
  of('v1', 'PersistentVolume', CLUSTER_META)(`accessModes: [ReadWriteOnce], capacity: { storage: 1Gi }, ${source}`);
const claim = (fields: string) =>
  of('v1', 'PersistentVolumeClaim')(`accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, ${fields}`);
const service = of('v1', 'Service');
const node = of('v1', 'Node', CLUSTER_META);
const ingress = of('networking.k8s.io/v1', 'Ingress');
const ingressClass = of('networking.k8s.io/v1', 'IngressClass', CLUSTER_META);
const serviceCidr = of('networking.k8s.io/v1', 'ServiceCIDR', CLUSTER_META);
const csiNode = of('storage.k8s.io/v1', 'CSINode', CLUSTER_META);
const container = (fields: string) => pod('', fields);
const limits = (item: string) => of('v1', 'LimitRange')(`limits: [${item}]`);
const job = (template: string) =>
  of('batch/v1', 'Job')(`template: { ${template}, spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } }`);
const webhook = (fields: string) =>
  object(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    `webhooks: [{ name: a.b.c, sideEffects: None, ${fields} }]`,
    CLUSTER_META,
  );
/** A pod whose profiles are those of the container runtime. */
const annotated = (annotation: string) =>
  object(
    'v1',
    'Pod',
    'spec: { securityContext: { seccompProfile: { type: RuntimeDefault }, appArmorProfile: { type: RuntimeDefault } }, containers: [{ name: a, image: "a:1" }] }',
    `metadata: { name: x, annotations: { ${annotation} } }`,
  );
const LONG = 'a'.repeat(4_095);

/** A manifest that the API server accepts, and a change that it rejects. */
export interface SingleChange {
  /** Function of the API server that rejects the change. */
  readonly validation: string;
  /** The only finding: its rule and its path. */
  readonly finding: string;
  /** The valid manifest. */
  readonly valid: string;
  /** The text that is replaced, and its replacement. */
  readonly change: readonly [from: string, to: string];
}

type Row = readonly [validation: string, finding: string, valid: string, from: string, to: string];

const ROWS: readonly Row[] = [
  [
    'ValidateVolumes',
    'invalid-volume spec.volumes[1].persistentVolumeClaim.claimName',
    pod(
      'volumes: [{ name: v, ephemeral: { volumeClaimTemplate: { spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } } } }, { name: w, persistentVolumeClaim: { claimName: y-v } }]',
    ),
    'y-v',
    'x-v',
  ],
  [
    'validateVolumeSource',
    'invalid-volume spec.volumes[0].iscsi.targetPortal',
    pod(
      'volumes: [{ name: v, iscsi: { targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:a", lun: 0, initiatorName: "iqn.2001-04.com.example:b" } }]',
    ),
    'name: v',
    'name: a-volume-whose-name-and-portal-have-over-64-characters',
  ],
  [
    'validateISCSIVolumeSource',
    'bad-value spec.volumes[0].iscsi.initiatorName',
    pod(
      'volumes: [{ name: v, iscsi: { targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:a", lun: 0, initiatorName: "iqn.2001-04.com.example:b" } }]',
    ),
    'example:b',
    'example',
  ],
  [
    'validateISCSIPersistentVolumeSource',
    'bad-value spec.iscsi.initiatorName',
    volume('iscsi: { targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:a", lun: 0, initiatorName: "eui.0123456789abcdef" }'),
    'abcdef',
    '',
  ],
  [
    'validateISCSIPersistentVolumeSource',
    'invalid-claim spec.iscsi.secretRef',
    volume(
      'iscsi: { targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:a", lun: 0, chapAuthSession: true, secretRef: { name: s } }',
    ),
    ', secretRef: { name: s }',
    '',
  ],
  [
    'validateISCSIPersistentVolumeSource',
    'invalid-claim spec.iscsi.secretRef.name',
    volume('iscsi: { targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:a", lun: 0, secretRef: { name: s } }'),
    'name: s',
    'namespace: s',
  ],
  ['validateFCVolumeSource', 'invalid-claim spec.fc', volume('fc: { targetWWNs: [a], lun: 1 }'), 'lun', 'wwids: [b], lun'],
  ['validateFCVolumeSource', 'invalid-claim spec.fc.lun', volume('fc: { targetWWNs: [a], lun: 1 }'), ', lun: 1', ''],
  [
    'validateQuobyteVolumeSource',
    'bad-value spec.volumes[0].quobyte.registry',
    pod('volumes: [{ name: v, quobyte: { registry: "a:7861,b:7861", volume: v } }]'),
    'b:7861',
    'b',
  ],
  [
    'validateQuobyteVolumeSource',
    'bad-value spec.volumes[0].quobyte.volume',
    pod('volumes: [{ name: v, quobyte: { registry: "a:7861", volume: v } }]'),
    'volume: v',
    'volume: ""',
  ],
  [
    'validateQuobyteVolumeSource',
    'bad-value spec.volumes[0].quobyte.tenant',
    pod(
      'volumes: [{ name: v, quobyte: { registry: "a:7861", volume: v, tenant: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa } }]',
    ),
    'tenant: a',
    'tenant: aa',
  ],
  [
    'validateGlusterfsVolumeSource',
    'bad-value spec.volumes[0].glusterfs.endpoints',
    pod('volumes: [{ name: v, glusterfs: { endpoints: e, path: p } }]'),
    'endpoints: e',
    'endpoints: ""',
  ],
  [
    'validateGlusterfsVolumeSource',
    'bad-value spec.volumes[0].glusterfs.path',
    pod('volumes: [{ name: v, glusterfs: { endpoints: e, path: p } }]'),
    'path: p',
    'path: ""',
  ],
  [
    'validateGlusterfsPersistentVolumeSource',
    'bad-value spec.glusterfs.endpointsNamespace',
    volume('glusterfs: { endpoints: e, path: p, endpointsNamespace: shop }'),
    'shop',
    'Shop',
  ],
  [
    'validateFlockerVolumeSource',
    'invalid-volume spec.volumes[0].flocker',
    pod('volumes: [{ name: v, flocker: { datasetName: a } }]'),
    'datasetName: a',
    'datasetName: a, datasetUUID: b',
  ],
  [
    'validateFlockerVolumeSource',
    'bad-value spec.volumes[0].flocker.datasetName',
    pod('volumes: [{ name: v, flocker: { datasetName: a } }]'),
    'datasetName: a',
    'datasetName: a/b',
  ],
  [
    'validateGitRepoVolumeSource',
    'bad-value spec.volumes[0].gitRepo.repository',
    pod('volumes: [{ name: v, gitRepo: { repository: "https://example.com/a.git" } }]'),
    '"https://example.com/a.git"',
    '""',
  ],
  [
    'validateGitRepoVolumeSource',
    'bad-value spec.volumes[0].gitRepo.directory',
    pod('volumes: [{ name: v, gitRepo: { repository: "https://example.com/a.git", directory: ..a/b } }]'),
    '..a/b',
    '../b',
  ],
  [
    'validateDownwardAPIVolumeFile',
    'number-out-of-range spec.volumes[0].downwardAPI.items[0].mode',
    pod('volumes: [{ name: v, downwardAPI: { items: [{ path: a, mode: 511, fieldRef: { fieldPath: metadata.name } }] } }]'),
    '511',
    '512',
  ],
  [
    'ValidateLocalNonReservedPath',
    'invalid-volume spec.volumes[0].downwardAPI.items[0].path',
    pod('volumes: [{ name: v, downwardAPI: { items: [{ path: a..b, fieldRef: { fieldPath: metadata.name } }] } }]'),
    'a..b',
    '..b',
  ],
  [
    'ValidateLocalNonReservedPath',
    'invalid-volume spec.volumes[0].configMap.items[0].path',
    pod('volumes: [{ name: v, configMap: { name: c, optional: true, items: [{ key: a, path: a..b }] } }]'),
    'a..b',
    '..b',
  ],
  [
    'validateProjectionSources',
    'invalid-volume spec.volumes[0].projected.sources[0].clusterTrustBundle.labelSelector',
    pod('volumes: [{ name: v, projected: { sources: [{ clusterTrustBundle: { signerName: a.b/c, path: b, labelSelector: {} } }] } }]'),
    'signerName: a.b/c',
    'name: a',
  ],
  [
    'validateProjectionSources',
    'bad-value spec.volumes[0].projected.sources[0].clusterTrustBundle.signerName',
    pod('volumes: [{ name: v, projected: { sources: [{ clusterTrustBundle: { signerName: a.b/c, path: b } }] } }]'),
    'a.b/c',
    'a.b',
  ],
  [
    'validateProjectionSources',
    'bad-value spec.volumes[0].projected.sources[0].clusterTrustBundle.name',
    pod('volumes: [{ name: v, projected: { sources: [{ clusterTrustBundle: { name: "a.b:c:d", path: b } }] } }]'),
    ':d',
    ':D',
  ],
  [
    'validateProjectionSources',
    'invalid-volume spec.volumes[0].projected.sources[1].configMap.items[0].path',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ clusterTrustBundle: { name: a, path: b } }, { configMap: { name: c, optional: true, items: [{ key: a, path: c }] } }] } }]',
    ),
    'key: a, path: c',
    'key: a, path: b',
  ],
  [
    'validateProjectionSources',
    'bad-value spec.volumes[0].projected.sources[0].podCertificate.keyType',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ podCertificate: { signerName: a.b/c, keyType: ED25519, keyPath: a, certificateChainPath: b, maxExpirationSeconds: 3600 } }] } }]',
    ),
    'ED25519',
    'RSA1024',
  ],
  [
    'validateProjectionSources',
    'bad-value spec.volumes[0].projected.sources[0].podCertificate.signerName',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ podCertificate: { signerName: a.b/c, keyType: ED25519, keyPath: a, certificateChainPath: b, maxExpirationSeconds: 3600 } }] } }]',
    ),
    'a.b/c',
    'a',
  ],
  [
    'validateProjectionSources',
    'number-out-of-range spec.volumes[0].projected.sources[0].podCertificate.maxExpirationSeconds',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ podCertificate: { signerName: a.b/c, keyType: ED25519, keyPath: a, certificateChainPath: b, maxExpirationSeconds: 3600 } }] } }]',
    ),
    '3600',
    '3599',
  ],
  [
    'validateProjectionSources',
    'number-out-of-range spec.volumes[0].projected.sources[0].podCertificate.maxExpirationSeconds',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ podCertificate: { signerName: a.b/c, keyType: ED25519, keyPath: a, certificateChainPath: b, maxExpirationSeconds: 7862400 } }] } }]',
    ),
    '7862400',
    '7862401',
  ],
  [
    'validateProjectionSources',
    'invalid-volume spec.volumes[0].projected.sources[0].podCertificate.maxExpirationSeconds',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ podCertificate: { signerName: kubernetes.io/kube-apiserver-client-pod, keyType: ED25519, keyPath: a, certificateChainPath: b, maxExpirationSeconds: 86400 } }] } }]',
    ),
    '86400',
    '86401',
  ],
  [
    'validateProjectionSources',
    'invalid-volume spec.volumes[0].projected.sources[0].podCertificate',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ podCertificate: { signerName: a.b/c, keyType: ED25519, keyPath: a, certificateChainPath: b, maxExpirationSeconds: 3600 } }] } }]',
    ),
    'keyPath: a, certificateChainPath: b, ',
    '',
  ],
  [
    'validateProjectionSources',
    'bad-value spec.volumes[0].projected.sources[0].podCertificate.keyPath',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ podCertificate: { signerName: a.b/c, keyType: ED25519, keyPath: a, certificateChainPath: b, maxExpirationSeconds: 3600 } }] } }]',
    ),
    'keyPath: a',
    'keyPath: ../a',
  ],
  [
    'validateProjectionSources',
    'invalid-volume spec.volumes[0].projected.sources[0].podCertificate.certificateChainPath',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ podCertificate: { signerName: a.b/c, keyType: ED25519, keyPath: a, certificateChainPath: b, maxExpirationSeconds: 3600 } }] } }]',
    ),
    'Path: b',
    'Path: a',
  ],
  [
    'validateCinderVolumeSource',
    'bad-value spec.volumes[0].cinder.volumeID',
    pod('volumes: [{ name: v, cinder: { volumeID: a } }]'),
    'volumeID: a',
    'volumeID: ""',
  ],
  [
    'validateVsphereVolumeSource',
    'bad-value spec.volumes[0].vsphereVolume.volumePath',
    pod('volumes: [{ name: v, vsphereVolume: { volumePath: a } }]'),
    'volumePath: a',
    'volumePath: ""',
  ],
  [
    'validatePhotonPersistentDiskVolumeSource',
    'bad-value spec.volumes[0].photonPersistentDisk.pdID',
    pod('volumes: [{ name: v, photonPersistentDisk: { pdID: a } }]'),
    'pdID: a',
    'pdID: ""',
  ],
  [
    'validatePortworxVolumeSource',
    'bad-value spec.volumes[0].portworxVolume.volumeID',
    pod('volumes: [{ name: v, portworxVolume: { volumeID: a } }]'),
    'volumeID: a',
    'volumeID: ""',
  ],
  [
    'validateCinderVolumeSource',
    'invalid-volume spec.volumes[0].cinder.secretRef.name',
    pod('volumes: [{ name: v, cinder: { volumeID: a, secretRef: { name: s } } }]'),
    '{ name: s }',
    '{}',
  ],
  [
    'validateCinderPersistentVolumeSource',
    'invalid-claim spec.cinder.secretRef.namespace',
    volume('cinder: { volumeID: a, secretRef: { name: s, namespace: shop } }'),
    ', namespace: shop',
    '',
  ],
  [
    'validateFlexVolumeSource',
    'bad-value spec.volumes[0].flexVolume.driver',
    pod('volumes: [{ name: v, flexVolume: { driver: a/b } }]'),
    'a/b',
    '""',
  ],
  [
    'validateFlexVolumeSource',
    'invalid-volume spec.volumes[0].flexVolume.options["kubernetes.io/x"]',
    pod('volumes: [{ name: v, flexVolume: { driver: a/b, options: { example.com/x: a } } }]'),
    'example.com/x',
    'kubernetes.io/x',
  ],
  [
    'validateFlexPersistentVolumeSource',
    'invalid-claim spec.flexVolume.options["a.k8s.io/x"]',
    volume('flexVolume: { driver: a/b, options: { ak8s.io/x: a } }'),
    'ak8s',
    'a.k8s',
  ],
  [
    'validateAzureFilePV',
    'bad-value spec.azureFile.secretNamespace',
    volume('azureFile: { secretName: a, shareName: b, secretNamespace: shop }'),
    'shop',
    '""',
  ],
  [
    'validateAzureDisk',
    'bad-value spec.volumes[0].azureDisk.diskName',
    pod('volumes: [{ name: v, azureDisk: { diskName: a, diskURI: "https://a/b" } }]'),
    'diskName: a',
    'diskName: ""',
  ],
  [
    'validateAzureDisk',
    'bad-value spec.volumes[0].azureDisk.diskURI',
    pod('volumes: [{ name: v, azureDisk: { diskName: a, diskURI: "https://a/b" } }]'),
    '"https://a/b"',
    '""',
  ],
  [
    'validateAzureDisk',
    'invalid-volume spec.volumes[0].azureDisk.diskURI',
    pod('volumes: [{ name: v, azureDisk: { diskName: a, diskURI: "https://a/b" } }]'),
    'https',
    'http',
  ],
  [
    'validateAzureDisk',
    'invalid-claim spec.azureDisk.diskURI',
    volume('azureDisk: { diskName: a, diskURI: /subscriptions/b, kind: Managed }'),
    '/subscriptions/b',
    '"https://a/b"',
  ],
  [
    'validateScaleIOVolumeSource',
    'bad-value spec.volumes[0].scaleIO.gateway',
    pod('volumes: [{ name: v, scaleIO: { gateway: "https://a", system: a, secretRef: { name: a }, volumeName: v } }]'),
    '"https://a"',
    '""',
  ],
  [
    'validateScaleIOVolumeSource',
    'missing-field spec.volumes[0].scaleIO.volumeName',
    pod('volumes: [{ name: v, scaleIO: { gateway: "https://a", system: a, secretRef: { name: a }, volumeName: v } }]'),
    ', volumeName: v',
    '',
  ],
  [
    'validateStorageOSVolumeSource',
    'bad-value spec.volumes[0].storageos.volumeName',
    pod('volumes: [{ name: v, storageos: { volumeName: a } }]'),
    'volumeName: a',
    'volumeName: A',
  ],
  [
    'validateStorageOSVolumeSource',
    'missing-field spec.volumes[0].storageos.volumeName',
    pod('volumes: [{ name: v, storageos: { volumeName: a } }]'),
    'volumeName: a',
    'fsType: ext4',
  ],
  [
    'validateStorageOSVolumeSource',
    'bad-value spec.volumes[0].storageos.volumeNamespace',
    pod('volumes: [{ name: v, storageos: { volumeName: a, volumeNamespace: b } }]'),
    'volumeNamespace: b',
    'volumeNamespace: B',
  ],
  [
    'validateStorageOSVolumeSource',
    'invalid-volume spec.volumes[0].storageos.secretRef.name',
    pod('volumes: [{ name: v, storageos: { volumeName: a, secretRef: { name: s } } }]'),
    '{ name: s }',
    '{}',
  ],
  [
    'validateLocalVolumeSource',
    'bad-value spec.local.path',
    volume(
      'local: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: In, values: [b] }] }] } }',
    ),
    '/a',
    '""',
  ],
  [
    'ValidateNodeSelectorRequirement',
    'invalid-claim spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values',
    volume(
      'local: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: In, values: [b] }] }] } }',
    ),
    ', values: [b]',
    '',
  ],
  [
    'ValidateNodeSelectorRequirement',
    'invalid-claim spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key',
    volume(
      'local: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: In, values: [b] }] }] } }',
    ),
    'key: a',
    'key: "a b"',
  ],
  [
    'ValidateNodeSelectorRequirement',
    'invalid-claim spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0]',
    volume(
      'local: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: In, values: [b] }] }] } }',
    ),
    '[b]',
    '["b c"]',
  ],
  [
    'validateVolumeNodeAffinity',
    'invalid-claim spec.nodeAffinity.required',
    volume('hostPath: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{}] } }'),
    '{ required: { nodeSelectorTerms: [{}] } }',
    '{}',
  ],
  [
    'validatePVSecretReference',
    'bad-value spec.csi.nodePublishSecretRef.name',
    volume('csi: { driver: a.b, volumeHandle: h, nodePublishSecretRef: { name: s, namespace: shop } }, volumeAttributesClassName: gold'),
    'name: s,',
    'name: S,',
  ],
  [
    'validatePVSecretReference',
    'bad-value spec.csi.nodePublishSecretRef.namespace',
    volume('csi: { driver: a.b, volumeHandle: h, nodePublishSecretRef: { name: s, namespace: shop } }, volumeAttributesClassName: gold'),
    'shop',
    'Shop',
  ],
  [
    'ValidatePersistentVolumeSpec',
    'bad-value spec.volumeAttributesClassName',
    volume('csi: { driver: a.b, volumeHandle: h, nodePublishSecretRef: { name: s, namespace: shop } }, volumeAttributesClassName: gold'),
    'gold',
    '""',
  ],
  [
    'ValidatePersistentVolumeSpec',
    'invalid-claim spec.volumeAttributesClassName',
    volume('csi: { driver: a.b, volumeHandle: h, nodePublishSecretRef: { name: s, namespace: shop } }, volumeAttributesClassName: gold'),
    'csi: { driver: a.b, volumeHandle: h, nodePublishSecretRef: { name: s, namespace: shop } }, volumeAttributesClassName: gold',
    'hostPath: { path: /a }, volumeAttributesClassName: gold',
  ],
  [
    'validateCSIVolumeSource',
    'invalid-volume spec.volumes[0].csi.nodePublishSecretRef.name',
    pod('volumes: [{ name: v, csi: { driver: a.b, nodePublishSecretRef: { name: s } } }]'),
    'name: s',
    'name: S',
  ],
  [
    'ValidateTemplateObjectMeta',
    'invalid-claim spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.labels["a b"]',
    pod(
      'volumes: [{ name: v, ephemeral: { volumeClaimTemplate: { metadata: { labels: { a: b } }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } } } }]',
    ),
    '{ a: b }',
    '{ "a b": b }',
  ],
  [
    'validateDataSource',
    'bad-value spec.dataSource.apiGroup',
    claim('dataSource: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: a }'),
    'snapshot.storage',
    'Snapshot.storage',
  ],
  [
    'validateDataSourceRef',
    'bad-value spec.dataSourceRef.namespace',
    claim('dataSourceRef: { apiGroup: a.b, kind: C, name: a, namespace: other }'),
    'other',
    'Other',
  ],
  [
    'ValidatePersistentVolumeClaimSpec',
    'invalid-claim spec.dataSource',
    claim('dataSource: { apiGroup: a.b, kind: C, name: a }, dataSourceRef: { apiGroup: a.b, kind: C, name: a, namespace: "" }'),
    'namespace: ""',
    'namespace: shop',
  ],
  ['ValidatePersistentVolumeClaimSpec', 'bad-value spec.volumeAttributesClassName', claim('volumeAttributesClassName: ""'), '""', 'Gold'],
  [
    'validateObjectFieldSelector',
    'invalid-environment spec.containers[0].env[0].valueFrom.fieldRef.apiVersion',
    container('env: [{ name: A, valueFrom: { fieldRef: { apiVersion: v1, fieldPath: metadata.name } } }]'),
    'apiVersion: v1, fieldPath',
    'apiVersion: v2, fieldPath',
  ],
  [
    'validateSecretKeySelector',
    'invalid-environment spec.containers[0].env[0].valueFrom.secretKeyRef.name',
    container('env: [{ name: A, valueFrom: { secretKeyRef: { name: a.b, key: k, optional: true } } }]'),
    'a.b',
    'A_B',
  ],
  [
    'validateConfigMapKeySelector',
    'invalid-environment spec.containers[0].env[0].valueFrom.configMapKeyRef.name',
    container('env: [{ name: A, valueFrom: { configMapKeyRef: { name: m, key: k, optional: true } } }]'),
    'name: m, ',
    '',
  ],
  [
    'validateConfigMapEnvSource',
    'invalid-environment spec.containers[0].envFrom[0].configMapRef.name',
    container('envFrom: [{ configMapRef: { name: m, optional: true } }]'),
    'name: m, ',
    '',
  ],
  [
    'validateSecretEnvSource',
    'invalid-environment spec.containers[0].envFrom[0].secretRef.name',
    container('envFrom: [{ secretRef: { name: a.b, optional: true } }]'),
    'a.b',
    'A_B',
  ],
  [
    'validateFileKeySelector',
    'bad-value spec.initContainers[0].env[0].valueFrom.fileKeyRef.path',
    pod(
      'volumes: [{ name: v, emptyDir: {} }, { name: w, hostPath: { path: /a } }], initContainers: [{ name: i, image: "i:1", env: [{ name: A, valueFrom: { fileKeyRef: { volumeName: v, path: a, key: A } } }] }]',
    ),
    'path: a,',
    'path: ../a,',
  ],
  [
    'validateFileKeySelector',
    'bad-value spec.initContainers[0].env[0].valueFrom.fileKeyRef.key',
    pod(
      'volumes: [{ name: v, emptyDir: {} }, { name: w, hostPath: { path: /a } }], initContainers: [{ name: i, image: "i:1", env: [{ name: A, valueFrom: { fileKeyRef: { volumeName: v, path: a, key: A } } }] }]',
    ),
    'key: A',
    'key: "A=B"',
  ],
  [
    'validateFileKeyRefVolumes',
    'invalid-environment spec.initContainers[0].env[0].valueFrom.fileKeyRef.volumeName',
    pod(
      'volumes: [{ name: v, emptyDir: {} }, { name: w, hostPath: { path: /a } }], initContainers: [{ name: i, image: "i:1", env: [{ name: A, valueFrom: { fileKeyRef: { volumeName: v, path: a, key: A } } }] }]',
    ),
    'volumeName: v',
    'volumeName: z',
  ],
  [
    'validateFileKeyRefVolumes',
    'invalid-environment spec.initContainers[0].env[0].valueFrom.fileKeyRef.volumeName',
    pod(
      'volumes: [{ name: v, emptyDir: {} }, { name: w, hostPath: { path: /a } }], initContainers: [{ name: i, image: "i:1", env: [{ name: A, valueFrom: { fileKeyRef: { volumeName: v, path: a, key: A } } }] }]',
    ),
    'volumeName: v',
    'volumeName: w',
  ],
  [
    'validateMountRecursiveReadOnly',
    'invalid-mount spec.initContainers[0].volumeMounts[0].mountPropagation',
    pod(
      'volumes: [{ name: v, emptyDir: {} }, { name: w, persistentVolumeClaim: { claimName: made } }], initContainers: [{ name: i, image: "i:1", volumeMounts: [{ name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled, mountPropagation: None }], volumeDevices: [{ name: w, devicePath: /b }] }]',
    ),
    'mountPropagation: None',
    'mountPropagation: HostToContainer',
  ],
  [
    'ValidateVolumeDevices',
    'invalid-mount spec.initContainers[0].volumeDevices[1].name',
    pod(
      'volumes: [{ name: v, emptyDir: {} }, { name: w, persistentVolumeClaim: { claimName: made } }], initContainers: [{ name: i, image: "i:1", volumeMounts: [{ name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled, mountPropagation: None }], volumeDevices: [{ name: w, devicePath: /b }] }]',
    ),
    '[{ name: w, devicePath: /b }]',
    '[{ name: w, devicePath: /b }, { name: w, devicePath: /c }]',
  ],
  [
    'ValidateVolumeDevices',
    'invalid-mount spec.initContainers[0].volumeDevices[0].devicePath',
    pod(
      'volumes: [{ name: v, emptyDir: {} }, { name: w, persistentVolumeClaim: { claimName: made } }], initContainers: [{ name: i, image: "i:1", volumeMounts: [{ name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled, mountPropagation: None }], volumeDevices: [{ name: w, devicePath: /b }] }]',
    ),
    'devicePath: /b',
    'devicePath: ""',
  ],
  [
    'validatePodResourceClaim',
    'invalid-pod spec.resourceClaims[1].name',
    pod('resourceClaims: [{ name: a, resourceClaimName: b }, { name: c, resourceClaimName: b }]'),
    'name: c',
    'name: a',
  ],
  [
    'validateResourceClaimNames',
    'invalid-resource spec.initContainers[0].resources.claims[1].name',
    pod(
      'resourceClaims: [{ name: a, resourceClaimName: b }], initContainers: [{ name: i, image: "i:1", resources: { claims: [{ name: a, request: r }, { name: a, request: s }] } }]',
    ),
    ', request: s',
    '',
  ],
  [
    'validateStopSignal',
    'invalid-pod spec.initContainers[0].lifecycle.stopSignal',
    pod('os: { name: windows }, initContainers: [{ name: i, image: "i:1", restartPolicy: Always, lifecycle: { stopSignal: SIGTERM } }]'),
    'SIGTERM',
    'SIGHUP',
  ],
  [
    'validateResizePolicy',
    'invalid-pod spec.initContainers[0].resizePolicy[0].restartPolicy',
    pod(
      'restartPolicy: Never, initContainers: [{ name: i, image: "i:1", resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }] }]',
    ),
    'NotRequired',
    'RestartContainer',
  ],
  [
    'validateContainerRestartPolicy',
    'invalid-pod spec.initContainers[0].restartPolicy',
    pod(
      'initContainers: [{ name: i, image: "i:1", restartPolicy: Never, restartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [1] } }] }]',
    ),
    'restartPolicy: Never, ',
    '',
  ],
  [
    'validateContainerRestartPolicy',
    'bad-value spec.initContainers[0].restartPolicyRules[0].action',
    pod(
      'initContainers: [{ name: i, image: "i:1", restartPolicy: Never, restartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [1] } }] }]',
    ),
    'action: Restart',
    'action: Stop',
  ],
  [
    'validateContainerRestartPolicy',
    'missing-field spec.initContainers[0].restartPolicyRules[0].exitCodes',
    pod(
      'initContainers: [{ name: i, image: "i:1", restartPolicy: Never, restartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [1] } }] }]',
    ),
    ', exitCodes: { operator: In, values: [1] }',
    '',
  ],
  [
    'validateContainerRestartPolicy',
    'bad-value spec.initContainers[0].restartPolicyRules[0].exitCodes.operator',
    pod(
      'initContainers: [{ name: i, image: "i:1", restartPolicy: Never, restartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [1] } }] }]',
    ),
    'operator: In',
    'operator: Equals',
  ],
  [
    'validateInitContainerRestartPolicy',
    'invalid-pod spec.initContainers[0].restartPolicyRules',
    pod(
      'initContainers: [{ name: i, image: "i:1", restartPolicy: Never, restartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [1] } }] }]',
    ),
    'restartPolicy: Never',
    'restartPolicy: Always',
  ],
  [
    'validateHostUsers',
    'invalid-pod spec.initContainers[0].volumeDevices',
    pod(
      'hostUsers: true, volumes: [{ name: v, emptyDir: {} }, { name: w, persistentVolumeClaim: { claimName: made } }], initContainers: [{ name: i, image: "i:1", volumeMounts: [{ name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled, mountPropagation: None }], volumeDevices: [{ name: w, devicePath: /b }] }]',
    ),
    'hostUsers: true',
    'hostUsers: false',
  ],
  ['validatePodHostName', 'invalid-pod spec.hostnameOverride', pod('hostnameOverride: a.b, setHostnameAsFQDN: false'), 'false', 'true'],
  [
    'validatePodHostName',
    'bad-value spec.hostnameOverride',
    pod('hostnameOverride: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b'),
    '.b',
    '.bcd',
  ],
  [
    'validateWindows',
    'invalid-pod spec.securityContext.supplementalGroupsPolicy',
    pod('os: { name: linux }, securityContext: { supplementalGroupsPolicy: Merge }'),
    'linux',
    'windows',
  ],
  [
    'validateWindows',
    'invalid-pod spec.securityContext.seLinuxChangePolicy',
    pod('os: { name: linux }, securityContext: { seLinuxChangePolicy: Recursive }'),
    'linux',
    'windows',
  ],
  ['validatePodResources', 'invalid-pod spec.resources', pod('os: { name: linux }, resources: { limits: { cpu: 1 } }'), 'linux', 'windows'],
  [
    'validateWindowsSecurityContextOptions',
    'bad-value spec.securityContext.windowsOptions.runAsUserName',
    pod("securityContext: { windowsOptions: { runAsUserName: 'NT AUTHORITY\\user' } }"),
    "'NT AUTHORITY\\user'",
    "'a\\b\\c'",
  ],
  [
    'validateWindowsSecurityContextOptions',
    'bad-value spec.securityContext.windowsOptions.runAsUserName',
    pod("securityContext: { windowsOptions: { runAsUserName: 'a.b\\c' } }"),
    "'a.b\\c'",
    "'a:b\\c'",
  ],
  [
    'validateWindowsSecurityContextOptions',
    'bad-value spec.securityContext.windowsOptions.runAsUserName',
    pod('securityContext: { windowsOptions: { runAsUserName: ContainerUser } }'),
    'ContainerUser',
    '"a*b"',
  ],
  [
    'validateWindowsSecurityContextOptions',
    'bad-value spec.securityContext.windowsOptions.runAsUserName',
    pod('securityContext: { windowsOptions: { runAsUserName: ContainerUser } }'),
    'ContainerUser',
    '...',
  ],
  [
    'validateWindowsSecurityContextOptions',
    'bad-value spec.securityContext.windowsOptions.runAsUserName',
    pod('securityContext: { windowsOptions: { runAsUserName: ContainerUser } }'),
    'ContainerUser',
    '""',
  ],
  [
    'validateWindowsSecurityContextOptions',
    'bad-value spec.securityContext.windowsOptions.runAsUserName',
    pod(
      'securityContext: { windowsOptions: { runAsUserName: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa } }',
    ),
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  ],
  [
    'validateWindowsSecurityContextOptions',
    'bad-value spec.securityContext.windowsOptions.gmsaCredentialSpecName',
    pod('securityContext: { windowsOptions: { gmsaCredentialSpecName: a.b } }'),
    'a.b',
    'a_b',
  ],
  [
    'validateWindowsSecurityContextOptions',
    'bad-value spec.securityContext.windowsOptions.gmsaCredentialSpec',
    pod('securityContext: { windowsOptions: { gmsaCredentialSpec: a } }'),
    'Spec: a',
    'Spec: ""',
  ],
  [
    'validateWindowsHostProcessPod',
    'invalid-security-context spec.containers[0].securityContext.windowsOptions.hostProcess',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: x }\nspec: { hostNetwork: true, securityContext: { windowsOptions: { hostProcess: false } }, containers: [{ name: a, image: "a:1", securityContext: { windowsOptions: { hostProcess: false } } }] }\n',
    'image: "a:1", securityContext: { windowsOptions: { hostProcess: false',
    'image: "a:1", securityContext: { windowsOptions: { hostProcess: true',
  ],
  [
    'ValidateNodeFieldSelectorRequirement',
    'invalid-affinity spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].values[0]',
    pod(
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: metadata.name, operator: In, values: [a.b] }] }] } } }',
    ),
    'a.b',
    'a_b',
  ],
  [
    'ValidateAppArmorProfileField',
    'invalid-security-context spec.securityContext.appArmorProfile.localhostProfile',
    pod('securityContext: { appArmorProfile: { type: Localhost, localhostProfile: a } }'),
    'Profile: a',
    'Profile: " a"',
  ],
  [
    'ValidateAppArmorProfileField',
    'invalid-security-context spec.securityContext.appArmorProfile.localhostProfile',
    pod(`securityContext: { appArmorProfile: { type: Localhost, localhostProfile: ${LONG} } }`),
    LONG,
    `${LONG}a`,
  ],
  [
    'validateAppArmorAnnotationsAndFieldsMatchOnCreate',
    'invalid-pod-annotation metadata.annotations["container.apparmor.security.beta.kubernetes.io/a"]',
    annotated('container.apparmor.security.beta.kubernetes.io/a: runtime/default'),
    'runtime/default',
    'unconfined',
  ],
  [
    'validateSeccompAnnotationsAndFields',
    'invalid-pod-annotation metadata.annotations["seccomp.security.alpha.kubernetes.io/pod"]',
    annotated('seccomp.security.alpha.kubernetes.io/pod: docker/default'),
    'docker/default',
    'unconfined',
  ],
  [
    'ValidateTolerationsInPodAnnotations',
    'invalid-pod-annotation metadata.annotations["scheduler.alpha.kubernetes.io/tolerations"]',
    annotated(`scheduler.alpha.kubernetes.io/tolerations: '[{"operator":"Exists"}]'`),
    'Exists',
    'Equal',
  ],
  [
    'validateService',
    'invalid-service metadata.annotations["service.kubernetes.io/topology-mode"]',
    'apiVersion: v1\nkind: Service\nmetadata: { name: x, annotations: { service.kubernetes.io/topology-aware-hints: auto, service.kubernetes.io/topology-mode: auto } }\nspec: { type: ExternalName, externalName: a.b }\n',
    'mode: auto',
    'mode: disabled',
  ],
  [
    'ValidateServiceClusterIPsRelatedFields',
    'invalid-service spec.clusterIPs',
    service('clusterIP: None, clusterIPs: [None], ports: [{ port: 80 }]'),
    '[None]',
    '[None, 10.0.0.1]',
  ],
  [
    'validateServiceExternalTrafficPolicy',
    'number-out-of-range spec.healthCheckNodePort',
    service('type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 30000, ports: [{ port: 80 }]'),
    '30000',
    '70000',
  ],
  ['ValidateNode', 'bad-value spec.podCIDR', node('podCIDR: 10.0.0.0/24'), '10.0.0.0/24', '10.0.0.0'],
  [
    'ValidateNode',
    'invalid-cluster-object spec.podCIDRs',
    node('podCIDR: 10.0.0.0/24, podCIDRs: [10.0.0.0/24, "fd00::/64"]'),
    '"fd00::/64"',
    '10.0.1.0/24',
  ],
  ['validateOverhead', 'invalid-resource spec.overhead.disk', pod('runtimeClassName: a, overhead: { cpu: 1 }'), 'cpu: 1', 'disk: 1'],
  [
    'ValidateLimitRange',
    'invalid-limit-range spec.limits[0].defaultRequest["nvidia.com/gpu"]',
    limits('{ type: Container, default: { nvidia.com/gpu: 2 }, defaultRequest: { nvidia.com/gpu: 2 } }'),
    'defaultRequest: { nvidia.com/gpu: 2',
    'defaultRequest: { nvidia.com/gpu: 1',
  ],
  [
    'validateOwnerReference',
    'invalid-metadata metadata.ownerReferences[0].kind',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x, ownerReferences: [{ apiVersion: v1, kind: Pod, name: a, uid: u }] }\n',
    'kind: Pod',
    'kind: Event',
  ],
  [
    'ValidateStatefulSetName',
    'bad-name metadata.name',
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: a-b }\nspec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }\n',
    'a-b',
    'a.b',
  ],
  [
    'ValidateStatefulSetSpec',
    'bad-value spec.serviceName',
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: x }\nspec: { serviceName: "", selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }\n',
    '""',
    'A_b',
  ],
  [
    'ValidateGeneratedSelector',
    'invalid-job spec.template.metadata.labels["batch.kubernetes.io/job-name"]',
    job('metadata: { labels: { batch.kubernetes.io/job-name: x } }'),
    'job-name: x',
    'job-name: other',
  ],
  [
    'ValidateGeneratedSelector',
    'invalid-job spec.template.metadata.labels.controller-uid',
    job('metadata: { labels: { app: x } }'),
    'app: x',
    'controller-uid: x',
  ],
  [
    'ValidateJobSpec',
    'selector-mismatch spec.selector',
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: x }\nspec: { manualSelector: true, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }\n',
    'matchLabels: { a: b }',
    'matchLabels: { a: c }',
  ],
  [
    'ValidateLabels',
    'bad-label spec.jobTemplate.metadata.labels.a',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: x }\nspec: { schedule: "0 0 * * *", jobTemplate: { metadata: { labels: { a: b } }, spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }\n',
    'a: b',
    'a: b c',
  ],
  [
    'ValidateAnnotations',
    'bad-label spec.jobTemplate.metadata.annotations["a b"]',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: x }\nspec: { schedule: "0 0 * * *", jobTemplate: { metadata: { annotations: { a: b } }, spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }\n',
    'a: b',
    'a b: b',
  ],
  [
    'ValidateContainerResourceName',
    'invalid-autoscaler spec.metrics[0].containerResource.name',
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: x }\nspec: { scaleTargetRef: { apiVersion: example.com/v1, kind: Scalable, name: s }, maxReplicas: 5, metrics: [{ type: ContainerResource, containerResource: { name: cpu, container: a, target: { type: Utilization, averageUtilization: 50 } } }] }\n',
    'name: cpu',
    'name: gpu',
  ],
  [
    'validateIngressTypedLocalObjectReference',
    'bad-value spec.defaultBackend.resource.apiGroup',
    ingress('defaultBackend: { resource: { apiGroup: a.b, kind: C, name: d } }'),
    'a.b',
    'A_b',
  ],
  [
    'validateIngressTypedLocalObjectReference',
    'bad-value spec.defaultBackend.resource.name',
    ingress('defaultBackend: { resource: { apiGroup: a.b, kind: C, name: d } }'),
    'name: d',
    'name: d/e',
  ],
  [
    'validateIngressClassParametersReference',
    'bad-value spec.parameters.apiGroup',
    ingressClass('controller: a.b/c, parameters: { apiGroup: a.b, kind: A, name: b, scope: Namespace, namespace: shop }'),
    'apiGroup: a.b',
    'apiGroup: A_b',
  ],
  [
    'validateIngressClassParametersReference',
    'bad-value spec.parameters.namespace',
    ingressClass('controller: a.b/c, parameters: { apiGroup: a.b, kind: A, name: b, scope: Namespace, namespace: shop }'),
    'shop',
    'Shop',
  ],
  ['ValidateServiceCIDR', 'bad-value spec.cidrs[0]', serviceCidr('cidrs: [10.0.0.0/8, "fd00::/64"]'), '10.0.0.0/8', '10.0.0.1/8'],
  ['ValidateServiceCIDR', 'bad-value spec.cidrs[1]', serviceCidr('cidrs: [10.0.0.0/8, "fd00::/64"]'), 'fd00::/64', 'fd00::1/64'],
  [
    'validateCSINodeDriverAllocatable',
    'number-out-of-range spec.drivers[0].allocatable.count',
    csiNode('drivers: [{ name: a.b, nodeID: c, allocatable: { count: 0 } }]'),
    'count: 0',
    'count: -1',
  ],
  [
    'validateRuleWithOperations',
    'bad-value webhooks[0].rules[0].operations[0]',
    webhook(
      'admissionReviewVersions: [v1, v1beta1], clientConfig: { service: { name: a, namespace: b, path: /a.b/c/ } }, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]',
    ),
    'CREATE',
    'READ',
  ],
  [
    'validateAdmissionReviewVersions',
    'invalid-webhook webhooks[0].admissionReviewVersions[1]',
    webhook(
      'admissionReviewVersions: [v1, v1beta1], clientConfig: { service: { name: a, namespace: b, path: /a.b/c/ } }, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]',
    ),
    'v1beta1',
    'v1',
  ],
  [
    'ValidateWebhookService',
    'bad-value webhooks[0].clientConfig.service.path',
    webhook(
      'admissionReviewVersions: [v1, v1beta1], clientConfig: { service: { name: a, namespace: b, path: /a.b/c/ } }, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]',
    ),
    '/a.b/c/',
    '/a.b//c',
  ],
];

/**
 * Single changes that the API server rejects: rules of its validation that had no check. Source: pkg/apis/core/validation/validation.go of
 * Kubernetes 1.34, read from its first line to its last, and the validation of the other API groups.
 */
export const SINGLE_CHANGES: readonly SingleChange[] = ROWS.map(([validation, finding, valid, from, to]) => ({
  validation,
  finding,
  valid,
  change: [from, to],
}));
