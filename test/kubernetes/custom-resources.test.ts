import { describe, expect, test } from 'vitest';
import { requirementsOf } from '../../lib/kubernetes/manifests/requirements';
import { lint } from '../../lib/lint/lint';
import { invalidCustomResource } from '../../lib/lint/rules/invalid-custom-resource';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { definitionViolations, modelViolations } from '../support/manifest-judges';
import { objectsFor } from '../support/manifests';
import { releaseBoundFields } from '../support/operator-releases';

const GATEWAY = objectsFor({
  system: 'aiva',
  tier: 'medium',
  entry: 'gateway',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
});
const STORES = [
  ...objectsFor({ system: 'ux-flow', tier: 'scale' }),
  ...objectsFor({ system: 'capsules', tier: 'full', dataStores: 'operator' }),
];

/** The first object of a kind, with one string in its JSON replaced. */
function changed(kind: string, from: string, to: string): readonly ManifestObject[] {
  const object = [...GATEWAY, ...STORES].find((each) => each.kind === kind);
  const text = JSON.stringify(object?.raw);
  if (!text.includes(from)) throw new Error(`no ${from} in ${text}`);
  return parseManifests(text.replace(from, to), 'text');
}

describe('an invalid custom resource', () => {
  test.each([
    ['LoadBalancerConfiguration', '"scheme":"internet-facing"', '"scheme":"public"', 'bad-value spec.scheme'],
    ['LoadBalancerConfiguration', '"HTTPS:443"', '"HTTPS:70000"', 'bad-value spec.listenerConfigurations[0].protocolPort'],
    ['LoadBalancerConfiguration', '"sslPolicy"', '"tlsPolicy"', 'unknown-field spec.listenerConfigurations[0].tlsPolicy'],
    ['TargetGroupConfiguration', '"healthCheckPath"', '"path"', 'unknown-field spec.defaultConfiguration.healthCheckConfig.path'],
    ['TargetGroupConfiguration', '"value":"120"', '"value":120', 'wrong-type spec.defaultConfiguration.targetGroupAttributes[0].value'],
    ['TargetGroupConfiguration', '"targetReference"', '"targetRef"', 'unknown-field spec.targetRef'],
    ['ObjectStore', '"destinationPath"', '"path"', 'missing-field spec.configuration.destinationPath'],
    ['ObjectStore', '"destinationPath"', '"serverName":"database","destinationPath"', 'unknown-field spec.configuration.serverName'],
    ['ObjectStore', '"compression":"gzip"', '"compression":"brotli"', 'bad-value spec.configuration.data.compression'],
    ['ObjectStore', '"retentionPolicy":"', '"retentionPolicy":"0', 'bad-value spec.retentionPolicy'],
    ['ExternalSecret', '"secretKey"', '"key"', 'missing-field spec.data[0].secretKey'],
    ['ExternalSecret', '"ClusterSecretStore"', '"ClusterStore"', 'bad-value spec.secretStoreRef.kind'],
    ['SnapshotSchedule', '"maxCount"', '"count"', 'unknown-field spec.retention.count'],
    ['SnapshotSchedule', '40 3 * * *', 'nightly', 'cron-schedule spec.schedule'],
  ] as const)('is reported: %s with %s as %s', (kind, from, to, violation) => {
    const [before] = changed(kind, '{', '{');
    const [after] = changed(kind, from, to);
    expect(before && definitionViolations(before)).toEqual([]);
    expect(after && definitionViolations(after)).toContain(violation);
  });
});

describe('rules of the definition of PerconaServerMySQL 1.2.0', () => {
  // Source: percona/percona-server-mysql-operator v1.2.0, deploy/crd.yaml.
  const rules = [
    "!(self.mysql.clusterType == 'group-replication' && self.proxy.router.enabled && has(self.proxy.router.size) && self.proxy.router.size < 2) || self.unsafeFlags.proxySize",
    '!(self.proxy.router != null && has(self.proxy.router.enabled) && self.proxy.router.enabled && self.proxy.haproxy != null && has(self.proxy.haproxy.enabled) && self.proxy.haproxy.enabled)',
  ];
  const open = (properties: Readonly<Record<string, unknown>>) => ({
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
    properties,
  });
  const proxy = open({ enabled: { type: 'boolean' }, size: { type: 'integer' } });
  const spec = open({
    mysql: open({ clusterType: { type: 'string' } }),
    proxy: open({ router: proxy, haproxy: proxy }),
    unsafeFlags: open({ proxySize: { type: 'boolean' } }),
  });
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'perconaservermysqls.ps.percona.com' },
    spec: {
      group: 'ps.percona.com',
      scope: 'Namespaced',
      names: { plural: 'perconaservermysqls', kind: 'PerconaServerMySQL' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: { ...spec, 'x-kubernetes-validations': rules.map((rule) => ({ rule })) } },
            },
          },
        },
      ],
    },
  };
  const errors = (object: ManifestObject | undefined) =>
    lint(parseManifests(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [definition, object?.raw] }), 'list'), [
      invalidCustomResource,
    ]).length;

  test('accept the rendered resource, and reject one without a router', () => {
    const [rendered] = changed('PerconaServerMySQL', '{', '{');
    const [without] = changed('PerconaServerMySQL', ',"router":{"enabled":false}', '');
    expect([errors(rendered), errors(without)]).toEqual([0, 2]);
  });
});

test('a kind without a model is reported', async () => {
  const text = 'apiVersion: example.org/v1\nkind: Widget\nmetadata: { name: a }\nspec: {}\n';
  expect([...(await modelViolations(parseManifests(text, 'text'))).without]).toEqual(['example.org/v1 Widget']);
});

/** Fields that are not in the oldest release in `data/kubernetes/custom-resources.json`, and the release that the generated README requires. */
const LATER_FIELDS: Readonly<Record<string, readonly [group: string, release: string]>> = {
  'Gateway: spec.infrastructure (newest)': ['gateway.networking.k8s.io', '1.2'],
};

test('the generated README requires the later release of an operator for fields that only that release has', () => {
  const objects = [...GATEWAY, ...STORES];
  expect([...new Set(objects.flatMap(releaseBoundFields))].sort()).toEqual(Object.keys(LATER_FIELDS));
  for (const [group, release] of Object.values(LATER_FIELDS)) {
    const ofGroup = objects
      .filter((object) => object.group === group)
      .map(({ apiVersion, kind, name, raw }) => ({ ...raw, apiVersion, kind, metadata: { name } }));
    expect(requirementsOf(ofGroup).map(({ minimumVersion }) => minimumVersion)).toContain(release);
  }
});
