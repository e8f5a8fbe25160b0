import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ClusterState, checkCluster, clusterFailures } from '../../lib/answers/check-cluster';
import { tierManifests } from '../../lib/answers/manifests';
import { requirementText } from '../../lib/output/cluster-objects';

const folder = mkdtempSync(join(tmpdir(), 'check-cluster-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manifests = tierManifests({ tier: { system: 'aiva', tier: 'large', clusterName: 'prod' } });

interface Item {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: object;
  readonly [field: string]: unknown;
}

function check(...items: readonly Item[]) {
  const file = join(folder, 'cluster.json');
  // The form that `kubectl get --output json` prints for several resources.
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items }));
  return checkCluster(manifests, file);
}

function stateOf(text: string, ...items: readonly Item[]): ClusterState | undefined {
  return check(...items).requirements.find(({ requirement }) => requirementText(requirement) === text)?.state;
}

const definition = (group: string, kind: string, versions: Readonly<Record<string, boolean>>): Item => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${kind.toLowerCase()}s.${group}` },
  spec: { group, names: { kind }, versions: Object.entries(versions).map(([name, served]) => ({ name, served, storage: served })) },
});
const named = (apiVersion: string, kind: string, name: string, fields: object = {}): Item => ({
  apiVersion,
  kind,
  metadata: { name },
  ...fields,
});
const node = (kubeletVersion: string): Item => named('v1', 'Node', kubeletVersion, { status: { nodeInfo: { kubeletVersion } } });
const prometheus = (spec: object, namespace = 'monitoring'): Item => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'Prometheus',
  metadata: { name: 'main', namespace },
  spec,
});

describe('the requirements of manifests in a cluster', () => {
  test('contain everything that the manifests reference and do not create', () => {
    expect(check(node('v1.36.1')).requirements.map(({ requirement }) => requirementText(requirement))).toEqual([
      'Kubernetes 1.31 or newer',
      'definition of ExternalSecret (external-secrets.io/v1)',
      'definition of LoadBalancerConfiguration (gateway.k8s.aws/v1beta1)',
      'definition of TargetGroupConfiguration (gateway.k8s.aws/v1beta1)',
      'definition of Gateway (gateway.networking.k8s.io/v1)',
      'definition of HTTPRoute (gateway.networking.k8s.io/v1)',
      'definition of EC2NodeClass (karpenter.k8s.aws/v1)',
      'definition of NodePool (karpenter.sh/v1)',
      'definition of ScaledObject (keda.sh/v1alpha1)',
      'definition of TriggerAuthentication (keda.sh/v1alpha1)',
      'definition of PodMonitor (monitoring.coreos.com/v1)',
      'definition of PrometheusRule (monitoring.coreos.com/v1)',
      'definition of PerconaServerMySQL (ps.percona.com/v1)',
      'ClusterSecretStore sizing-blueprints',
      'GatewayClass aws-alb',
      'StorageClass gp3',
      'Namespace keda',
      'Namespace monitoring',
      'Namespace percona-server-mysql-operator',
      'Prometheus that selects every PodMonitor in aiva-dev',
      'Prometheus that selects every PrometheusRule in aiva-dev',
      'IAM role of nodes KarpenterNodeRole-prod',
      'tag karpenter.sh/discovery=prod',
    ]);
  });

  test('include a served version of each definition', () => {
    const text = 'definition of ExternalSecret (external-secrets.io/v1)';
    const group = 'external-secrets.io';
    expect(stateOf(text, definition(group, 'ExternalSecret', { v1: true, v1beta1: false }))).toEqual({ kind: 'present' });
    expect(stateOf(text, definition(group, 'SecretStore', { v1: true }))).toEqual({ kind: 'missing' });
    expect(stateOf(text, definition('example.com', 'ExternalSecret', { v1: true }))).toEqual({ kind: 'missing' });
    expect(stateOf(text, definition(group, 'ExternalSecret', { v1: false, v1beta1: true }))).toEqual({
      kind: 'unsuitable',
      property: 'served versions',
      found: 'v1beta1',
      required: 'v1',
    });
    expect(stateOf(text, node('v1.36.1'))).toEqual({ kind: 'not-in-file', objectKind: 'CustomResourceDefinition' });
  });

  test('include the version of the oldest node', () => {
    const text = 'Kubernetes 1.31 or newer';
    expect(stateOf(text, node('v1.31.14-eks-c39b1d0'), node('v1.36.1'))).toEqual({ kind: 'present' });
    expect(stateOf(text, node('v1.36.1'), node('v1.30.8-eks-aeac579'))).toMatchObject({
      kind: 'unsuitable',
      found: 'v1.30.8-eks-aeac579',
    });
    expect(stateOf(text, named('v1', 'Namespace', 'keda'))).toEqual({ kind: 'not-in-file', objectKind: 'Node' });
  });

  // Kubernetes API reference, StorageClass: volumeBindingMode defaults to Immediate.
  test('include a storage class that waits for the pod', () => {
    const classed = (fields: object) => stateOf('StorageClass gp3', named('storage.k8s.io/v1', 'StorageClass', 'gp3', fields));
    expect(classed({ volumeBindingMode: 'WaitForFirstConsumer' })).toEqual({ kind: 'present' });
    expect(classed({})).toMatchObject({ kind: 'unsuitable', found: 'Immediate' });
    expect(stateOf('StorageClass gp3', named('storage.k8s.io/v1', 'StorageClass', 'gp2'))).toEqual({ kind: 'missing' });
  });

  // Prometheus Operator, API reference, PrometheusSpec: "A null label selector matches no objects", and for namespaces "A null label
  // selector (default value) matches the current namespace only". kube-prometheus-stack selects `release: <name of the release>`.
  test.each([
    ['selects all', { podMonitorSelector: {}, podMonitorNamespaceSelector: {} }, 'monitoring', 'present'],
    ['selects nothing', { podMonitorNamespaceSelector: {} }, 'monitoring', 'missing'],
    ['selects its own namespace', { podMonitorSelector: {} }, 'monitoring', 'missing'],
    ['is in the namespace', { podMonitorSelector: {} }, 'aiva-dev', 'present'],
    [
      'selects the label of a Helm release',
      { podMonitorSelector: { matchLabels: { release: 'kube-prometheus-stack' } }, podMonitorNamespaceSelector: {} },
      'monitoring',
      'missing',
    ],
    [
      'selects a label that all have, in a namespace by name',
      {
        podMonitorSelector: { matchLabels: { 'app.kubernetes.io/part-of': 'aiva' } },
        podMonitorNamespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'aiva-dev' } },
      },
      'monitoring',
      'present',
    ],
  ])('of a Prometheus that %s', (_name, spec, namespace, kind) => {
    expect(stateOf('Prometheus that selects every PodMonitor in aiva-dev', prometheus(spec, namespace))).toEqual({ kind });
  });
});

test('a requirement that is not met, or that the file does not show, fails', () => {
  expect(clusterFailures(check(node('v1.30.1')))).toMatchObject([{ limit: { kind: 'cluster', unmet: 1, unknown: 20 } }]);
  const met = { requirement: { kind: 'namespace' as const, name: 'keda' }, state: { kind: 'present' as const } };
  expect(clusterFailures({ system: 'aiva', tier: 'large', file: 'cluster.json', requirements: [met] })).toEqual([]);
});
