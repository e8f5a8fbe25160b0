import { describe, expect, test } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { reachedComponents } from '../../lib/loadtest/reached-components';
import { testedOperations } from '../../lib/loadtest/tested-operations';
import type { Tier } from '../../lib/model/tier';

// The media of a call is sent by WebRTC, which a test of HTTP requests does not send.
// Source: Grafana k6 documentation, "Using k6", "Protocols": HTTP, WebSockets and gRPC.
describe('the sessions of a load test of HTTP requests', () => {
  const service = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 1 } as const;
  const participants = {
    name: 'participant',
    kind: 'session',
    usual: { amount: 1 },
    counts: 'users',
    demands: ['api', 'search', 'worker', 'model', 'media'].map(
      (component) => ({ component, resource: 'processor', amount: 0.01 }) as const,
    ),
  } as const;
  const pages = { name: 'page', kind: 'event', usual: { amount: 1, every: 'minute' }, counts: 'http-requests' } as const;
  const components = {
    api: { ...service, ports: [{ port: 8080, protocol: 'http' }], uses: ['search', 'jobs'] },
    search: { ...service, ports: [{ port: 9000, protocol: 'http' }] },
    jobs: { kind: 'queue' },
    worker: { ...service, worksOn: 'jobs' },
    model: { kind: 'external', name: 'model', unit: 'month', driver: 'flat', unitPriceUsd: [1, 1], source: 'test', asOf: '2026-11-01' },
    media: { ...service, ports: [{ port: 10_000, protocol: 'tcp-udp' }] },
    calls: { kind: 'load-balancer', type: 'network', target: 'media' },
  } as const;
  const entry = { kind: 'load-balancer', type: 'application', target: 'api' } as const;

  test.each([
    ['use what requests reach', { ...components, entry }, ['api', 'search', 'worker', 'model']],
    ['use all components where no entry point has HTTP', components, ['api', 'search', 'worker', 'model', 'media']],
  ])('%s', (_, parts, used) => {
    const system = loadSystem({ id: 'meetings', operations: { participants, pages }, tiers: [{ id: 'small', components: parts }] });
    const reached = reachedComponents(system.tiers[0] as Tier);
    const [requests, sessions] = testedOperations('pages', system, { hasUsers: true, reached });
    expect(requests?.operation.name).toBe('page');
    expect(sessions?.operation.demands.map(({ component }) => component)).toEqual(used);
  });
});
