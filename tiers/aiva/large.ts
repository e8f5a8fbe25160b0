import { defineTier } from '../../lib/model/define-tier';
import { externalsAt, imageWorker, scaling, services } from './services';

/** The tier `large` of aiva. */
export const large = defineTier({
  id: 'large',
  description: 'enterprise, high volume',
  components: {
    api: { ...services.api, instances: { min: 4, max: 16 }, vcpu: 1, memoryGib: 1.5, scaling: scaling.api },
    python: { ...services.python, instances: { min: 4, max: 8 }, vcpu: 2, memoryGib: 3, workers: 2, scaling: scaling.python },
    bridge: { ...services.bridge, instances: { min: 2, max: 5 }, vcpu: 1, memoryGib: 2, callsPerInstance: 20 },
    nodes: { kind: 'node-pool', runs: ['api', 'python', 'bridge'], minNodes: 3 },
    database: { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 8, storageGib: 400, connections: 50, readReplicas: 2 },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 16, shards: 2, replicasPerShard: 1 },
    jobs: { kind: 'queue', messages: 'documents' },
    files: { kind: 'bucket', storageGib: 624, infrequentAccessAfterDays: 90 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
    'voice-entry': { kind: 'load-balancer', type: 'network', target: 'bridge' },
    cdn: { kind: 'cdn', origin: 'files' },
    ...externalsAt(2),
  },
  gpu: { default: 'none', service: { ...imageWorker, instances: { min: 1, max: 2 }, scaling: scaling.python } },
  network: { natGateways: 2 },
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 200, mid: 350, high: 500 },
    requestsPerSecond: { low: 500, mid: 750, high: 1_000 },
    operations: {
      chats: { low: 100, mid: 150, high: 200 },
      calls: { low: 30, mid: 40, high: 50 },
      documents: { amount: { low: 200, mid: 300, high: 400 }, every: 'hour' },
    },
  },
  published: {
    concurrentUsers: [200, 500],
    requestsPerSecond: [500, 1_000],
    operations: {
      chats: { amount: [100, 200] },
      calls: { amount: [30, 50] },
      documents: { amount: [8, 12] },
      images: { amount: [5, 8] },
    },
    monthlyUsd: [500, 1_000],
    // The autoscaler ends with 10 replicas, and 2–3 bridges are for 30–50 calls.
    sizes: { api: { instances: 10 }, bridge: { instances: 3 }, database: { readReplicas: 1 } },
    resources: { vcpu: [16, 16], memoryGib: [32, 32], storageGib: [1_024, 1_024], operatingSystemGib: 4 },
    evidence: 'assumed',
    source: 'AIVA capacity plan 1.0, November 2025: profile "large"; cost from its planning guideline',
  },
});
