import { type ClusterEstimate, type ClusterEstimateRequest, estimateManifestObjects } from '../../lib/answers/estimate-manifest-files';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { type Cluster, readCluster } from '../../lib/scheduling/cluster';

export function clusterOf(yaml: string): Cluster {
  return readCluster(parseManifests(yaml, 'test.yaml'), { zones: ['a', 'b', 'c'], expectedCount: () => undefined });
}

export function billed(yaml: string, request: ClusterEstimateRequest = {}): ClusterEstimate {
  return estimateManifestObjects(parseManifests(yaml, 'test.yaml'), 'test.yaml', { region: 'us-east-1', controlPlane: 'none', ...request });
}

interface DeploymentShape {
  readonly name?: string;
  readonly replicas?: number;
  readonly requests?: string;
}

/** A Deployment with one container. */
export function deployment({ name = 'web', replicas = 1, requests = '{ cpu: 500m, memory: 1Gi }' }: DeploymentShape = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: main, image: "example.com/web:1", resources: { requests: ${requests} } }]
---
`;
}
