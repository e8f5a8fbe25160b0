import type { OperationInput } from '../model/inputs';
import type { SystemDefinition } from '../model/tier-extension';
import type { Draft } from './draft';

/** Source of every demand of the example, shown where a capacity relies on it. */
const TO_MEASURE = 'to measure';

/** A demand of the example: CPU seconds of one event. */
function cpu(component: string, seconds: number) {
  return { component, resource: 'processor' as const, amount: 1, seconds, source: TO_MEASURE };
}

const OPERATIONS: Readonly<Record<string, OperationInput>> = {
  pages: {
    name: 'page',
    kind: 'event',
    usual: { amount: 0.02 },
    counts: 'http-requests',
    demands: [cpu('api', 0.02), cpu('database', 0.005), cpu('cache', 0.001)],
  },
  orders: {
    name: 'order',
    kind: 'event',
    usual: { amount: 0.001 },
    demands: [cpu('api', 0.05), cpu('worker', 0.2), cpu('database', 0.02)],
  },
};

const TIERS: SystemDefinition['tiers'] = [
  {
    id: 'small',
    description: 'first customers',
    workload: { concurrentUsers: 200 },
    components: {
      api: {
        kind: 'service',
        instances: { min: 2, max: 4 },
        vcpu: 0.5,
        memoryGib: 1,
        ports: [{ port: 8080, protocol: 'http' }],
        healthPath: '/health',
        databasePool: 10,
        uses: ['database', 'cache'],
        scaling: { cpuPercent: 60 },
      },
      worker: {
        kind: 'service',
        instances: { min: 1, max: 2 },
        vcpu: 0.5,
        memoryGib: 1,
        databasePool: 5,
        uses: ['database', 'cache'],
      },
      nodes: { kind: 'node-pool', runs: ['api', 'worker'], minNodes: 2 },
      database: { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 4, storageGib: 50, burstable: true },
      cache: { kind: 'cache', engine: 'redis', memoryGib: 1, burstable: true },
      entry: { kind: 'load-balancer', type: 'application', target: 'api' },
    },
  },
  {
    id: 'medium',
    extends: 'small',
    description: 'a known shop',
    workload: { concurrentUsers: 1_000 },
    components: {
      api: { instances: { min: 3, max: 8 }, vcpu: 1, memoryGib: 2 },
      worker: { instances: { min: 2, max: 4 } },
      database: { vcpu: 2, memoryGib: 16, storageGib: 100, burstable: false },
      cache: { memoryGib: 3, burstable: false },
    },
  },
  {
    id: 'large',
    extends: 'medium',
    description: 'the days before Christmas',
    workload: { concurrentUsers: 5_000 },
    highAvailability: true,
    network: { natGateways: 3 },
    components: {
      api: { instances: { min: 6, max: 24 } },
      worker: { instances: { min: 3, max: 8 }, vcpu: 1, memoryGib: 2 },
      database: { vcpu: 8, memoryGib: 32, storageGib: 500 },
      cache: { memoryGib: 12 },
    },
  },
];

/** The definition of a new system: a web shop, as an example to be changed. */
export function webShop(id: string): Draft {
  return {
    system: { id, operations: OPERATIONS, tiers: TIERS },
    comments: [
      { path: [], note: { kind: 'example' } },
      { path: ['operations'], note: { kind: 'demands-to-measure' } },
    ],
    omitted: [],
  };
}
