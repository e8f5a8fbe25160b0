import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { kindOf } from '../../lib/lint/schema';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { type CustomResourceRules, customResourceRulesText } from '../../scripts/custom-resource-rules';
import { ruleSchema } from '../../scripts/custom-resources/rule-schema';
import { ROOT } from '../support/sources';

const WRITTEN = readFileSync(join(ROOT, 'data/kubernetes/custom-resource-rules.json'), 'utf8');
const FILE = JSON.parse(WRITTEN) as CustomResourceRules;

const errorsOf = (yaml: string) =>
  lint(parseManifests(yaml, 'a.yaml'))
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path, expected }) => `${rule} ${path} ${expected}`);

const object = (apiVersion: string, kind: string, spec: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a, namespace: shop }\nspec: ${spec}\n`;
const gateway = (listeners: string) =>
  object('gateway.networking.k8s.io/v1', 'Gateway', `{ gatewayClassName: a, listeners: [${listeners}] }`);
const route = (rule: string) => object('gateway.networking.k8s.io/v1', 'HTTPRoute', `{ rules: [{ ${rule} }] }`);
const requirement = (text: string) =>
  object(
    'karpenter.sh/v1',
    'NodePool',
    `{ limits: { cpu: "9" }, template: { spec: { nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: a }, requirements: [{ ${text} }] } } }`,
  ).replace(', namespace: shop', '');
const TERMS = 'subnetSelectorTerms: [{ id: subnet-0a }], securityGroupSelectorTerms: [{ id: sg-0a }]';
const nodeClass = (fields: string) =>
  object('karpenter.k8s.aws/v1', 'EC2NodeClass', `{ role: a, ${TERMS}, ${fields} }`).replace(', namespace: shop', '');
const LATEST = 'amiSelectorTerms: [{ alias: al2023@latest }]';

/** Objects of well-known operators without their definitions: [the broken one, the valid one, path, message of the rule]. */
const REJECTED: readonly (readonly [string, string, string, string])[] = [
  // https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.1/hack/invalid-examples/standard
  [
    gateway('{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP }'),
    gateway('{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP, hostname: a.example.com }'),
    'spec.listeners',
    'Combination of port, protocol and hostname must be unique for each listener',
  ],
  [
    gateway('{ name: a, port: 80, protocol: TCP, hostname: a.example.com }'),
    gateway('{ name: a, port: 80, protocol: TCP }'),
    'spec.listeners',
    "hostname must not be specified for protocols ['TCP', 'UDP']",
  ],
  [
    route('matches: [{ path: { type: PathPrefix, value: a } }]'),
    route('matches: [{ path: { type: PathPrefix, value: /a } }]'),
    'spec.rules[0].matches[0].path',
    "value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']",
  ],
  [
    route('backendRefs: [{ name: web }]'),
    route('backendRefs: [{ name: web, port: 80 }]'),
    'spec.rules[0].backendRefs[0]',
    'Must have port for Service reference',
  ],
  [
    route('filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }, { type: URLRewrite, urlRewrite: { hostname: a.b } }]'),
    route('filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }]'),
    'spec.rules[0].filters',
    'May specify either httpRouteFilterRequestRedirect or httpRouteFilterRequestRewrite, but not both',
  ],
  [
    route('filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }], backendRefs: [{ name: web, port: 80 }]'),
    route('filters: [{ type: RequestHeaderModifier, requestHeaderModifier: { remove: [a] } }], backendRefs: [{ name: web, port: 80 }]'),
    'spec.rules[0]',
    'RequestRedirect filter must not be used together with backendRefs',
  ],
  // A field that only the newest release has.
  [
    route('timeouts: { request: 1s, backendRequest: 5s }'),
    route('timeouts: { request: 5s, backendRequest: 1s }'),
    'spec.rules[0].timeouts',
    'backendRequest timeout cannot be longer than request timeout',
  ],
  // https://karpenter.sh/docs/concepts/nodepools/
  [
    requirement('key: karpenter.k8s.aws/instance-cpu, operator: In, values: []'),
    requirement('key: karpenter.k8s.aws/instance-cpu, operator: In, values: ["4"]'),
    'spec.template.spec.requirements',
    "requirements with operator 'In' must have a value defined",
  ],
  [
    requirement('key: karpenter.k8s.aws/instance-family, operator: In, values: [m7i], minValues: 2'),
    requirement('key: karpenter.k8s.aws/instance-family, operator: In, values: [m7i, m8i], minValues: 2'),
    'spec.template.spec.requirements',
    "requirements with 'minValues' must have at least that many values specified in the 'values' field",
  ],
  [
    requirement('key: kubernetes.io/hostname, operator: In, values: [a]'),
    requirement('key: kubernetes.io/arch, operator: In, values: [arm64]'),
    'spec.template.spec.requirements[0].key',
    'label "kubernetes.io/hostname" is restricted',
  ],
  // https://karpenter.sh/docs/concepts/nodeclasses/
  [
    nodeClass('amiSelectorTerms: [{ alias: al2023@latest }, { id: ami-0a }]'),
    nodeClass(LATEST),
    'spec.amiSelectorTerms',
    "'alias' is mutually exclusive, cannot be set with a combination of other amiSelectorTerms",
  ],
  [
    nodeClass('amiSelectorTerms: [{ id: ami-0a }]'),
    nodeClass('amiFamily: AL2023, amiSelectorTerms: [{ id: ami-0a }]'),
    'spec',
    'must specify amiFamily if amiSelectorTerms does not contain an alias',
  ],
  [
    nodeClass(`${LATEST}, tags: { karpenter.sh/nodepool: a }`),
    nodeClass(`${LATEST}, tags: { team: a }`),
    'spec.tags',
    'tag contains a restricted tag matching karpenter.sh/nodepool',
  ],
  [nodeClass(`${LATEST}, instanceProfile: a`), nodeClass(LATEST), 'spec', "must specify exactly one of ['role', 'instanceProfile']"],
];

test.each(REJECTED)('%#: an object that the definition of its operator rejects', (broken, valid, path, message) => {
  expect(errorsOf(broken)).toEqual([`invalid-custom-resource ${path} a value that the rule accepts: ${message}`]);
  expect(errorsOf(valid)).toEqual([]);
});

test('an object with a fault of structure breaks no rule, as in the API server', () => {
  const both = route('backendRefs: [{ name: web, prot: 80 }]');
  expect(errorsOf(both).map((error) => error.split(' ')[0])).toEqual(['unknown-field']);
});

test('the definition among the manifests decides alone', () => {
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: httproutes.gateway.networking.k8s.io, annotations: { api-approved.kubernetes.io: "https://example.com" } }
spec: { group: gateway.networking.k8s.io, scope: Namespaced, names: { plural: httproutes, kind: HTTPRoute }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } } }] }
`;
  expect(errorsOf(`${definition}---\n${route('backendRefs: [{ name: web }]')}`)).toEqual([]);
});

describe('data/kubernetes/custom-resource-rules.json', () => {
  test('is the output of the script, for kinds whose fields are known', () => {
    expect(customResourceRulesText(FILE)).toBe(WRITTEN);
    const unknown = Object.keys(FILE.kinds).filter(
      (key) => kindOf(key.slice(0, key.lastIndexOf('/')), key.slice(key.lastIndexOf('/') + 1)) === undefined,
    );
    expect(unknown).toEqual([]);
    const used = Object.values(FILE.kinds).flatMap(({ minimum, newest }) => [minimum, newest]);
    expect([...new Set(used)].sort((a, b) => a - b)).toEqual([...FILE.schemas.keys()]);
  });

  test('has the fields that a rule reads, and no others', () => {
    const text = { type: 'string', default: 'a', description: 'left out' };
    const rule = { rule: 'self.a.b == "a"', message: 'b' };
    const schema = {
      type: 'object',
      properties: {
        a: { type: 'object', properties: { b: text } },
        c: { type: 'object', properties: { d: text } },
        e: { type: 'object', properties: { f: { type: 'string', 'x-kubernetes-validations': [{ rule: 'self == oldSelf' }] } } },
      },
      'x-kubernetes-validations': [rule],
    };
    const b = { type: 'string', default: 'a' };
    expect(ruleSchema(schema)).toEqual({
      type: 'object',
      properties: { a: { type: 'object', properties: { b } } },
      'x-kubernetes-validations': [rule],
    });
  });
});
