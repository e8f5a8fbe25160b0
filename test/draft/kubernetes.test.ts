import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { compareTiers } from '../../lib/answers/compare';
import { InputError } from '../../lib/core/problems';
import { loadDefinition } from '../../lib/definition/load-definition';
import { draftOfParts } from '../../lib/draft/draft-of-parts';
import { idOf } from '../../lib/draft/ids';
import { readSource } from '../../lib/draft/read-source';
import { webShop } from '../../lib/draft/web-shop';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import { definitionText } from '../../lib/output/definition-text';
import { draftNoteText } from '../../lib/output/draft-notes';
import { billFor } from '../support/synthesized';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDER = join(__dirname, 'fixtures/kubernetes');
const VALID = readdirSync(FOLDER).filter((file) => file !== 'invalid.yaml');

function draftOf(file: string) {
  const { name = basename(file, '.yaml'), parts } = readSource(join(FOLDER, file));
  return draftOfParts(idOf(name) ?? name, parts);
}

describe.each(VALID)('%s', (file) => {
  const draft = draftOf(file);

  test('becomes a definition', async () => {
    const notes = draft.omitted.map((note) => `# ${draftNoteText(note)}.\n`).join('');
    await expect(`${definitionText(draft, 'yaml')}${notes}`).toMatchFileSnapshot(`./golden/kubernetes/${file}`);
  });

  test.each(['ts', 'yaml', 'json'] as const)('that loads from %s', (language) => {
    const path = join(temporaryFolder(), `sizing.config.${language}`);
    writeFileSync(path, definitionText(draft, language));
    expect(JSON.parse(JSON.stringify(loadDefinition(path).systems))).toEqual([JSON.parse(JSON.stringify(draft.system))]);
  });

  test('that is estimated with a filled operation, complete but for the messages of queues', () => {
    const [service] = Object.entries(draft.system.tiers[0]?.components ?? {}).filter(([, each]) => each?.kind === 'service');
    const demands = [{ component: service?.[0] ?? '', resource: 'processor' as const, amount: 1, seconds: 0.05, source: 'to measure' }];
    const operations = { orders: { name: 'order', kind: 'event' as const, usual: { amount: 0.001 }, demands } };
    const { tiers } = compareTiers({ system: { ...draft.system, operations } }, (blueprint) => billFor(blueprint).estimate);
    const queues = Object.values(tiers[0]?.blueprint.components ?? {}).filter(({ kind }) => kind === 'queue');
    expect(tiers.map(({ estimate }) => estimate.resources.unpriced)).toEqual([queues.length]);
  });
});

test('invalid manifests get all problems at once, and no number is replaced', () => {
  const path = join(FOLDER, 'invalid.yaml');
  const problems = [
    `${path}:13: Deployment api: spec.template.spec.containers[0].resources.requests.cpu: invalid value "8 cores"; expected a quantity of CPU such as 500m or 2`,
    `${path}:13: Deployment api: spec.template.spec.containers[0].resources.requests.memory: invalid value "8GiB"; expected a quantity of bytes such as 512Mi or 2Gi`,
    `${path}:5: Deployment api: spec.replicas: invalid value "ten"; expected a whole number from 0 to 1,000,000`,
    `${path}:18: HorizontalPodAutoscaler api: spec.maxReplicas: invalid value 2; expected at least the minimum, 5`,
    `${path}:12: Deployment api: spec.template.spec.containers[0].ports[0].containerPort: invalid value 99999; expected a whole number from 1 to 65,535`,
    `${path}:12: Deployment api: spec.template.spec.containers[0].ports[1].protocol: invalid value "SCTP"; expected TCP or UDP`,
    `${path}:28: StatefulSet empty: spec.template.spec.containers: missing; expected at least one container`,
    `${path}:23: Cluster database: spec.storage.size: invalid value "big"; expected a quantity of bytes such as 512Mi or 2Gi`,
    `${path}:23: Cluster database: spec.instances: invalid value 1.5; expected a whole number from 0 to 1,000,000`,
  ];
  expect(() => readSource(path)).toThrow(new InputError(`manifests ${path}`, []).message);
  expect(() => readSource(path)).toThrow(problems.join('\n  '));
});

describe.each(['statefulset', 'operator'] as const)(
  'the manifests that this package synthesizes for the web shop with data stores as %s',
  (dataStores) => {
    const system = { ...webShop('shop').system, id: 'shop' };
    const [small] = system.tiers;
    const blueprint = blueprintFor({ system, tier: 'small', platform: 'kubernetes', dataStores });
    const folder = temporaryFolder();
    for (const { path, text } of manifestsOf(blueprint).files) writeFileSync(join(folder, basename(path)), text);
    const { name, parts } = readSource(folder);
    const components = draftOfParts('shop', parts).system.tiers[0]?.components ?? {};

    test('become the services with the same replicas, ports, memory and vCPUs', () => {
      expect(name).toBe('shop');
      expect(small?.components).toMatchObject({ api: { vcpu: 0.5 }, worker: { vcpu: 0.5 } });
      expect(components.api).toMatchObject({ instances: { min: 2, max: 4 }, vcpu: 0.5, memoryGib: 1 });
      expect(components.worker).toMatchObject({ instances: { min: 1, max: 2 }, vcpu: 0.5, memoryGib: 1 });
      expect(components.api).toMatchObject({ ports: [{ port: 8080, protocol: 'http' }], healthPath: '/health' });
    });

    test('become the same database, cache and load balancer', () => {
      // The operator's resource is database-server.
      expect(Object.values(components).find((each) => each?.kind === 'database')).toMatchObject({
        kind: 'database',
        engine: 'mysql',
        memoryGib: 4,
        storageGib: 50,
      });
      expect(Object.values(components).filter((each) => each?.kind === 'cache').length).toBeGreaterThan(0);
      expect(components.entry).toEqual({ kind: 'load-balancer', type: 'application', target: 'api' });
    });
  },
);

/** Source: Istio documentation, "Protocol Selection": the name of a port is its protocol, which a hyphen may end. */
test.each([
  ['the name in the Service', 'grpc', '', true],
  ['the name in the Service with a suffix', 'http-web', '', true],
  ['the name in the container', '', 'grpc', true],
  ['the name of another protocol', 'redis', '', false],
  ['no name of a protocol', 'main', 'web', undefined],
])('the protocol of a port is known by %s', (_, ofService, ofContainer, isHttp) => {
  const labels = { app: 'cart' };
  const named = (name: string) => (name === '' ? {} : { name });
  const containers = [{ name: 'cart', image: 'example.com/cart', ports: [{ containerPort: 7070, ...named(ofContainer) }] }];
  const path = join(temporaryFolder(), 'cart.json');
  writeFileSync(
    path,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'cart' },
          spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
        },
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'cart' },
          spec: { selector: labels, ports: [{ port: 80, targetPort: 7070, ...named(ofService) }] },
        },
      ],
    }),
  );
  expect(readSource(path).parts.map(({ ports }) => ports.map((port) => port.isHttp))).toEqual([[isHttp]]);
});

// Kustomize changes replicas and requests: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/replicas/
test.each([
  [
    'kustomization.yaml',
    'resources: [../base]',
    'is a kustomization that changes objects or has objects of other folders',
    'kubectl kustomize',
  ],
  [
    'kustomization.yaml',
    'resources: [api.yaml]\nreplicas: [{ name: api, count: 5 }]',
    'is a kustomization that changes objects or has objects of other folders',
    'kubectl kustomize',
  ],
  ['Chart.yaml', 'apiVersion: v2\nname: api\nversion: 0.1.0', 'is a Helm chart', 'helm template'],
])('a folder whose manifests another program writes is refused: %s with %j', (name, text, reason, command) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'api.yaml'), DEPLOYMENT);
  expect(readSource(folder).parts).toHaveLength(1);
  writeFileSync(join(folder, name), text);
  expect(() => readSource(folder)).toThrow(`${folder}: ${reason}; expected its manifests: ${command} ${folder} | npx sizing init --from -`);
});

test('a kustomization that only lists files of its folder is read', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'api.yaml'), DEPLOYMENT);
  writeFileSync(join(folder, 'kustomization.yaml'), 'namespace: shop\nresources: [api.yaml]');
  expect(readSource(folder).parts).toHaveLength(1);
});

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: api, image: 'registry.example/api:1' }] }
`;
