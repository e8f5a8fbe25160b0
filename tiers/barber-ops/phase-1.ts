import { defineTier } from '../../lib/model/define-tier';
import { externals, poolerLimits, SOURCE, services } from './services';

/** The tier `phase-1` of barber-ops. */
export const phase1 = defineTier({
  id: 'phase-1',
  description: '500 users: pooled connections, a Redis cluster with an AI cache, first replicas',
  components: {
    web: { ...services.web, instances: { min: 2, max: 4 } },
    // The minimum of the autoscaler is three.
    api: { ...services.api, instances: { min: 3, max: 6 }, databasePool: 20 },
    nodes: { kind: 'node-pool', runs: ['web', 'api'], minNodes: 2 },
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 2,
      memoryGib: 8,
      storageGib: 50,
      connections: 103,
      pooler: 'rds-proxy',
      poolerLimits,
    },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 1, shards: 1, replicasPerShard: 1 },
    static: { kind: 'bucket', storageGib: 10 },
    entry: { kind: 'load-balancer', type: 'application', target: 'web' },
    ...externals,
  },
  network: { natGateways: 1 },
  // 99.9% are 44 minutes per month, less than the restoration of a database takes.
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 250, mid: 500, high: 700 },
    requestsPerSecond: { low: 12.5, mid: 50, high: 105 },
    operations: {
      // Ten times the requests of today. A cache with 80% instead of 15% hits leaves 20/85 of them.
      'ai-requests': { amount: { low: 2.1, mid: 4, high: 7.1 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: { from: 500, orMore: true },
    monthlyUsd: [2_950, 2_950],
    monthlyUsdByPart: {
      database: [1_500, 1_500],
      caching: [300, 300],
      compute: [800, 800],
      'CDN and edge': [0, 0],
      'model APIs': [350, 350],
    },
    resources: { vcpu: [4.05, 4.1] },
    figures: [
      { name: 'database connections by formula', unit: 'connections', range: [103, 103], notCompared: 'rule' },
      { name: 'Redis memory by formula', unit: 'GB', range: [1, 1], notCompared: 'rule' },
      { name: 'network by formula', unit: 'Gbps', range: [1, 1], notCompared: 'rule' },
      { name: 'one-time development', unit: 'dollars', range: [150_000, 150_000], notCompared: 'plan' },
      { name: 'weeks of the plan', unit: 'week', range: [1, 6], notCompared: 'plan' },
      { name: 'possible revenue', unit: 'USD/month', range: [250_000, 250_000], notCompared: 'business' },
      { name: 'payback', unit: 'months', range: [0.7, 0.7], notCompared: 'business' },
      { name: 'AI responses faster by', unit: '%', range: [50, 50], notCompared: 'gain' },
      { name: 'uptime', unit: '%', range: [99.9, 99.9], notCompared: 'plan' },
      { name: 'gain of pooled connections, 1–2 weeks', unit: 'times the users', range: [10, 10], notCompared: 'gain' },
      { name: 'gain of the AI cache in cost, 2–3 weeks', unit: '%', range: [65, 65], notCompared: 'gain' },
      { name: 'gain of the AI cache in speed, 2–3 weeks', unit: '%', range: [70, 70], notCompared: 'gain' },
      { name: 'growth in 6 months, conservative', unit: 'users', range: [1_000, 1_000], notCompared: 'forecast' },
      { name: 'growth in 12 months, conservative', unit: 'users', range: [5_000, 5_000], notCompared: 'forecast' },
      { name: 'load test: baseline and moderate', unit: 'users', range: [100, 1_000], comparedWith: { kind: 'users' } },
    ],
    evidence: 'assumed',
    source: `${SOURCE}: phase 1; cores by its formula for 500 users`,
  },
});
