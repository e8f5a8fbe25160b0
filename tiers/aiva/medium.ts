import { defineTier } from '../../lib/model/define-tier';
import { externalsAt, imageWorker, scaling, services } from './services';

/** The tier `medium` of aiva. */
export const medium = defineTier({
  id: 'medium',
  description: 'small to medium business',
  components: {
    api: { ...services.api, instances: { min: 2, max: 10 }, vcpu: 1, memoryGib: 1, scaling: scaling.api },
    python: { ...services.python, instances: { min: 2, max: 4 }, vcpu: 2, memoryGib: 2, workers: 2, scaling: scaling.python },
    bridge: { ...services.bridge, instances: { min: 1, max: 2 }, vcpu: 1, memoryGib: 1.5, callsPerInstance: 15 },
    nodes: { kind: 'node-pool', runs: ['api', 'python', 'bridge'], minNodes: 2 },
    database: { kind: 'database', engine: 'mysql', vcpu: 1, memoryGib: 4, storageGib: 200, connections: 20 },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 8, shards: 1, replicasPerShard: 1 },
    jobs: { kind: 'queue', messages: 'documents' },
    files: { kind: 'bucket', storageGib: 300, infrequentAccessAfterDays: 90 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
    'voice-entry': { kind: 'load-balancer', type: 'network', target: 'bridge' },
    ...externalsAt(2),
  },
  gpu: { default: 'none', service: { ...imageWorker, instances: { min: 1, max: 1 }, scaling: scaling.python } },
  network: { natGateways: 1 },
  highAvailability: false,
  workload: {
    concurrentUsers: { low: 50, mid: 75, high: 100 },
    requestsPerSecond: { low: 100, mid: 150, high: 200 },
    operations: {
      chats: { low: 20, mid: 30, high: 40 },
      calls: { low: 10, mid: 12, high: 15 },
      documents: { amount: { low: 100, mid: 150, high: 200 }, every: 'hour' },
    },
  },
  published: {
    concurrentUsers: [50, 100],
    requestsPerSecond: [100, 200],
    operations: {
      chats: { amount: [20, 40] },
      calls: { amount: [10, 15] },
      documents: { amount: [3, 5] },
      images: { amount: [2, 3] },
    },
    monthlyUsd: [100, 200],
    resources: { vcpu: [8, 8], memoryGib: [16, 16], storageGib: [500, 500], operatingSystemGib: 2 },
    evidence: 'assumed',
    source: 'AIVA capacity plan 1.0, November 2025: profile "medium"; cost from its planning guideline',
  },
});
