import { defineTier } from '../../lib/model/define-tier';
import { externals, SERVICE_IDS, SOURCE, services, storeLimits, vectorLimits } from './services';

/** The tier `growth` of ux-flow. */
export const growth = defineTier({
  id: 'growth',
  description: 'businesses of 50–500 people, teams of 5–50 designers',
  components: {
    // At least 22 pods, at most 30: the 20–30 of the document.
    gateway: { ...services.gateway, instances: { min: 3, max: 5 } },
    cognitive: { ...services.cognitive, instances: { min: 6, max: 7 } },
    users: { ...services.users, instances: { min: 3, max: 4 } },
    flows: { ...services.flows, instances: { min: 4, max: 6 } },
    knowledge: { ...services.knowledge, instances: { min: 4, max: 5 } },
    billing: { ...services.billing, instances: { min: 2, max: 3 } },
    nodes: { kind: 'node-pool', runs: SERVICE_IDS, minNodes: 2 },
    documents: { kind: 'document-store', vcpu: 2, memoryGib: 4, storageGib: 100, replicasPerShard: 1, limits: storeLimits },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 4, shards: 1, replicasPerShard: 1 },
    vectors: { kind: 'vector-store', vcpu: 2, memoryGib: 4, storageGib: 50, limits: vectorLimits },
    'vector-nodes': { kind: 'node-pool', runs: ['vectors'], minNodes: 1 },
    'ai-jobs': { kind: 'queue', messages: 'ai-requests', visibilitySeconds: 60 },
    static: { kind: 'bucket', storageGib: 20 },
    entry: { kind: 'load-balancer', type: 'application', target: 'gateway', stickySessions: true, idleTimeoutSeconds: 3600 },
    // The document's quick gain: static files from a CDN take 40% of the load.
    cdn: { kind: 'cdn', origin: 'static', offloadShare: 0.4 },
    ...externals,
  },
  network: { natGateways: 1 },
  // The document expects a failover in one to two minutes, which needs a second node.
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 500, mid: 700, high: 1_000 },
    requestsPerSecond: { low: 500, mid: 700, high: 1_000 },
    operations: {
      'ai-requests': { amount: { low: 50, mid: 100, high: 200 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: [1_000, 1_000],
    requestsPerSecond: [500, 1_000],
    operations: {
      websockets: { amount: [1_000, 2_000] },
      'ai-requests': { amount: [100, 100], every: 'minute' },
    },
    monthlyUsd: [1_500, 2_000],
    resources: { vcpu: [16, 16], memoryGib: [16, 16] },
    figures: [
      { name: 'pods', unit: 'pods', range: [20, 30], comparedWith: { kind: 'instances', components: SERVICE_IDS } },
      {
        name: 'MongoDB storage',
        unit: 'GB',
        range: [100, 100],
        comparedWith: { kind: 'supply', component: 'documents', resource: 'storage' },
        unitFactor: 1_024,
      },
      {
        name: 'Redis memory',
        unit: 'GB',
        range: [4, 4],
        comparedWith: { kind: 'supply', component: 'cache', resource: 'memory' },
        unitFactor: 1_024,
      },
      { name: 'cost of a concurrent user', unit: 'USD/month', range: [1.5, 2], notCompared: 'estimate' },
      { name: 'concurrent active users today', unit: 'users', range: [500, 1_000], comparedWith: { kind: 'users' } },
      { name: 'concurrent users to plan for at first', unit: 'users', range: [500, 500], comparedWith: { kind: 'users' } },
      { name: 'daily active users today', unit: 'users', range: [10_000, 20_000], notCompared: 'daily-users' },
      { name: 'daily active users handled well', unit: 'users', range: [10_000, 10_000], notCompared: 'daily-users' },
      { name: 'monthly active users today', unit: 'users', range: [50_000, 100_000], notCompared: 'daily-users' },
      {
        name: 'flow saves handled well',
        unit: 'saves/min',
        range: [1_000, 1_000],
        comparedWith: { kind: 'capacity', operation: 'flow-saves' },
        unitFactor: 1 / 60,
      },
      {
        name: 'WebSockets handled well',
        unit: 'connections',
        range: [2_000, 2_000],
        comparedWith: { kind: 'capacity', operation: 'websockets' },
      },
      { name: 'employees of a fitting business', unit: 'people', range: [50, 500], notCompared: 'business' },
      { name: 'designers of a fitting team', unit: 'people', range: [5, 50], notCompared: 'business' },
      {
        name: 'concurrent AI requests that cause problems',
        unit: 'requests',
        range: { from: 100, orMore: true },
        comparedWith: { kind: 'concurrent-alone', operation: 'ai-requests' },
      },
      { name: 'nodes of a flow that cause problems', unit: 'nodes', range: { from: 1_000, orMore: true }, notCompared: 'largest-piece' },
      { name: 'users of one flow that cause problems', unit: 'users', range: { from: 50, orMore: true }, notCompared: 'largest-piece' },
      {
        name: 'records of a bulk operation that cause problems',
        unit: 'records',
        range: { from: 10_000, orMore: true },
        notCompared: 'largest-piece',
      },
      { name: 'growth overnight that causes problems', unit: 'times', range: [10, 10], notCompared: 'forecast' },
      { name: 'users of phase 2: autoscaling, more caching, queue', unit: 'users', range: [1_000, 5_000], comparedWith: { kind: 'users' } },
    ],
    evidence: 'assumed',
    source: `${SOURCE}: tier "growth"; requests, WebSockets and AI requests from its capacity of today`,
  },
});
