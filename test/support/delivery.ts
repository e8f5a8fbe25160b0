import type { SystemDefinition } from '../../lib/model/tier-extension';

const SERVICE = { kind: 'service', instances: { min: 1, max: 4 }, vcpu: 0.5, memoryGib: 1 } as const;
const ONE_CORE_FOR = (component: string, seconds: number) => ({ component, resource: 'processor', amount: 1, seconds }) as const;

/** Food deliveries: users of a shop, and work that no user causes, such as the positions of couriers. */
export const delivery: SystemDefinition = {
  id: 'delivery',
  traffic: {
    averageToPeak: { value: 0.5, reason: 'test' },
    requestKib: { value: 1, reason: 'test' },
    responseKib: { value: 5, reason: 'test' },
  },
  operations: {
    pages: { name: 'page', kind: 'event', counts: 'http-requests', usual: { amount: 0.01 }, demands: [ONE_CORE_FOR('api', 0.02)] },
    positions: {
      name: 'courier position',
      kind: 'event',
      usual: { amount: 40, per: 'system' },
      demands: [ONE_CORE_FOR('api', 0.002)],
    },
    receipts: {
      name: 'receipt',
      kind: 'event',
      usual: { amount: 100, every: 'hour', per: 'system' },
      transfer: { uploadMib: { value: 2, reason: 'test' } },
      demands: [ONE_CORE_FOR('worker', 1)],
    },
  },
  tiers: [
    {
      id: 'city',
      workload: { concurrentUsers: 1_000 },
      components: {
        api: { ...SERVICE, instances: { min: 1, expected: 2, max: 4 }, ports: [{ port: 8080, protocol: 'http' }] },
        worker: { ...SERVICE, worksOn: 'jobs' },
        nodes: { kind: 'node-pool', runs: ['api', 'worker'] },
        jobs: { kind: 'queue', messages: 'receipts' },
        files: { kind: 'bucket', storageGib: 10 },
        entry: { kind: 'load-balancer', type: 'application', target: 'api' },
        sms: {
          kind: 'external',
          name: 'Text messages',
          unit: 'message',
          driver: { operation: 'receipts' },
          unitPriceUsd: [0.01, 0.01],
          source: 'test',
          asOf: '2026-01-01',
        },
      },
    },
    {
      id: 'country',
      extends: 'city',
      workload: { concurrentUsers: 5_000, operations: { positions: 200 } },
      components: { api: { instances: { min: 1, expected: 5, max: 8 } } },
    },
  ],
};
