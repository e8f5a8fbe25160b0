import { describe, expect, test } from 'vitest';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { otherProviders } from '../../lib/scheduling/other-provider';

const marksOf = (text: string) => otherProviders(parseManifests(text, 'x.yaml')).map(({ provider, mark }) => `${provider} ${mark}`);
const pod = (spec: string) => `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { ${spec} } }`;

describe('manifests for another provider', () => {
  test.each([
    // Google Kubernetes Engine documentation: node labels, dynamic provisioning, GKE Ingress, backend configuration, Workload Identity.
    [pod('nodeSelector: { cloud.google.com/gke-nodepool: p }'), 'GKE cloud.google.com/gke-nodepool'],
    [pod('tolerations: [{ key: cloud.google.com/gke-spot, operator: Exists }]'), 'GKE cloud.google.com/gke-spot'],
    ['{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: a }, spec: { storageClassName: premium-rwo } }', 'GKE premium-rwo'],
    [
      '{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: a }, provisioner: pd.csi.storage.gke.io }',
      'GKE pd.csi.storage.gke.io',
    ],
    [
      '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: a, annotations: { kubernetes.io/ingress.class: gce-internal } } }',
      'GKE gce-internal',
    ],
    ['{ apiVersion: cloud.google.com/v1, kind: BackendConfig, metadata: { name: a } }', 'GKE cloud.google.com'],
    ['{ apiVersion: networking.gke.io/v1, kind: ManagedCertificate, metadata: { name: a } }', 'GKE networking.gke.io'],
    [
      '{ apiVersion: v1, kind: ServiceAccount, metadata: { name: a, annotations: { iam.gke.io/gcp-service-account: a } } }',
      'GKE iam.gke.io/gcp-service-account',
    ],
    // Azure Kubernetes Service documentation: reserved system labels, storage classes, internal load balancers, application routing.
    [pod('nodeSelector: { kubernetes.azure.com/mode: user }'), 'AKS kubernetes.azure.com/mode'],
    ['{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: a }, spec: { storageClassName: managed-csi } }', 'AKS managed-csi'],
    [
      '{ apiVersion: v1, kind: Service, metadata: { name: a, annotations: { service.beta.kubernetes.io/azure-load-balancer-internal: "true" } } }',
      'AKS service.beta.kubernetes.io/azure-load-balancer-internal',
    ],
    [
      '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: a }, spec: { ingressClassName: webapprouting.kubernetes.azure.com } }',
      'AKS webapprouting.kubernetes.azure.com',
    ],
  ])('%s', (text, expected) => {
    expect(marksOf(text)).toEqual([expected]);
  });

  test.each([
    pod('nodeSelector: { eks.amazonaws.com/nodegroup: p }'),
    pod('nodeSelector: { kubernetes.io/arch: amd64 }'),
    '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: a }, spec: { storageClassName: gp3 } }',
    // A value that only looks like a mark.
    '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { note: gce } }',
  ])('are not %s', (text) => {
    expect(marksOf(text)).toEqual([]);
  });
});
