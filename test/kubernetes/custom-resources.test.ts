import { describe, expect, test } from 'vitest';
import { type ManifestObject, parseManifests } from '../../lib/manifest';
import { modelFaults } from '../support/manifest-judges';
import { objectsFor } from '../support/manifests';

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

/** The first object of a kind with other text in it. */
function changed(kind: string, from: string, to: string): readonly ManifestObject[] {
  const object = [...GATEWAY, ...STORES].find((each) => each.kind === kind);
  const text = JSON.stringify(object?.raw);
  if (!text.includes(from)) throw new Error(`no ${from} in ${text}`);
  return parseManifests(text.replace(from, to), 'text');
}

describe('a custom resource that its operator would refuse', () => {
  test.each([
    ['LoadBalancerConfiguration', '"scheme":"internet-facing"', '"scheme":"public"', 'scheme: is none of internal,internet-facing'],
    ['LoadBalancerConfiguration', '"HTTPS:443"', '"HTTPS:70000"', 'protocolPort: is not '],
    ['LoadBalancerConfiguration', '"sslPolicy"', '"tlsPolicy"', 'listenerConfigurations[0].tlsPolicy: unknown'],
    ['TargetGroupConfiguration', '"healthCheckPath"', '"path"', 'healthCheckConfig.path: unknown'],
    ['TargetGroupConfiguration', '"value":"120"', '"value":120', 'targetGroupAttributes[0].value: is number'],
    ['TargetGroupConfiguration', '"targetReference"', '"targetRef"', 'targetReference: missing'],
    ['ObjectStore', '"destinationPath"', '"path"', 'configuration.destinationPath: missing'],
    ['ObjectStore', '"destinationPath"', '"serverName":"database","destinationPath"', 'configuration.serverName: unknown'],
    ['ObjectStore', '"compression":"gzip"', '"compression":"brotli"', 'compression: is none of bzip2'],
    ['ObjectStore', '"retentionPolicy":"', '"retentionPolicy":"0', 'retentionPolicy: is not '],
    ['ExternalSecret', '"secretKey"', '"key"', 'data[0].secretKey: missing'],
    ['ExternalSecret', '"ClusterSecretStore"', '"ClusterStore"', 'secretStoreRef.kind: is none of SecretStore'],
    ['SnapshotSchedule', '"maxCount"', '"count"', 'retention.count: unknown'],
    ['SnapshotSchedule', '40 3 * * *', 'nightly', 'schedule: is not '],
  ] as const)('is seen: %s with %s as %s', async (kind, from, to, fault) => {
    const before = changed(kind, '{', '{');
    expect((await modelFaults(before)).messages).toEqual([]);
    const [message = ''] = (await modelFaults(changed(kind, from, to))).messages;
    expect(message).toContain(fault);
  });
});

test('a kind without a model is named', async () => {
  const text = 'apiVersion: example.org/v1\nkind: Widget\nmetadata: { name: a }\nspec: {}\n';
  expect([...(await modelFaults(parseManifests(text, 'text'))).without]).toEqual(['example.org/v1 Widget']);
});
