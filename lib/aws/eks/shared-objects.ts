import { GATEWAY_API } from './controller-charts';
import { SNAPSHOT_SCHEDULES } from './kubernetes-addons';
import type { KubernetesObject } from './kubernetes-objects';

const EBS = 'ebs.csi.aws.com';

/** Objects of the whole cluster that a chart counts on by their names, by the id of their resource. */
export function sharedObjects(region: string, apiGroups: ReadonlySet<string>): Readonly<Record<string, KubernetesObject>> {
  return {
    // Who copies secrets has the right to read them; that of the objects' namespace needs none.
    SecretStore: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'sizing-blueprints' },
      spec: { provider: { aws: { service: 'SecretsManager', region } } },
    },
    StorageClass: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'gp3', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
      provisioner: EBS,
      parameters: { type: 'gp3', encrypted: 'true' },
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
      // What a deleted claim held stays until somebody deletes the volume.
      reclaimPolicy: 'Retain',
    },
    ...(apiGroups.has(GATEWAY_API) ? { GatewayClass: GATEWAY_CLASS } : {}),
    ...(apiGroups.has(SNAPSHOT_SCHEDULES) ? { SnapshotClass: SNAPSHOT_CLASS } : {}),
  };
}

const GATEWAY_CLASS: KubernetesObject = {
  apiVersion: `${GATEWAY_API}/v1`,
  kind: 'GatewayClass',
  metadata: { name: 'aws-alb' },
  spec: { controllerName: 'gateway.k8s.aws/alb' },
};

const SNAPSHOT_CLASS: KubernetesObject = {
  apiVersion: 'snapshot.storage.k8s.io/v1',
  kind: 'VolumeSnapshotClass',
  metadata: { name: 'ebs', annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } },
  driver: EBS,
  // Schedules keep the last few, and delete what is older.
  deletionPolicy: 'Delete',
};
