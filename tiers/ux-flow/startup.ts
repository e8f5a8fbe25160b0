import { defineTier } from '../../lib/model/define-tier';
import { externals, SERVICE_IDS, SOURCE, services, storeLimits, vectorLimits } from './services';

/** The tier `startup` of ux-flow. */
export const startup = defineTier({
  id: 'startup',
  description: 'up to 100 concurrent users, a first product',
  components: {
    gateway: { ...services.gateway, instances: { min: 1, max: 2 } },
    cognitive: { ...services.cognitive, instances: { min: 2, max: 3 } },
    users: { ...services.users, instances: { min: 2, max: 3 } },
    flows: { ...services.flows, instances: { min: 2, max: 3 } },
    knowledge: { ...services.knowledge, instances: { min: 2, max: 3 } },
    billing: { ...services.billing, instances: { min: 2, max: 2 } },
    nodes: { kind: 'node-pool', runs: SERVICE_IDS, minNodes: 1, burstable: true },
    // One writer: its storage is replicated over three zones, its instance is not.
    documents: { kind: 'document-store', vcpu: 2, memoryGib: 4, storageGib: 10, replicasPerShard: 0, limits: storeLimits },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 1, shards: 1, replicasPerShard: 1, burstable: true },
    vectors: { kind: 'vector-store', vcpu: 1, memoryGib: 2, storageGib: 20, limits: vectorLimits },
    // Its volume is in one zone, so it has a node of its own; without that node, search is unavailable.
    'vector-nodes': { kind: 'node-pool', runs: ['vectors'], minNodes: 1, burstable: true },
    'ai-jobs': { kind: 'queue', messages: 'ai-requests', visibilitySeconds: 60 },
    static: { kind: 'bucket', storageGib: 5 },
    entry: { kind: 'load-balancer', type: 'application', target: 'gateway', stickySessions: true, idleTimeoutSeconds: 3600 },
    ...externals,
  },
  // No NAT gateway, because it would add a tenth to the published cost.
  network: { natGateways: 0 },
  // Phase 1 is one cluster, scaled manually; the document adds a replica set later.
  highAvailability: false,
  workload: {
    concurrentUsers: { low: 50, mid: 75, high: 100 },
    // One request/s for each user: 500–1,000 of both are today's capacity.
    requestsPerSecond: { low: 50, mid: 75, high: 100 },
    operations: {
      // 100/min for 500–1,000 users are 0.1–0.2 for each.
      'ai-requests': { amount: { low: 5, mid: 11, high: 20 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: [100, 100],
    monthlyUsd: [200, 300],
    resources: { vcpu: [4, 4], memoryGib: [4, 4] },
    figures: [
      { name: 'pods', unit: 'pods', range: [8, 10], comparedWith: { kind: 'instances', components: SERVICE_IDS } },
      {
        name: 'MongoDB storage',
        unit: 'GB',
        range: [10, 10],
        comparedWith: { kind: 'supply', component: 'documents', resource: 'storage' },
        unitFactor: 1_024,
      },
      {
        name: 'Redis memory',
        unit: 'GB',
        range: [1, 1],
        comparedWith: { kind: 'supply', component: 'cache', resource: 'memory' },
        unitFactor: 1_024,
      },
      { name: 'cost of a concurrent user', unit: 'USD/month', range: [2, 3], notCompared: 'estimate' },
      {
        name: 'users of phase 1: one cluster, basic monitoring, scaled manually',
        unit: 'users',
        range: [0, 1_000],
        comparedWith: { kind: 'users' },
      },
    ],
    evidence: 'assumed',
    source: `${SOURCE}: tier "startup"`,
  },
});
