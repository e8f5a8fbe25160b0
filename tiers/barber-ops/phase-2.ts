import { defineTier } from '../../lib/model/define-tier';
import { externals, MAX_CONNECTIONS, parameters, poolerLimits, SOURCE, services } from './services';

/** The tier `phase-2` of barber-ops. */
export const phase2 = defineTier({
  id: 'phase-2',
  description: '10,000 users: WebSocket cluster, CDN, read replicas',
  components: {
    web: { ...services.web, instances: { min: 2, expected: 5, max: 8 } },
    api: { ...services.api, instances: { min: 3, expected: 5, max: 15 }, databasePool: 20, uses: [...(services.api.uses ?? []), 'jobs'] },
    realtime: { ...services.realtime, instances: { min: 2, expected: 3, max: 4 }, worksOn: 'jobs' },
    nodes: { kind: 'node-pool', runs: ['web', 'api', 'realtime'], minNodes: 2 },
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 4,
      memoryGib: 16,
      storageGib: 200,
      connections: MAX_CONNECTIONS,
      readReplicas: 3,
      pooler: 'rds-proxy',
      poolerLimits,
      parameters,
    },
    // 10,000 sessions of half a megabyte, and the AI cache.
    cache: { kind: 'cache', engine: 'redis', memoryGib: 6, shards: 1, replicasPerShard: 1 },
    jobs: { kind: 'queue', messages: 'ai-requests', visibilitySeconds: 60 },
    static: { kind: 'bucket', storageGib: 50 },
    entry: { kind: 'load-balancer', type: 'application', target: 'web' },
    'realtime-entry': { kind: 'load-balancer', type: 'application', target: 'realtime', idleTimeoutSeconds: 3600 },
    cdn: { kind: 'cdn', origin: 'static' },
    ...externals,
  },
  network: { natGateways: 2 },
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 5_000, mid: 10_000, high: 12_000 },
    requestsPerSecond: { low: 250, mid: 1_000, high: 1_800 },
    operations: {
      // 200 times the requests of today, of which the cache leaves 20/85.
      'ai-requests': { amount: { low: 43, mid: 80, high: 142 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: { from: 10_000, orMore: true },
    monthlyUsd: [7_100, 7_100],
    monthlyUsdByPart: {
      database: [3_000, 3_000],
      caching: [800, 800],
      compute: [2_500, 2_500],
      'CDN and edge': [500, 500],
      'model APIs': [300, 300],
    },
    resources: { vcpu: [5, 5] },
    figures: [
      { name: 'database connections by formula', unit: 'connections', range: [150, 150], notCompared: 'rule' },
      { name: 'Redis memory by formula', unit: 'GB', range: [1.1, 1.1], notCompared: 'rule' },
      { name: 'network by formula', unit: 'Gbps', range: [1.1, 1.1], notCompared: 'rule' },
      { name: 'one-time development', unit: 'dollars', range: [180_000, 180_000], notCompared: 'plan' },
      { name: 'weeks of the plan', unit: 'week', range: [7, 12], notCompared: 'plan' },
      { name: 'possible revenue', unit: 'USD/month', range: [5_000_000, 5_000_000], notCompared: 'business' },
      { name: 'payback', unit: 'months', range: [0.04, 0.04], notCompared: 'business' },
      { name: 'real-time latency below', unit: 'ms', range: [100, 100], notCompared: 'response-time' },
      { name: 'gain of a WebSocket cluster, 4–6 weeks', unit: 'times the connections', range: [1_000, 1_000], notCompared: 'gain' },
      { name: 'gain of CDN and edge, 2–3 weeks', unit: '% faster', range: [50, 50], notCompared: 'gain' },
      {
        name: 'read replicas, 2–3 weeks',
        unit: 'replicas',
        range: [3, 5],
        comparedWith: { kind: 'instances', components: ['database'], part: 'replicas' },
      },
      { name: 'gain of read replicas', unit: 'times the reads', range: [5, 5], notCompared: 'gain' },
      { name: 'growth in 24 months, conservative', unit: 'users', range: [25_000, 25_000], notCompared: 'forecast' },
      { name: 'growth in 6 months, moderate', unit: 'users', range: [10_000, 10_000], notCompared: 'forecast' },
      { name: 'load test: heavy', unit: 'users', range: [10_000, 10_000], notCompared: 'use' },
      { name: 'scenarios: booking, AI chat, dashboard, administration', unit: 'users', range: [1_000, 10_000], notCompared: 'use' },
    ],
    evidence: 'assumed',
    source: `${SOURCE}: phase 2; cores by its formula for 10,000 users`,
  },
});
