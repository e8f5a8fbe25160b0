import { defineTier } from '../../lib/model/define-tier';
import { externals, parameters, poolerLimits, RECOVERY, regions, SOURCE, services } from './services';

/** The tier `phase-4` of barber-ops. */
export const phase4 = defineTier({
  id: 'phase-4',
  description: 'the same users at a lower cost per request: tuned models and caches',
  components: {
    web: { ...services.web, instances: { min: 6, expected: 27, max: 96 } },
    // The maximum of the autoscaler is 50.
    api: {
      ...services.api,
      instances: { min: 10, expected: 34, max: 150 },
      databasePool: 32,
      uses: [...(services.api.uses ?? []), 'jobs'],
    },
    realtime: { ...services.realtime, instances: { min: 8, expected: 25, max: 48 }, worksOn: 'jobs' },
    nodes: { kind: 'node-pool', runs: ['web', 'api'], minNodes: 3 },
    'realtime-nodes': { kind: 'node-pool', runs: ['realtime'], minNodes: 3 },
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 16,
      memoryGib: 64,
      storageGib: 1200,
      connections: 1_400,
      readReplicas: 5,
      pooler: 'rds-proxy',
      poolerLimits: { ...poolerLimits, serverConnections: 1_200 },
      parameters,
    },
    // 100,000 sessions of half a megabyte, and the AI cache.
    cache: { kind: 'cache', engine: 'redis', memoryGib: 104, shards: 4, replicasPerShard: 1 },
    jobs: { kind: 'queue', messages: 'ai-requests', visibilitySeconds: 60 },
    static: { kind: 'bucket', storageGib: 200 },
    entry: { kind: 'load-balancer', type: 'application', target: 'web' },
    'realtime-entry': { kind: 'load-balancer', type: 'application', target: 'realtime', idleTimeoutSeconds: 3600 },
    cdn: { kind: 'cdn', origin: 'static' },
    ...externals,
  },
  network: { natGateways: 3 },
  regions,
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 50_000, mid: 100_000, high: 150_000 },
    requestsPerSecond: { low: 2_500, mid: 10_000, high: 22_500 },
    operations: {
      // 2,000 times the requests of today, of which a cache with 90% hits leaves 10/85.
      'ai-requests': { amount: { low: 214, mid: 400, high: 1_059 }, every: 'minute' },
    },
  },
  published: {
    // Not given; the same as in phase 3.
    concurrentUsers: { from: 100_000, orMore: true },
    monthlyUsd: [33_200, 33_200],
    monthlyUsdByPart: {
      database: [12_000, 12_000],
      caching: [3_000, 3_000],
      compute: [15_000, 15_000],
      'CDN and edge': [2_500, 2_500],
      'model APIs': [700, 700],
    },
    // The autoscaler has at most 50 replicas, and PgBouncer opens 500 connections to the server.
    sizes: { api: { instances: 50 }, database: { serverConnections: poolerLimits.serverConnections } },
    resources: { vcpu: [14, 14] },
    ...RECOVERY,
    figures: [
      { name: 'data loss below', unit: 's', range: [1, 1], notCompared: 'recovery' },
      { name: 'one-time development', unit: 'dollars', range: [150_000, 150_000], notCompared: 'plan' },
      { name: 'one-time development of all phases', unit: 'dollars', range: [680_000, 680_000], notCompared: 'plan' },
      { name: 'weeks of the plan', unit: 'week', range: [19, 24], notCompared: 'plan' },
      { name: 'payback', unit: 'months', range: [12, 12], notCompared: 'business' },
      { name: 'cheaper by', unit: '%', range: [30, 30], notCompared: 'plan' },
      { name: 'cache hits', unit: '%', range: { from: 90, orMore: true }, notCompared: 'setting' },
      { name: 'gain of an own model in speed, 8–12 weeks', unit: '%', range: [40, 40], notCompared: 'gain' },
      { name: 'gain of an own model in cost, 8–12 weeks', unit: '%', range: [30, 30], notCompared: 'gain' },
      { name: 'hits of a predictive cache, 4–6 weeks', unit: '%', range: [90, 90], notCompared: 'setting' },
      { name: 'database connections by formula, 1,000,000 users', unit: 'connections', range: [5_100, 5_100], notCompared: 'rule' },
      { name: 'Redis memory by formula, 1,000,000 users', unit: 'GB', range: [11, 11], notCompared: 'rule' },
      { name: 'cores by formula, 1,000,000 users', unit: 'cores', range: [104, 104], notCompared: 'rule' },
      { name: 'network by formula, 1,000,000 users', unit: 'Gbps', range: [11, 11], notCompared: 'rule' },
      { name: 'growth in 24 months, aggressive', unit: 'users', range: [1_000_000, 1_000_000], notCompared: 'forecast' },
      { name: 'load test: until failure', unit: 'users', range: { from: 150_000, orMore: true }, comparedWith: { kind: 'users' } },
    ],
    evidence: 'assumed',
    source: `${SOURCE}: phase 4, whose users are not given; cores by its formula for 100,000 users`,
  },
});
