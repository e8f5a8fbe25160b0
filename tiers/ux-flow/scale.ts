import { defineTier } from '../../lib/model/define-tier';
import { externals, SERVICE_IDS, SOURCE, services, storeLimits, vectorLimits } from './services';

/** The tier `scale` of ux-flow. */
export const scale = defineTier({
  id: 'scale',
  description: '10,000 concurrent users, after the optimizations',
  components: {
    // The maximum of every published range: 63 pods.
    gateway: { ...services.gateway, instances: { min: 8, max: 20 } },
    cognitive: { ...services.cognitive, instances: { min: 8, max: 13 } },
    users: { ...services.users, instances: { min: 5, expected: 6, max: 24 } },
    flows: { ...services.flows, instances: { min: 6, max: 20 } },
    knowledge: { ...services.knowledge, instances: { min: 6, max: 8 } },
    billing: { ...services.billing, instances: { min: 3, max: 5 } },
    nodes: { kind: 'node-pool', runs: SERVICE_IDS, minNodes: 3 },
    documents: { kind: 'document-store', vcpu: 4, memoryGib: 16, storageGib: 1_024, shards: 2, replicasPerShard: 1, limits: storeLimits },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 16, shards: 2, replicasPerShard: 1 },
    // A million documents of 6 KB vectors in memory, and their index.
    vectors: { kind: 'vector-store', vcpu: 4, memoryGib: 16, storageGib: 200, limits: vectorLimits },
    'vector-nodes': { kind: 'node-pool', runs: ['vectors'], minNodes: 1 },
    'ai-jobs': { kind: 'queue', messages: 'ai-requests', visibilitySeconds: 60 },
    static: { kind: 'bucket', storageGib: 100 },
    entry: { kind: 'load-balancer', type: 'application', target: 'gateway', stickySessions: true, idleTimeoutSeconds: 3600 },
    cdn: { kind: 'cdn', origin: 'static', offloadShare: 0.4 },
    ...externals,
  },
  network: { natGateways: 3 },
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 5_000, mid: 7_000, high: 10_000 },
    requestsPerSecond: { low: 5_000, mid: 7_000, high: 10_000 },
    operations: {
      'ai-requests': { amount: { low: 500, mid: 1_000, high: 2_000 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: [10_000, 10_000],
    requestsPerSecond: [5_000, 10_000],
    operations: {
      websockets: { amount: [10_000, 20_000] },
    },
    monthlyUsd: [10_000, 15_000],
    sizes: { users: { instances: 10 }, flows: { instances: 10 }, cognitive: { instances: 10 } },
    resources: { vcpu: [64, 64], memoryGib: [128, 128] },
    figures: [
      { name: 'pods', unit: 'pods', range: [100, 150], comparedWith: { kind: 'instances', components: SERVICE_IDS } },
      {
        name: 'MongoDB storage, sharded',
        unit: 'GB',
        range: [1_024, 1_024],
        comparedWith: { kind: 'supply', component: 'documents', resource: 'storage' },
        unitFactor: 1_024,
      },
      {
        name: 'Redis memory, clustered',
        unit: 'GB',
        range: [16, 16],
        comparedWith: { kind: 'supply', component: 'cache', resource: 'memory' },
        unitFactor: 1_024,
      },
      { name: 'cost of a concurrent user', unit: 'USD/month', range: [1, 1.5], notCompared: 'estimate' },
      { name: 'concurrent active users when optimized', unit: 'users', range: [5_000, 10_000], comparedWith: { kind: 'users' } },
      { name: 'daily active users when optimized', unit: 'users', range: [100_000, 200_000], notCompared: 'daily-users' },
      { name: 'monthly active users when optimized', unit: 'users', range: [500_000, 1_000_000], notCompared: 'daily-users' },
      {
        name: 'concurrent users that need another architecture',
        unit: 'users',
        range: { from: 10_000, orMore: true },
        comparedWith: { kind: 'users' },
      },
      { name: 'users of phase 3: regions, sharding, dedicated AI', unit: 'users', range: [5_000, 20_000], comparedWith: { kind: 'users' } },
      {
        name: 'users of phase 4: global CDN, edge, service mesh, own models',
        unit: 'users',
        range: { from: 20_000, orMore: true },
        comparedWith: { kind: 'users' },
      },
      { name: 'gain of a cache for AI answers', unit: '% of capacity', range: [30, 30], notCompared: 'gain' },
      { name: 'gain of pooled database connections', unit: '% of throughput', range: [20, 20], notCompared: 'gain' },
      { name: 'load that a CDN serves', unit: '%', range: [40, 40], notCompared: 'gain' },
      { name: 'AI calls that removing duplicates saves', unit: '%', range: [25, 25], notCompared: 'gain' },
    ],
    evidence: 'assumed',
    source: `${SOURCE}: tier "scale"; requests and WebSockets from its optimized capacity`,
  },
});
