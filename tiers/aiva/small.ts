import { defineTier } from '../../lib/model/define-tier';
import { externalsAt, imageWorker, scaling, services } from './services';

/** The tier `small` of aiva. */
export const small = defineTier({
  id: 'small',
  description: 'development, light production',
  components: {
    api: { ...services.api, instances: { min: 1, max: 2 }, vcpu: 1, memoryGib: 0.75, scaling: scaling.api },
    python: { ...services.python, instances: { min: 1, max: 2 }, vcpu: 1, memoryGib: 1.9, workers: 2, scaling: scaling.python },
    bridge: { ...services.bridge, instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 0.85, callsPerInstance: 10 },
    nodes: { kind: 'node-pool', runs: ['api', 'python', 'bridge'], minNodes: 1, burstable: true },
    database: { kind: 'database', engine: 'mysql', vcpu: 1, memoryGib: 1.5, storageGib: 50, connections: 10, burstable: true },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 2, shards: 1, replicasPerShard: 1, burstable: true },
    jobs: { kind: 'queue', messages: 'documents' },
    files: { kind: 'bucket', storageGib: 50, infrequentAccessAfterDays: 90 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
    'voice-entry': { kind: 'load-balancer', type: 'network', target: 'bridge' },
    ...externalsAt(1),
  },
  gpu: { default: 'none', service: { ...imageWorker, instances: { min: 1, max: 1 }, scaling: scaling.python } },
  network: { natGateways: 0 },
  highAvailability: false,
  singleHost: true,
  workload: {
    concurrentUsers: { low: 10, mid: 18, high: 25 },
    requestsPerSecond: { low: 20, mid: 35, high: 50 },
    operations: {
      chats: { low: 5, mid: 8, high: 10 },
      calls: { low: 2, mid: 3, high: 5 },
      documents: { amount: { low: 10, mid: 20, high: 40 }, every: 'hour' },
    },
  },
  published: {
    concurrentUsers: [10, 25],
    requestsPerSecond: [20, 50],
    operations: {
      chats: { amount: [5, 10] },
      calls: { amount: [2, 5] },
      documents: { amount: [1, 2] },
      images: { amount: [1, 1] },
    },
    monthlyUsd: [30, 50],
    resources: { vcpu: [4, 4], memoryGib: [8, 8], storageGib: [100, 100], operatingSystemGib: 1 },
    evidence: 'assumed',
    source: 'AIVA capacity plan 1.0, November 2025: profile "small"; cost from its planning guideline',
  },
});
