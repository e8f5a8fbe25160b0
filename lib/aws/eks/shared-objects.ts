import { GATEWAY_API } from './controller-charts';
import { SNAPSHOT_SCHEDULES } from './kubernetes-addons';
import type { KubernetesObject } from './kubernetes-objects';

const EBS = 'ebs.csi.aws.com';

/** Cluster-wide objects that charts refer to by name, by construct id. */
export function sharedObjects(region: string, apiGroups: ReadonlySet<string>): Readonly<Record<string, KubernetesObject>> {
  return {
    // External Secrets reads secrets with its own IAM role, so the store has no credentials.
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
      // The data of a deleted claim stays until the volume is deleted.
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
  // SnapshotSchedules delete old snapshots, and with them the data.
  deletionPolicy: 'Delete',
};
