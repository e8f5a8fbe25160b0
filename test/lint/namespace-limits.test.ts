import { describe, expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { RULES } from '../../lib/lint/rules';
import { parseManifests } from '../../lib/manifests/read-manifests';

/** Pods that the limits of their namespace refuse. Sources: documentation of LimitRanges and ResourceQuotas, and their admission plugins. */
const rules = RULES.filter(({ id }) => ['outside-limit-range', 'outside-quota', 'stated-priority'].includes(id));
const found = (yaml: string) =>
  lint(parseManifests(yaml, 'a.yaml'), rules).map(
    ({ severity, path, received, expected }) => `${severity} ${path}: ${received}; ${expected}`,
  );

const META = 'metadata: { name: x, namespace: shop }';
const limitRange = (item: string, meta = META) => `apiVersion: v1\nkind: LimitRange\n${meta}\nspec: { limits: [{ ${item} }] }\n---\n`;
const quota = (hard: string, more = '') => `apiVersion: v1\nkind: ResourceQuota\n${META}\nspec: { hard: { ${hard} }${more} }\n---\n`;
const deployment = (resources: string, meta = META, more = '') =>
  `apiVersion: apps/v1\nkind: Deployment\n${meta}\nspec: { replicas: 3, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1", resources: { ${resources} } }]${more} } } }\n---\n`;
const AT = 'spec.template.spec.containers';

describe('a LimitRange', () => {
  test.each([
    [
      'max: { cpu: 250m }',
      'requests: { cpu: 500m }',
      [`error ${AT}[0].resources.requests.cpu: 500m; at most 250m, the maximum of the LimitRange`],
    ],
    ['max: { cpu: "1" }', 'limits: { cpu: 2 }', [`error ${AT}[0].resources.requests.cpu: 2; at most 1, the maximum of the LimitRange`]],
    [
      'min: { memory: 64Mi }',
      'requests: { memory: 32Mi }',
      [`error ${AT}[0].resources.requests.memory: 32Mi; at least 64Mi, the minimum of the LimitRange`],
    ],
    [
      'maxLimitRequestRatio: { cpu: 2 }',
      'requests: { cpu: 100m }, limits: { cpu: 300m }',
      [`error ${AT}[0].resources.limits.cpu: 300m; at most 2 times the request, the ratio of the LimitRange`],
    ],
    ['max: { cpu: "1" }', 'requests: { cpu: 500m }', []],
    ['min: { memory: 64Mi }', '', []],
    ['maxLimitRequestRatio: { cpu: 2 }', 'requests: { cpu: 100m }, limits: { cpu: 200m }', []],
  ])('%s of containers with %s', (item, resources, expected) => {
    expect(found(limitRange(`type: Container, ${item}`) + deployment(resources))).toEqual(expected);
  });

  test.each([
    [
      'max: { cpu: "1" }',
      'limits: { cpu: 2 }',
      [`error ${AT}: 2; limits of at most 1 cpu in all, the maximum of the LimitRange for a pod`],
    ],
    [
      'max: { cpu: "1" }',
      'requests: { cpu: 500m }',
      [`error ${AT}: without one; limits of at most 1 cpu in all, the maximum of the LimitRange for a pod`],
    ],
    ['max: { cpu: "1" }', 'limits: { cpu: 1 }', []],
  ])('%s of pods with %s', (item, resources, expected) => {
    expect(found(limitRange(`type: Pod, ${item}`) + deployment(resources))).toEqual(expected);
  });

  test('limits the size of claims', () => {
    const claim = `apiVersion: v1\nkind: PersistentVolumeClaim\n${META}\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }\n---\n`;
    const range = (most: string) => limitRange(`type: PersistentVolumeClaim, max: { storage: ${most} }`);
    expect(found(range('10Gi') + claim)).toEqual([
      'error spec.resources.requests.storage: 20Gi; at most 10Gi, the maximum of the LimitRange',
    ]);
    expect(found(range('20Gi') + claim)).toEqual([]);
  });

  test('of another namespace does not apply, and one without a namespace may be applied to another', () => {
    const range = (meta: string) => limitRange('type: Container, max: { cpu: 250m }', meta);
    expect(found(range('metadata: { name: x, namespace: other }') + deployment('requests: { cpu: 500m }'))).toEqual([]);
    const without = 'metadata: { name: x }';
    expect(found(range(without) + deployment('requests: { cpu: 500m }', without))[0]).toMatch(/^warning /);
  });
});

describe('a ResourceQuota', () => {
  test('requires the amounts that it limits of every container', () => {
    expect(found(quota('limits.memory: 10Gi') + deployment('requests: { memory: 1Gi }'))).toEqual([
      `error ${AT}[0].resources.limits.memory: undefined; a value, because a ResourceQuota limits limits.memory`,
    ]);
    expect(found(quota('limits.memory: 10Gi') + deployment('limits: { memory: 1Gi }'))).toEqual([]);
  });

  test('does not require what a LimitRange gives', () => {
    const range = limitRange('type: Container, default: { memory: 1Gi }');
    expect(found(quota('limits.memory: 10Gi') + range + deployment(''))).toEqual([]);
  });

  test('does not require extended resources, or amounts of all pods with a scope', () => {
    expect(found(quota('requests.nvidia.com/gpu: 4, pods: 20') + deployment(''))).toEqual([]);
    expect(found(quota('limits.memory: 10Gi', ', scopes: [Terminating]') + deployment(''))).toEqual([]);
  });

  test('without a namespace has no total, because the pods may be in several', () => {
    const without = 'metadata: { name: x }';
    const unnamed = (yaml: string) => yaml.replaceAll(META, without);
    expect(found(unnamed(quota('requests.cpu: "1"') + deployment('requests: { cpu: 500m }')))).toEqual([]);
  });

  test('whose namespace a kustomization sets is not compared', () => {
    const objects = parseManifests((quota('limits.memory: 1Gi') + deployment('')).replaceAll(', namespace: shop', ''), 'a.yaml');
    expect(lint(objects, rules)).toHaveLength(1);
    expect(
      lint(
        objects.map((object) => ({ ...object, hasAddedNamespace: true })),
        rules,
      ),
    ).toEqual([]);
  });

  test('is exceeded by the pods of the manifests', () => {
    expect(found(quota('requests.cpu: "1"') + deployment('requests: { cpu: 500m }'))).toEqual([
      'warning spec.hard["requests.cpu"]: 1; at least 1.5, the requests of the pods of the namespace, or fewer pods',
    ]);
    expect(found(quota('requests.cpu: 1500m') + deployment('requests: { cpu: 500m }'))).toEqual([]);
  });
});

describe('a priority', () => {
  const classOf = (fields: string) => `apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: { name: high }\n${fields}\n---\n`;
  // The admission plugin Priority: "the integer value of priority must not be provided in pod spec".
  test.each([
    ['', 'priority: 5', ['warning spec.template.spec.priority: 5; no value, because the PriorityClass sets it']],
    ['', 'priority: 0', []],
    ['', 'priority: 2000000000, priorityClassName: system-cluster-critical', []],
    [
      '',
      'priority: 5, priorityClassName: system-node-critical',
      ['error spec.template.spec.priority: 5; no value, because that of the PriorityClass is 2000001000'],
    ],
    [
      classOf('value: 10'),
      'priority: 5, priorityClassName: high',
      ['error spec.template.spec.priority: 5; no value, because that of the PriorityClass is 10'],
    ],
    [classOf('value: 10'), 'priority: 10, priorityClassName: high', []],
    [
      classOf('value: 10\nglobalDefault: true'),
      'priority: 0',
      ['error spec.template.spec.priority: 0; no value, because that of the PriorityClass is 10'],
    ],
  ])('%s%s', (classes, fields, expected) => {
    expect(found(classes + deployment('', META, `, ${fields}`))).toEqual(expected);
  });
});
