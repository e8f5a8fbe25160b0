import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { parseManifests, readManifests } from '../../lib/manifests/read-manifests';

/** Objects and labels that controllers and programs add while the cluster runs are no violations. */
const found = (yaml: string, ...rules: readonly string[]) =>
  lint(parseManifests(yaml, 'shop.yaml')).flatMap(({ rule }) => (rules.includes(rule) ? [rule] : []));

const workload = (kind: string, apiVersion: string, name: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  selector: { matchLabels: { app: db } }\n  template:\n    metadata: { labels: { app: db } }\n    spec: { containers: [{ name: db, image: "db:1", ports: [{ name: db, containerPort: 5432 }] }] }\n---\n`;
const service = (selector: string, port = '5432') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: one, namespace: shop }\nspec: { selector: ${selector}, ports: [{ port: ${port} }] }\n---\n`;

describe('labels of controllers', () => {
  // Kubernetes documentation, "Well-Known Labels, Annotations and Taints".
  test.each([
    ['{ statefulset.kubernetes.io/pod-name: db-0 }', []],
    ['{ app: db, apps.kubernetes.io/pod-index: "1" }', []],
    ['{ statefulset.kubernetes.io/pod-name: web-0 }', ['service-without-pods']],
    ['{ statefulset.kubernetes.io/pod-name: db-main }', ['service-without-pods']],
    ['{ app: other, statefulset.kubernetes.io/pod-name: db-0 }', ['service-without-pods']],
    ['{ batch.kubernetes.io/job-name: db }', ['service-without-pods']],
  ])('a Service of a StatefulSet by %s', (selector, rules) => {
    expect(found(workload('StatefulSet', 'apps/v1', 'db') + service(selector), 'service-without-pods')).toEqual(rules);
  });

  test('a NetworkPolicy of a Job by its name', () => {
    const policy = (name: string) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { podSelector: { matchLabels: { batch.kubernetes.io/job-name: ${name} } }, policyTypes: [Ingress] }\n---\n`;
    const job = workload('Job', 'batch/v1', 'migrate');
    expect(found(job + policy('migrate'), 'network-policy-without-pods')).toEqual([]);
    expect(found(job + policy('import'), 'network-policy-without-pods')).toEqual(['network-policy-without-pods']);
  });
});

test('a target port that no container declares is a warning as a number, and an error as a name', () => {
  const deployed = workload('Deployment', 'apps/v1', 'db');
  expect(found(deployed + service('{ app: db }', '9090'), 'service-port', 'undeclared-port')).toEqual(['undeclared-port']);
  expect(found(deployed + service('{ app: db }', '80, targetPort: metrics'), 'service-port', 'undeclared-port')).toEqual(['service-port']);
});

// kubernetes, staging/src/k8s.io/endpointslice/reconciler.go: a pod of which no port is found is an endpoint without ports.
test.each([
  ['', ['error']],
  ['clusterIP: None, ', ['warning']],
])('a port name that no container has, of a Service with { %s}', (fields, severities) => {
  const text = `apiVersion: v1\nkind: Service\nmetadata: { name: db, namespace: shop }\nspec: { ${fields}selector: { app: db }, ports: [{ port: 80, targetPort: metrics }] }\n`;
  const findings = lint(parseManifests(workload('StatefulSet', 'apps/v1', 'db') + text, 'shop.yaml'));
  expect(findings.filter(({ rule }) => rule === 'service-port').map(({ severity }) => severity)).toEqual(severities);
});

// The disruption controller allows no disruption of no pods: there is nothing to evict.
test.each([
  [0, []],
  [1, ['disruption-budget-impossible']],
])('a PodDisruptionBudget of 2 pods for a Deployment of %i', (replicas, rules) => {
  const deployed = workload('Deployment', 'apps/v1', 'db').replace('spec:\n', `spec:\n  replicas: ${replicas}\n`);
  const budget =
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: db, namespace: shop }\nspec: { minAvailable: 2, selector: { matchLabels: { app: db } } }\n';
  expect(found(deployed + budget, 'disruption-budget-impossible')).toEqual(rules);
});

describe('Secrets that a program of the manifests may create', () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: shop }\nspec: { containers: [{ name: a, image: "a:1", envFrom: [{ secretRef: { name: made } }] }] }\n---\n';
  const role = (kind: string, rule: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: maker, namespace: shop }\nrules: [${rule}]\n---\n`;
  const binding = (kind: string, ref: string, namespace = 'shop') =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: b, namespace: ${namespace} }\nroleRef: { kind: ${ref}, name: maker, apiGroup: rbac.authorization.k8s.io }\nsubjects: [{ kind: ServiceAccount, name: maker, namespace: shop }]\n---\n`;
  const CREATE = "{ apiGroups: [''], resources: [secrets], verbs: [get, create] }";

  test.each([
    ['a Role', role('Role', CREATE) + binding('RoleBinding', 'Role'), []],
    ['a ClusterRole in the namespace', role('ClusterRole', CREATE) + binding('RoleBinding', 'ClusterRole'), []],
    ['a ClusterRole everywhere', role('ClusterRole', CREATE) + binding('ClusterRoleBinding', 'ClusterRole'), []],
    [
      'a Role that only reads',
      role('Role', "{ apiGroups: [''], resources: [secrets], verbs: [get] }") + binding('RoleBinding', 'Role'),
      ['secret-missing'],
    ],
    ['a Role without a binding', role('Role', CREATE), ['secret-missing']],
    ['a Role of another namespace', role('ClusterRole', CREATE) + binding('RoleBinding', 'ClusterRole', 'other'), ['secret-missing']],
    [
      'a Role for named Secrets',
      role('Role', "{ apiGroups: [''], resources: [secrets], resourceNames: [x], verbs: [create] }") + binding('RoleBinding', 'Role'),
      ['secret-missing'],
    ],
  ])('%s', (_, rbac, rules) => {
    expect(found(pod + rbac, 'secret-missing')).toEqual(rules);
  });
});

describe('pods that a program of the manifests may label', () => {
  // As the release of longhorn: its pods label themselves for the Services of the webhook and the recovery backend.
  const role = (rule: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: manager }\nrules: [${rule}]\n---\n`;
  const binding = (namespace: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: b }\nroleRef: { kind: ClusterRole, name: manager, apiGroup: rbac.authorization.k8s.io }\nsubjects: [{ kind: ServiceAccount, name: manager, namespace: ${namespace} }]\n---\n`;
  const CHANGE = '{ apiGroups: [""], resources: [pods], verbs: ["*"] }';

  test.each([
    ['its own namespace', role(CHANGE) + binding('shop'), []],
    ['creates Deployments', role('{ apiGroups: [apps], resources: [deployments], verbs: [create] }') + binding('shop'), []],
    ['another namespace', role(CHANGE) + binding('tools'), ['service-without-pods']],
    ['only reads', role('{ apiGroups: [""], resources: [pods], verbs: [get] }') + binding('shop'), ['service-without-pods']],
    ['no binding', role(CHANGE), ['service-without-pods']],
  ])('%s', (_, rbac, rules) => {
    expect(found(service('{ app: webhook }') + rbac, 'service-without-pods')).toEqual(rules);
  });
});

test('the token that Kubernetes before 1.24 created for the ServiceAccount of a pod exists', () => {
  const pod = (secret: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: shop }\nspec: { serviceAccountName: web, volumes: [{ name: t, secret: { secretName: ${secret} } }], containers: [{ name: a, image: "a:1" }] }\n`;
  expect(found(pod('web-token-x8p2k'), 'secret-missing')).toEqual([]);
  expect(found(pod('default-token-x8p2k'), 'secret-missing')).toEqual(['secret-missing']);
});

describe('custom resources whose definition is not certain', () => {
  const definition = (fields: string, version = 'v1') =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: ${version}, served: true, storage: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, ${fields} } } } } }] }\n---\n`;
  const widget = (fields: string) =>
    `apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w, namespace: shop }\nspec: { ${fields} }\n---\n`;
  const hook = (rules: string) =>
    `apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: { name: h }\nwebhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { url: "https://h.example.com" }${rules} }]\n---\n`;
  const SIZE = 'properties: { size: { type: integer } }';
  const NAME = 'required: [name], properties: { name: { type: string } }';

  test.each([
    ['two releases, one of which has the field', definition(NAME) + definition(SIZE) + widget('size: 1'), []],
    ['two releases, one of which has the version', definition(SIZE, 'v1alpha1') + definition(SIZE) + widget('size: 1'), []],
    ['the order of them', definition(SIZE) + definition(SIZE, 'v1alpha1') + widget('size: 1'), []],
    [
      'two releases, and a field of neither',
      definition(SIZE, 'v1alpha1') + definition(SIZE) + widget('colour: 1'),
      ['invalid-custom-resource'],
    ],
    ['a webhook that may set a missing field', definition(NAME) + hook('') + widget(''), []],
    [
      'a webhook of another kind',
      definition(NAME) +
        hook(', rules: [{ apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments] }]') +
        widget(''),
      ['invalid-custom-resource'],
    ],
    ['a webhook that keeps a wrong type', definition(NAME) + hook('') + widget('name: 1'), ['invalid-custom-resource']],
  ])('%s', (_, yaml, rules) => {
    expect(found(yaml, 'invalid-custom-resource')).toEqual(rules);
  });
});

test('a file with comments only is skipped in a folder, and is an error when it is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'comments-'));
  try {
    writeFileSync(join(folder, 'off.yaml'), '# kind: Pod\n');
    expect(() => readManifests([folder])).toThrow('contains no objects');
    writeFileSync(join(folder, 'on.yaml'), service('{ app: db }'));
    expect(readManifests([folder]).objects).toHaveLength(1);
    expect(() => readManifests([join(folder, 'off.yaml')])).toThrow('contains no objects');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a volume of a StatefulSet with the name of a claim template is the claim', () => {
  // As kubernetes/examples, cockroachdb-statefulset.yaml: the controller replaces the volume.
  const statefulSet = (claim: string) => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: "example.com/db:1" }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
  volumeClaimTemplates: [{ metadata: { name: ${claim} }, spec: { accessModes: [ReadWriteOnce] } }]
`;
  expect(found(statefulSet('data'), 'claim-missing')).toEqual([]);
  expect(found(statefulSet('other'), 'claim-missing')).toEqual(['claim-missing']);
});
