import { describe, expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/manifests/read-manifests';

const found = (yaml: string, id: string) =>
  lint(parseManifests(yaml, 'a.yaml')).flatMap(({ rule, path, expected }) => (rule === id ? [`${path}: ${expected}`] : []));

// k8s.io/apimachinery, pkg/labels, NewRequirement: "for 'Gt', 'Lt' operators, the value must be an integer".
test.each([
  ['large', ['a whole number with Gt']],
  ['"8"', []],
])('a node whose label is more than %s', (value, expected) => {
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: "a:1" }], affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: cpu, operator: Gt, values: [${value}] }] }] } } } }\n`;
  expect(found(pod, 'invalid-affinity').map((text) => text.split(': ')[1])).toEqual(expected);
});

// https://karpenter.sh/docs/concepts/nodepools/: "Requirements are layered", so that a node meets all of them.
describe('requirements of a NodePool', () => {
  const pool = (...requirements: readonly string[]) =>
    found(
      `apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: { name: a }\nspec: { template: { spec: { nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: a }, requirements: [${requirements.map((each) => `{ ${each} }`).join(', ')}] } } }\n`,
      'impossible-node-pool',
    );
  const on = (operator: string, values: string, key = 'a.example/size') => `key: ${key}, operator: ${operator}, values: [${values}]`;
  const without = (operator: string) => `key: a.example/size, operator: ${operator}`;

  test.each([
    ['different values', on('In', 'a'), on('In', 'b')],
    ['a value that is excluded', on('In', 'a, b'), on('NotIn', 'b, a')],
    ['a value and none', on('In', 'a'), without('DoesNotExist')],
    ['any value and none', without('Exists'), without('DoesNotExist')],
    ['a value outside of the bounds', on('In', '"4", "5"'), on('Gt', '"5"')],
    ['bounds without a number between', on('Gt', '"4"'), on('Lt', '"5"')],
  ])('exclude each other: %s', (_, first, second) => {
    expect(pool(first, second)).toEqual(['spec.template.spec.requirements[1]: requirements that a node can meet together']);
    expect(pool(second, first)).toHaveLength(1);
  });

  test.each([
    ['one of the values', on('In', 'a, b'), on('In', 'b, c')],
    ['a value that is not excluded', on('In', 'a, b'), on('NotIn', 'a')],
    ['a value that no requirement lists', on('NotIn', 'a'), without('Exists')],
    ['none or another value', on('NotIn', 'a'), without('DoesNotExist')],
    ['a number between the bounds', on('Gt', '"4"'), on('Lt', '"6"')],
    ['a value in the bounds', on('In', '"4", "6"'), on('Gt', '"5"')],
    ['different labels', on('In', 'a'), on('NotIn', 'a', 'b.example/size')],
    ['an operator of a later release', on('In', 'a'), on('Gte', '"5"')],
  ])('can be met together: %s', (_, first, second) => {
    expect(pool(first, second)).toEqual([]);
  });
});

// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources: resources are named as in the URL of the API.
describe('resources of a role', () => {
  const role = (apiGroups: string, resources: string) =>
    found(
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: a }\nrules: [{ apiGroups: [${apiGroups}], resources: [${resources}], verbs: [get] }]\n`,
      'ineffective-permission',
    );

  test.each([
    ['""', 'deployments', 'the API group "apps" for deployments'],
    ['apps', 'pods/log', 'the API group "" for pods/log'],
    ['apps, batch', 'ingresses', 'the API group "networking.k8s.io" for ingresses'],
    ['""', 'Pod', 'pods'],
    ['networking.k8s.io', 'networkpolicy', 'networkpolicies'],
    ['storage.k8s.io', 'storageclass', 'storageclasses'],
  ])('%s has no %s', (groups, resources, expected) => {
    expect(role(groups, resources)).toEqual([`rules[0].resources[0]: ${expected.replace('pods/log', 'pods')}`]);
  });

  test.each([
    ['""', 'pods, pods/log, "*", nodes/metrics, endpoints, events, users, componentstatuses'],
    ['events.k8s.io', 'events'],
    ['"", apps', 'deployments, services'],
    ['"*"', 'deployments'],
    ['extensions', 'deployments'],
    ['example.com', 'pod'],
    ['policy', 'podsecuritypolicies'],
    ['authentication.k8s.io', 'tokenreviews, userextras/scopes'],
  ])('%s may have %s', (groups, resources) => {
    expect(role(groups, resources)).toEqual([]);
  });
});
