import { describe, expect, it } from 'vitest';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { objectProblemText } from '../../lib/output/object-problems';
import { readCluster } from '../../lib/scheduling/cluster';

/** Reasons why a Deployment cannot be priced. */
function reasonsOf(replicas: string, cpu = '100m', memory = '128Mi'): readonly string[] {
  return unpricedIn(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example.com/web:1.0.0
          resources: { requests: { cpu: ${cpu}, memory: ${memory} } }
`);
}

function claimReasons(storage: string, type = 'gp3'): readonly string[] {
  return unpricedIn(`
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce], storageClassName: ${type}, resources: { requests: { storage: ${storage} } } }
`);
}

function unpricedIn(text: string): readonly string[] {
  const { objects } = readCluster(parseManifests(text, 'manifests.yaml'), { zones: ['a', 'b', 'c'], expectedCount: () => undefined });
  return objects.flatMap(({ demand }) => (demand.unpriced ?? []).map(objectProblemText));
}

describe('impossible amounts make an object unpriced', () => {
  // Kubernetes documentation, Considerations for large clusters: no more than 150,000 total pods.
  it.each(['1e308', '1000000000', '150001', '-5', '2.5'])('%s replicas', (replicas) => {
    expect(reasonsOf(replicas)).toEqual([expect.stringMatching(/^the number of pods is .*not (between 0 and 150,000|a whole number)$/)]);
  });

  it.each([
    ['1e30', '128Mi', /^the requested CPU/],
    ['-1', '128Mi', /^container web requests -1 of cpu/],
    ['100m', '1e300', /^the requested memory/],
    ['100m', '-128Mi', /^container web requests -128Mi of memory/],
    ['100m', 'lots', /^container web requests lots of memory/],
  ])('requests of %s CPU and %s of memory', (cpu, memory, reason) => {
    expect(reasonsOf('2', cpu, memory)).toEqual([expect.stringMatching(reason)]);
  });

  // Amazon EBS user guide: a gp3 volume has at most 64 TiB.
  it.each(['1e308', '-10Gi', '-5', '65Ti'])('a claim of %s', (storage) => {
    expect(claimReasons(storage)).toEqual([expect.stringMatching(/^the size of a volume in GiB is .*not between 0 and 65,536$/)]);
  });

  // kubernetes-sigs/aws-ebs-csi-driver#2162: the claim stays pending. Amazon EC2 API reference, CreateVolume, Size.
  it.each([
    ['st1', '10Gi', 'it requests a volume of 10 GiB, and st1 volumes have 125 to 16,384 GiB'],
    ['st1', '125Gi', undefined],
    ['io2', '1Gi', 'it requests a volume of 1 GiB, and io2 volumes have 4 to 65,536 GiB'],
    ['gp2', '17Ti', 'it requests a volume of 17,408 GiB, and gp2 volumes have 1 to 16,384 GiB'],
  ])('a claim of %s of %s', (type, storage, reason) => {
    expect(claimReasons(storage, type)).toEqual(reason === undefined ? [] : [reason]);
  });

  it('and possible ones do not', () => {
    expect([reasonsOf('0'), reasonsOf('150000'), claimReasons('64Ti')]).toEqual([[], [], []]);
  });
});
