import { expect, test } from 'vitest';
import { stringsAt } from '../../lib/manifests/values';
import { configMap, objectOf, objectsFor } from '../support/manifests';

const OBJECTS = objectsFor({ system: 'aiva', tier: 'large', dataStores: 'statefulset' });

/** Variables of a service by name; secrets have no value. */
function variables(service: string): Readonly<Record<string, string | undefined>> {
  const { raw } = objectOf(OBJECTS, 'Deployment', service);
  const { containers } = (raw.spec as { template: { spec: { containers: { env: { name: string; value?: string }[] }[] } } }).template.spec;
  return Object.fromEntries((containers[0]?.env ?? []).map(({ name, value }) => [name, value]));
}

test('messages are flushed to disk before they are acknowledged, and are never evicted', () => {
  const settings = configMap(OBJECTS, 'jobs')['server.conf'];
  expect(settings).toContain('appendfsync always\n');
  expect(settings).toContain('maxmemory-policy noeviction\n');
  expect(settings).not.toContain('cluster');
});

test('senders have the address of the queue, and workers also the rules for failed messages', () => {
  const address = { JOBS_QUEUE_URL: 'redis://jobs:6379/0', JOBS_QUEUE_NAME: 'jobs' };
  const rules = { JOBS_FAILED_QUEUE_NAME: 'jobs-failed', JOBS_VISIBILITY_SECONDS: '300', JOBS_MAX_RECEIVES: '5' };
  expect(variables('api')).toMatchObject(address);
  expect(variables('api')).not.toHaveProperty('JOBS_MAX_RECEIVES');
  expect(variables('python')).toMatchObject({ ...address, ...rules });
});

test('KEDA can read the length of the queue', () => {
  const authentication = objectOf(OBJECTS, 'TriggerAuthentication', 'jobs').raw.spec;
  expect(authentication).toEqual({ secretTargetRef: [{ parameter: 'password', name: 'jobs-credentials', key: 'password' }] });
  const scaled = OBJECTS.filter(({ kind }) => kind === 'ScaledObject').flatMap(({ raw }) => (raw.spec as { triggers: object[] }).triggers);
  expect(scaled).toContainEqual(
    expect.objectContaining({ type: 'redis', metadata: expect.objectContaining({ address: 'jobs.aiva-dev.svc:6379', listName: 'jobs' }) }),
  );
  const policy = objectOf(OBJECTS, 'NetworkPolicy', 'jobs').raw.spec as { ingress: { from: object[] }[] };
  const peers = policy.ingress.flatMap(({ from }) => from.map((peer) => stringsAt(peer as never, 'namespaceSelector', 'matchLabels')));
  expect(peers).toContainEqual({ 'kubernetes.io/metadata.name': 'keda' });
});
