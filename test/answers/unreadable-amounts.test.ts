import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { estimateManifestFiles } from '../../lib/answers/estimate-manifest-files';
import { lintManifests } from '../../lib/answers/lint';
import { InputError, problemText } from '../../lib/core/problems';
import { temporaryFolder } from '../support/temporary-folder';

const MANIFESTS = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      overhead: { cpu: 10m }
      initContainers:
        - { name: init, image: "a:1", resources: { requests: { cpu: 100m, memory: 128Mi } } }
      containers:
        - { name: web, image: "a:1", resources: { requests: { cpu: 250m, memory: 256Mi, ephemeral-storage: 1Gi } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 4
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  replicas: 1
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - { name: db, image: "a:1", resources: { requests: { cpu: 500m, memory: 1Gi } } }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 10Gi } } }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
parameters: { type: gp3, iops: "4000", throughput: "200" }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: files, namespace: shop }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: shop }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      parallelism: 3
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: job, image: "a:1", resources: { requests: { cpu: 200m, memory: 64Mi } } }]
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: db, namespace: shop }
spec: { scaleTargetRef: { kind: StatefulSet, name: db }, minReplicaCount: 1, maxReplicaCount: 3, triggers: [{ type: cpu, metadata: { value: "50" } }] }
---
apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
spec: { limits: [{ type: Container, defaultRequest: { cpu: 100m, memory: 64Mi } }] }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      containers: [{ name: agent, image: "a:1", resources: { requests: { cpu: 50m, memory: 32Mi } } }]
`;

const FILE = join(temporaryFolder(), 'shop.yaml');

/** The problems of an estimate of the manifests with one part replaced; empty when the estimate is computed. */
function problemsWith(from: string, to: string): readonly string[] {
  expect(MANIFESTS).toContain(from);
  writeFileSync(
    FILE,
    MANIFESTS.replace(from, () => to),
  );
  try {
    estimateManifestFiles(FILE);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map((problem) => problemText(problem).replace(`${FILE}:`, 'line '));
    throw error;
  }
  return [];
}

const QUANTITY = 'expected a number with one of the suffixes n, u, m, k, M, G, T, P, E or Ki, Mi, Gi, Ti, Pi, Ei';
const COUNT = 'expected a whole number';

describe('an estimate of manifests', () => {
  it('is computed when all values can be read', () => {
    expect(problemsWith('replicas: 2', 'replicas: 3')).toEqual([]);
  });

  // The API server rejects each: kubectl apply --dry-run=server.
  test.each<[from: string, to: string, problem: string]>([
    ['replicas: 2', 'replicas: ten', `spec.replicas: invalid value "ten"; ${COUNT}`],
    ['replicas: 2', `replicas: $\{REPLICAS}`, `spec.replicas: invalid value "$\{REPLICAS}"; ${COUNT}`],
    ['replicas: 2', 'replicas: "2"', `spec.replicas: invalid value "2"; ${COUNT}`],
    ['replicas: 2', 'replicas: 1.5', `spec.replicas: invalid value 1.5; ${COUNT}`],
    ['replicas: 2', 'replicas: -1', 'spec.replicas: invalid value -1; expected at least 0'],
    ['replicas: 2', 'replicas: [2]', `spec.replicas: invalid value [2]; ${COUNT}`],
    ['cpu: 250m', 'cpu: 8 cores', `spec.template.spec.containers[0].resources.requests.cpu: invalid value "8 cores"; ${QUANTITY}`],
    ['cpu: 250m', 'cpu: true', 'resources.requests.cpu: invalid value true; expected a quantity'],
    ['memory: 256Mi', 'memory: 8GB', `resources.requests.memory: invalid value "8GB"; ${QUANTITY}`],
    ['memory: 256Mi', `memory: '$\{MEMORY}'`, `resources.requests.memory: invalid value "$\{MEMORY}"; ${QUANTITY}`],
    [
      'requests: { cpu: 250m, memory: 256Mi, ephemeral-storage: 1Gi }',
      'requests: none',
      'resources.requests: invalid value "none"; expected an object',
    ],
    ['ephemeral-storage: 1Gi', 'ephemeral-storage: 1 GB', `resources.requests.ephemeral-storage: invalid value "1 GB"; ${QUANTITY}`],
    ['ephemeral-storage: 1Gi', 'nvidia.com/gpu: one', `resources.requests["nvidia.com/gpu"]: invalid value "one"; ${QUANTITY}`],
    [
      'cpu: 100m, memory: 128Mi',
      'cpu: 1 core, memory: 128Mi',
      `spec.template.spec.initContainers[0].resources.requests.cpu: invalid value "1 core"; ${QUANTITY}`,
    ],
    ['overhead: { cpu: 10m }', 'overhead: { cpu: some }', `spec.template.spec.overhead.cpu: invalid value "some"; ${QUANTITY}`],
    ['minReplicas: 2', 'minReplicas: two', `HorizontalPodAutoscaler shop/web: spec.minReplicas: invalid value "two"; ${COUNT}`],
    ['maxReplicas: 4', 'maxReplicas: "4"', `spec.maxReplicas: invalid value "4"; ${COUNT}`],
    ['  maxReplicas: 4\n', '', 'spec.maxReplicas: missing; expected a value'],
    ['storage: 10Gi', 'storage: 10GB', `spec.volumeClaimTemplates[0].spec.resources.requests.storage: invalid value "10GB"; ${QUANTITY}`],
    [
      'storage: 20Gi',
      'storage: 20 GiB',
      `PersistentVolumeClaim shop/files: spec.resources.requests.storage: invalid value "20 GiB"; ${QUANTITY}`,
    ],
    ['iops: "4000"', 'iops: "many"', `StorageClass fast: parameters.iops: invalid value "many"; ${COUNT} in quotes`],
    ['iops: "4000"', 'iops: 4000', `StorageClass fast: parameters.iops: invalid value 4000; ${COUNT} in quotes`],
    ['throughput: "200"', 'throughput: "200MB"', `StorageClass fast: parameters.throughput: invalid value "200MB"; ${COUNT} in quotes`],
    ['parallelism: 3', 'parallelism: three', `CronJob shop/nightly: spec.jobTemplate.spec.parallelism: invalid value "three"; ${COUNT}`],
    ['minReplicaCount: 1', 'minReplicaCount: one', `ScaledObject shop/db: spec.minReplicaCount: invalid value "one"; ${COUNT}`],
    ['maxReplicaCount: 3', 'maxReplicaCount: "3"', `ScaledObject shop/db: spec.maxReplicaCount: invalid value "3"; ${COUNT}`],
    [
      'defaultRequest: { cpu: 100m',
      'defaultRequest: { cpu: lots',
      `LimitRange shop/limits: spec.limits[0].defaultRequest.cpu: invalid value "lots"; ${QUANTITY}`,
    ],
    [
      'cpu: 50m, memory: 32Mi',
      'cpu: 50m, memory: 32 MB',
      `DaemonSet shop/agent: spec.template.spec.containers[0].resources.requests.memory: invalid value "32 MB"; ${QUANTITY}`,
    ],
  ])('refuses %j → %j', (from, to, problem) => {
    expect(problemsWith(from, to)).toEqual([expect.stringContaining(problem)]);
    const rejected = lintManifests(FILE).findings.some(
      // Another tool may replace a variable, so lint warns about one; the estimate requires the number.
      ({ severity, line }) => (severity === 'error' || to.includes('${')) && problemsWith(from, to)[0]?.startsWith(`line ${line}:`),
    );
    expect(rejected || from.includes('"')).toBe(true);
  });

  // A host name or a reference may have a variable of envsubst or Flux; the size of a volume must be known.
  it('requires patterns of amounts in custom resources, and none of names', () => {
    const added = (yaml: string) => problemsWith('apiVersion: v1\nkind: LimitRange', `${yaml}---\napiVersion: v1\nkind: LimitRange`);
    const route = `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: a }\nspec:\n  hostnames: ["a.$\{DOMAIN}"]\n`;
    expect(added(route)).toEqual([]);
    const nodes = `apiVersion: karpenter.k8s.aws/v1\nkind: EC2NodeClass\nmetadata: { name: a }\nspec:\n  amiSelectorTerms: [{ id: "$\{AMI}" }]\n  blockDeviceMappings: [{ ebs: { volumeSize: "$\{SIZE}" } }]\n`;
    expect(added(nodes)).toEqual([expect.stringContaining('EC2NodeClass a: spec.blockDeviceMappings[0].ebs.volumeSize: invalid value')]);
  });

  it('names every value that cannot be read, with its line', () => {
    writeFileSync(FILE, MANIFESTS.replace('replicas: 2', 'replicas: ten').replace('cpu: 250m', 'cpu: 8 cores'));
    expect(() => estimateManifestFiles(FILE)).toThrow(
      /:5: Deployment shop\/web: spec\.replicas.*\n.*:14: Deployment shop\/web: spec\.template/,
    );
  });
});
