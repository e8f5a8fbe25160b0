import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { ComponentInput, GpuWorkInput, ServiceInput } from '../../lib/model/inputs';
import { blueprintWarningText } from '../../lib/output/blueprint-warnings';

const service = (fields: Partial<ServiceInput> = {}): ServiceInput => ({
  kind: 'service',
  instances: { min: 1, max: 1 },
  vcpu: 0.5,
  memoryGib: 1,
  ...fields,
});
const ports: ServiceInput['ports'] = [{ port: 8080, protocol: 'http' }];
const database: ComponentInput = { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 4, storageGib: 20 };

function warningsOf(components: Readonly<Record<string, ComponentInput>>, gpu?: GpuWorkInput) {
  const services = Object.keys(components).filter((id) => components[id]?.kind === 'service');
  const nodes: ComponentInput = { kind: 'node-pool', runs: services };
  const tier = { id: 'small', components: { ...components, nodes }, ...(gpu !== undefined && { gpu }) };
  return blueprintFor({ system: { id: 'shop', tiers: [tier] } })
    .warnings.map((warning) => blueprintWarningText(warning).split(/[,.]/)[0])
    .filter((text) => text?.startsWith('Entry') !== true);
}

test.each<[string, Readonly<Record<string, ComponentInput>>, readonly string[]]>([
  [
    'a queue without a sender and a worker',
    { api: service(), jobs: { kind: 'queue', messages: undefined } },
    ['No service uses queue "jobs"', 'No service works on queue "jobs"'],
  ],
  ['a queue with both', { api: service({ uses: ['jobs'] }), worker: service({ worksOn: 'jobs' }), jobs: { kind: 'queue' } }, []],
  ['a store that no service uses', { api: service(), database }, ['No service uses "database"']],
  ['a bucket of a CDN', { api: service(), files: { kind: 'bucket', storageGib: 5 }, cdn: { kind: 'cdn', origin: 'files' } }, []],
  ['a service with ports that nothing calls', { api: service({ ports }) }, ['Nothing connects to the ports of service "api"']],
  [
    'a service behind a load balancer',
    { api: service({ ports }), entry: { kind: 'load-balancer', type: 'application', target: 'api' } },
    [],
  ],
  ['a service that another one calls', { api: service({ ports }), jobs: service({ uses: ['api'] }) }, []],
  ['a pool of connections to nothing', { api: service({ databasePool: 5 }) }, ['Service "api" has a databasePool']],
  ['a pool of connections to a database', { api: service({ databasePool: 5, uses: ['database'] }), database }, []],
  [
    'a database that a service has no pool for: its connections are not counted',
    { api: service({ uses: ['database'] }), database },
    ['Service "api" uses a database but has no databasePool'],
  ],
  [
    'a service without a pool that uses a document store, whose connections no setting limits',
    { api: service({ uses: ['documents'] }), documents: { kind: 'document-store', vcpu: 2, memoryGib: 8, storageGib: 20 } },
    [],
  ],
])('%s', (_name, components, expected) => {
  expect(warningsOf(components)).toEqual(expected);
});

test('the service that a tier has only with a GPU works on its queue, and is called by its callers', () => {
  const gpu = (fields: Partial<ServiceInput>, usedBy?: readonly string[]): GpuWorkInput => ({
    default: 'none',
    service: service({ gpus: 1, ...fields }),
    ...(usedBy !== undefined && { usedBy: [...usedBy] }),
  });
  const jobs: ComponentInput = { kind: 'queue' };
  expect(warningsOf({ api: service({ uses: ['jobs'] }), jobs }, gpu({ worksOn: 'jobs' }))).toEqual([]);
  expect(warningsOf({ api: service() }, gpu({ ports }, ['api']))).toEqual([]);
  expect(warningsOf({ api: service() }, gpu({ ports }))).toEqual(['Nothing connects to the ports of service "image-worker"']);
});
