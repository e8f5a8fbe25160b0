import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { NON_EMPTY_LISTS, NUMBER_LIMITS } from '../../lib/lint/field-limits';
import { KNOWN_DURATIONS, KNOWN_VALUES } from '../../lib/lint/known-values';
import { lint } from '../../lib/lint/lint';
import { builtInKinds, customKinds, kindOf, objectType, type Type } from '../../lib/lint/schema';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { type CustomResourceFields, customResourceFields, customResourceText } from '../../scripts/custom-resource-fields';
import { OPERATORS, operatorOf } from '../../scripts/custom-resources/operators';
import { ROOT } from '../support/sources';

const WRITTEN = readFileSync(join(ROOT, 'data/kubernetes/custom-resources.json'), 'utf8');
const FIELDS = JSON.parse(WRITTEN) as CustomResourceFields;

/** All types that kinds refer to, with their fields. Throws for an unknown type. */
function reached(keys: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  const inType = (type: Type): void => {
    if (type.kind === 'object') visit(type.name);
    else if (type.kind === 'list') inType(type.item);
    else if (type.kind === 'map') inType(type.value);
  };
  const visit = (name: string): void => {
    if (found.has(name)) return;
    const { fields } = objectType(name);
    found.set(name, new Set(fields.keys()));
    for (const type of fields.values()) inType(type);
  };
  for (const key of keys) {
    const cut = key.lastIndexOf('/');
    visit(kindOf(key.slice(0, cut), key.slice(cut + 1))?.type ?? key);
  }
  return found;
}

describe('data/kubernetes/custom-resources.json', () => {
  const types = reached(customKinds());

  test('is the output of the script', () => {
    expect(customResourceText(FIELDS)).toBe(WRITTEN);
  });

  test('refers from its kinds to every type, value list and pattern, and to no missing one', () => {
    expect(Object.keys(FIELDS.types).filter((name) => !types.has(name))).toEqual([]);
    const texts = Object.values(FIELDS.types).flatMap((fields) => Object.values(fields));
    const used = (list: string) => new Set(texts.flatMap((text) => new RegExp(`\\b${list}-(\\d+)`).exec(text)?.[1] ?? []));
    expect(used('enum').size).toBe(FIELDS.enums.length);
    expect(used('pattern').size).toBe(FIELDS.patterns.length);
  });

  test('lists its sources, which are those of the script', () => {
    expect(Object.keys(FIELDS.operators)).toEqual(OPERATORS.flatMap(({ groups }) => groups));
    for (const key of customKinds()) expect(FIELDS.operators[key.split('/')[0] ?? '']?.url).toBe(operatorOf(key).url);
  });

  test('has every field with a limit or a list of values', () => {
    const all = new Set(
      [...types, ...reached(builtInKinds())].flatMap(([name, fields]) => [...fields].map((field) => `${objectType(name).name}.${field}`)),
    );
    const named = [...Object.keys(NUMBER_LIMITS), ...NON_EMPTY_LISTS, ...Object.keys(KNOWN_VALUES), ...KNOWN_DURATIONS];
    expect(named.filter((field) => !all.has(field))).toEqual([]);
  });
});

/** Objects that the definitions of the newest releases reject, each with one that they accept. */
describe('custom resources that the API server rejects', () => {
  const errors = (group: string, kind: string, spec: string) =>
    lint(parseManifests(`apiVersion: ${group}\nkind: ${kind}\nmetadata: { name: a }\nspec: { ${spec} }\n`, 'a.yaml'))
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, path }) => `${rule} ${path}`);
  const [ROUTING, CERTIFICATES] = ['gateway.networking.k8s.io/v1', 'cert-manager.io/v1'];
  const CERTIFICATE = 'secretName: s, issuerRef: { name: i }, dnsNames: [a.example.com]';
  const TARGET = 'targetRef: { apiVersion: apps/v1, kind: Deployment, name: a }';
  const NODES =
    'role: r, amiSelectorTerms: [{ alias: al2023@latest }], subnetSelectorTerms: [{ tags: { a: b } }], securityGroupSelectorTerms: [{ tags: { a: b } }]';

  test.each([
    [CERTIFICATES, 'Certificate', 'issuerRef: { name: i }', CERTIFICATE, 'missing-field spec.secretName'],
    [CERTIFICATES, 'Certificate', `${CERTIFICATE}, usages: [tls]`, `${CERTIFICATE}, usages: [server auth]`, 'bad-value spec.usages[0]'],
    [CERTIFICATES, 'Certificate', `${CERTIFICATE}, dnsName: [a]`, `${CERTIFICATE}, isCA: true`, 'unknown-field spec.dnsName'],
    [
      CERTIFICATES,
      'ClusterIssuer',
      'acme: { privateKeySecretRef: { name: k } }',
      'acme: { server: "https://ca.example.com", privateKeySecretRef: { name: k } }',
      'missing-field spec.acme.server',
    ],
    [
      'autoscaling.k8s.io/v1',
      'VerticalPodAutoscaler',
      `${TARGET}, updatePolicy: { updateMode: Automatic }`,
      `${TARGET}, updatePolicy: { updateMode: Recreate }`,
      'bad-value spec.updatePolicy.updateMode',
    ],
    [ROUTING, 'GRPCRoute', 'hostname: [a.example.com]', 'hostnames: [a.example.com]', 'unknown-field spec.hostname'],
    [
      'gateway.networking.k8s.io/v1beta1',
      'ReferenceGrant',
      'from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: b }]',
      'from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: b }], to: [{ group: "", kind: Service }]',
      'missing-field spec.to',
    ],
    [
      'karpenter.k8s.aws/v1',
      'EC2NodeClass',
      `${NODES}, kubelet: { maxPodsPerNode: 10 }`,
      `${NODES}, kubelet: { maxPods: 10 }`,
      'unknown-field spec.kubelet.maxPodsPerNode',
    ],
  ])('%s %s with { %s }', (group, kind, broken, valid, violation) => {
    expect(errors(group, kind, broken)).toContain(violation);
    expect(errors(group, kind, valid)).toEqual([]);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A definition of KEDA's group with a `spec`, among other documents of a release. */
function definition(file: string, spec: object, scope = 'Namespaced'): string {
  const versions = [
    { name: 'v1', served: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec } } } },
    { name: 'v1alpha1', served: false, schema: { openAPIV3Schema: { type: 'object', properties: { spec } } } },
  ];
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'things.keda.sh' },
    spec: { group: 'keda.sh', names: { kind: 'Thing' }, scope, versions },
  };
  const path = join(folder, file);
  writeFileSync(path, `apiVersion: v1\nkind: Namespace\nmetadata: { name: keda }\n---\n${JSON.stringify(crd)}\n---\n`);
  return path;
}

/** Fields of the spec from two releases of a definition. */
function specOf(minimum: object, newest: object): Readonly<Record<string, string>> | undefined {
  const spec = (properties: object) => ({ type: 'object', properties, required: ['name'] });
  return customResourceFields([definition('minimum.yaml', spec(minimum))], [definition('newest.yaml', spec(newest))]).types.ThingSpec;
}

describe('the script', () => {
  const NAME = { name: { type: 'string', maxLength: 10, description: 'left out' } };

  test('reads the served versions of the definitions among the documents of a release', () => {
    const path = definition('one.yaml', { type: 'object', properties: NAME });
    const { kinds, types } = customResourceFields([path], [path]);
    expect(kinds).toEqual({ 'keda.sh/v1/Thing': { type: 'Thing', namespaced: true } });
    expect(types.Thing).toEqual({ spec: 'ThingSpec!', apiVersion: 'string', kind: 'string', metadata: 'V1ObjectMeta!', status: 'any' });
  });

  test('marks a field that one release lacks, and requires what both require', () => {
    expect(specOf({ ...NAME, old: { type: 'boolean' } }, { ...NAME, young: { type: 'integer', format: 'int32', minimum: 0 } })).toEqual({
      name: 'string!',
      old: 'boolean-',
      young: 'int32 0..+',
    });
    expect(specOf({}, NAME)).toEqual({ name: 'string+' });
  });

  test.each<[string, object, object, string]>([
    ['values that either has', { type: 'string', enum: ['a', 'b'] }, { type: 'string', enum: ['b', 'c'] }, 'enum-0'],
    ['no list where one has none', { type: 'string', enum: ['a'] }, { type: 'string' }, 'string'],
    ['a pattern that both have', { type: 'string', pattern: '^a+$' }, { type: 'string', pattern: '^a+$' }, 'pattern-0'],
    ['no pattern where one has none', { type: 'string', pattern: '^a+$' }, { type: 'string' }, 'string'],
    ['the wider limits', { type: 'integer', minimum: 1, maximum: 5 }, { type: 'integer', minimum: 0, maximum: 4 }, 'int64 0..5'],
    ['the larger number', { type: 'integer', format: 'int32' }, { type: 'integer', format: 'int64' }, 'int64'],
    ['anything where types differ', { type: 'string' }, { type: 'object', properties: {} }, 'any'],
    [
      'a list that may be empty',
      { type: 'array', minItems: 1, items: { type: 'string' } },
      { type: 'array', items: { type: 'string' } },
      '[]string',
    ],
    ['a port or its name', { 'x-kubernetes-int-or-string': true }, { 'x-kubernetes-int-or-string': true }, 'int-or-string'],
  ])('accepts %s', (_title, minimum, newest, written) => {
    expect(specOf({ ...NAME, field: minimum }, { ...NAME, field: newest })?.field).toBe(written);
  });

  test('accepts values that either of two patterns matches', () => {
    const [minimum, newest] = ['^a$', '^b$'].map((pattern, index) =>
      definition(`pattern-${index}.yaml`, { type: 'object', properties: { field: { type: 'string', pattern } } }),
    );
    expect(customResourceFields([minimum ?? ''], [newest ?? '']).patterns).toEqual(['(?:^a$)|(?:^b$)']);
  });

  test('recognizes types that an operator copied from Kubernetes', () => {
    const toleration = { effect: {}, key: {}, operator: {}, tolerationSeconds: {}, value: {} };
    const properties = Object.fromEntries(Object.keys(toleration).map((field) => [field, { type: 'string' }]));
    const tolerations = { type: 'array', items: { type: 'object', properties } };
    expect(specOf({ ...NAME, tolerations }, { ...NAME, tolerations })?.tolerations).toBe('[]V1Toleration~1');
  });

  test('omits a field that a rule of the definition forbids', () => {
    const configuration = {
      type: 'object',
      properties: { path: { type: 'string' }, serverName: { type: 'string' } },
      'x-kubernetes-validations': [{ rule: '!has(self.serverName)' }],
    };
    const path = definition('forbidden.yaml', { type: 'object', properties: { configuration } });
    expect(customResourceFields([path], [path]).types.ThingSpecConfiguration).toEqual({ path: 'string' });
  });

  test('rejects a group without an operator, and an unexpected scope', () => {
    const unknown = join(folder, 'unknown.json');
    writeFileSync(
      unknown,
      JSON.stringify({ 'example.org/v1/Widget': { schema: { type: 'object', properties: { spec: { type: 'object' } } } } }),
    );
    expect(() => customResourceFields([unknown], [unknown])).toThrow('add the operator of example.org');
    const cluster = definition('cluster.yaml', { type: 'object', properties: NAME }, 'Cluster');
    expect(() => customResourceFields([cluster], [cluster])).toThrow('its scope is not that in operators.ts');
  });
});
