import { CONTAINER, CONTAINER_PATH, type Make, META, pod, type Rejected, rows } from './rows';

const mounted: Make = (fields) =>
  `apiVersion: v1\nkind: Pod\n${META}\nspec: { volumes: [{ name: v, persistentVolumeClaim: { claimName: made } }, { name: w, emptyDir: {} }], containers: [{ ${CONTAINER}, ${fields} }] }\n`;

/** Volumes and their mounts that the API server rejects. */
export const REJECTED_VOLUMES: readonly Rejected[] = [
  ...rows('invalid-volume', pod, [
    [
      'validateVolumeSource',
      'volumes: [{ name: v, emptyDir: {}, hostPath: { path: /a } }]',
      'volumes: [{ name: v, hostPath: { path: /a } }]',
      'spec.volumes[0]',
    ],
    [
      'validateSecretVolumeSource',
      'volumes: [{ name: v, secret: { optional: true } }]',
      'volumes: [{ name: v, secret: { optional: true, secretName: s } }]',
      'spec.volumes[0].secret.secretName',
    ],
    [
      'validateConfigMapVolumeSource',
      'volumes: [{ name: v, configMap: { optional: true } }]',
      'volumes: [{ name: v, configMap: { optional: true, name: s } }]',
      'spec.volumes[0].configMap.name',
    ],
    [
      'validateKeyToPath',
      'volumes: [{ name: v, secret: { optional: true, secretName: s, items: [{ key: a, path: ../b }] } }]',
      'volumes: [{ name: v, secret: { optional: true, secretName: s, items: [{ key: a, path: b/c }] } }]',
      'spec.volumes[0].secret.items[0].path',
    ],
    [
      'validateHostPathVolumeSource',
      'volumes: [{ name: v, hostPath: { path: /a/../b } }]',
      'volumes: [{ name: v, hostPath: { path: /b } }]',
      'spec.volumes[0].hostPath.path',
    ],
    [
      'validateNFSVolumeSource',
      'volumes: [{ name: v, nfs: { server: s, path: a } }]',
      'volumes: [{ name: v, nfs: { server: s, path: /a } }]',
      'spec.volumes[0].nfs.path',
    ],
    [
      'validateEmptyDirVolumeSource',
      'volumes: [{ name: v, emptyDir: { sizeLimit: "-1" } }]',
      'volumes: [{ name: v, emptyDir: { sizeLimit: 1Gi } }]',
      'spec.volumes[0].emptyDir.sizeLimit',
    ],
    [
      'validateEmptyDirVolumeSource',
      'volumes: [{ name: v, emptyDir: { medium: memory } }]',
      'volumes: [{ name: v, emptyDir: { medium: Memory } }]',
      'spec.volumes[0].emptyDir.medium',
    ],
    [
      'validateDownwardAPIVolumeFile',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a }] } }]',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: metadata.labels } }] } }]',
      'spec.volumes[0].downwardAPI.items[0]',
    ],
    [
      'validateDownwardAPIVolumeFile',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: status.podIP } }] } }]',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: metadata.name } }] } }]',
      'spec.volumes[0].downwardAPI.items[0].fieldRef.fieldPath',
    ],
    [
      'validateContainerResourceFieldSelector',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, resourceFieldRef: { resource: limits.cpu } }] } }]',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, resourceFieldRef: { containerName: a, resource: limits.cpu } }] } }]',
      'spec.volumes[0].downwardAPI.items[0].resourceFieldRef.containerName',
    ],
    [
      'validateProjectionSources',
      'volumes: [{ name: v, projected: { sources: [{ secret: { name: s, optional: true, items: [{ key: a, path: f }, { key: b, path: f }] } }] } }]',
      'volumes: [{ name: v, projected: { sources: [{ secret: { name: s, optional: true, items: [{ key: a, path: f }, { key: b, path: g }] } }] } }]',
      'spec.volumes[0].projected.sources[0].secret.items[1].path',
    ],
    [
      'validateProjectionSources',
      'volumes: [{ name: v, projected: { sources: [{ secret: { name: s, optional: true }, configMap: { name: s, optional: true } }] } }]',
      'volumes: [{ name: v, projected: { sources: [{ secret: { name: s, optional: true } }, { configMap: { name: s, optional: true } }] } }]',
      'spec.volumes[0].projected.sources[0]',
    ],
  ]),
  ...rows('invalid-mount', mounted, [
    [
      'ValidateVolumeMounts',
      'volumeMounts: [{ name: w, mountPath: /a, subPath: /b }]',
      'volumeMounts: [{ name: w, mountPath: /a, subPath: b }]',
      `${CONTAINER_PATH}.volumeMounts[0].subPath`,
    ],
    [
      'ValidateVolumeMounts',
      'volumeMounts: [{ name: w, mountPath: /a, subPath: b, subPathExpr: c }]',
      'volumeMounts: [{ name: w, mountPath: /a, subPathExpr: c }]',
      `${CONTAINER_PATH}.volumeMounts[0].subPathExpr`,
    ],
    [
      'validateMountPropagation',
      'volumeMounts: [{ name: w, mountPath: /a, mountPropagation: Bidirectional }]',
      'volumeMounts: [{ name: w, mountPath: /a, mountPropagation: Bidirectional }], securityContext: { privileged: true }',
      `${CONTAINER_PATH}.volumeMounts[0].mountPropagation`,
    ],
    [
      'validateMountRecursiveReadOnly',
      'volumeMounts: [{ name: w, mountPath: /a, recursiveReadOnly: Enabled }]',
      'volumeMounts: [{ name: w, mountPath: /a, recursiveReadOnly: Enabled, readOnly: true }]',
      `${CONTAINER_PATH}.volumeMounts[0].recursiveReadOnly`,
    ],
    [
      'ValidateVolumeDevices',
      'volumeDevices: [{ name: w, devicePath: /dev/x }]',
      'volumeDevices: [{ name: v, devicePath: /dev/x }]',
      `${CONTAINER_PATH}.volumeDevices[0].name`,
    ],
    [
      'ValidateVolumeDevices',
      'volumeMounts: [{ name: v, mountPath: /a }], volumeDevices: [{ name: v, devicePath: /dev/x }]',
      'volumeMounts: [{ name: w, mountPath: /a }], volumeDevices: [{ name: v, devicePath: /dev/x }]',
      `${CONTAINER_PATH}.volumeDevices[0].name`,
    ],
  ]),
];
