import { defineTier } from '../../lib/model/define-tier';
import { externals, SOURCE, services, today } from './services';

/** The tier `current` of barber-ops. */
export const current = defineTier({
  id: 'current',
  description: 'a few shops, 50 concurrent users',
  components: {
    web: { ...services.web, instances: { min: 1, max: 1 } },
    api: { ...services.api, instances: { min: 1, max: 1 }, vcpu: 2, databasePool: 20 },
    nodes: { kind: 'node-pool', runs: ['web', 'api'], minNodes: 1, burstable: true },
    // PostgreSQL with pgvector behind the pooler of the managed service.
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 1,
      memoryGib: 2,
      storageGib: 20,
      connections: 100,
      burstable: true,
      pooler: 'rds-proxy',
    },
    // 256 MB, from which the least recently used entries are evicted.
    cache: { kind: 'cache', engine: 'redis', memoryGib: 0.25, shards: 1, replicasPerShard: 1, burstable: true },
    static: { kind: 'bucket', storageGib: 5 },
    entry: { kind: 'load-balancer', type: 'application', target: 'web' },
    ...externals,
  },
  network: { natGateways: 0 },
  highAvailability: false,
  workload: {
    concurrentUsers: { low: 25, mid: 40, high: 50 },
    // An action every ten seconds, 0.05–0.15/s for each user; live updates are messages of an open connection.
    requestsPerSecond: { low: 1.25, mid: 4, high: 7.5 },
    operations: {
      // 10,000–33,000/month, which are assumed to come within a quarter of the month: 10,950 minutes.
      'ai-requests': { amount: { low: 0.91, mid: 1.7, high: 3 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: [50, 50],
    monthlyUsd: [1_750, 1_750],
    monthlyUsdByPart: {
      database: [500, 500],
      caching: [50, 50],
      compute: [200, 200],
      'CDN and edge': [0, 0],
      'model APIs': [1_000, 1_000],
    },
    resources: { vcpu: [4, 4] },
    figures: [
      { name: 'database connections by formula', unit: 'connections', range: [100, 100], notCompared: 'rule' },
      { name: 'Redis memory by formula', unit: 'GB', range: [1, 1], notCompared: 'rule' },
      { name: 'network by formula', unit: 'Gbps', range: [1, 1], notCompared: 'rule' },
      { name: 'possible revenue', unit: 'USD/month', range: [25_000, 25_000], notCompared: 'business' },
      { name: 'success with 50 users', unit: '%', range: [100, 100], notCompared: 'response-time' },
      ...today,
    ],
    evidence: 'assumed',
    source: `${SOURCE}: baseline, budget and formulas of 50 users`,
  },
});
