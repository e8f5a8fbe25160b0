import { defineTier } from '../../lib/model/define-tier';
import { api, LARGE_POOL, SOURCE, scaling } from './services';

/** The tier `read-replicas` of capsules. */
export const readReplicas = defineTier({
  id: 'read-replicas',
  description: 'reads on replicas of the database',
  components: {
    // 220,000 users at 3 requests/min are 11,000 requests/s. Queries hold 745 connections, at most 80% of those of 19 instances. Slow queries need 52.
    api: {
      ...api,
      instances: { min: 6, expected: 19, max: 52 },
      vcpu: 4,
      memoryGib: 4,
      workers: 4,
      databasePool: LARGE_POOL,
      uses: ['database', 'cache'],
      scaling,
    },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 3 },
    // 2–5 times, depending on the share of reads. All writes go to the primary, whose class its replicas have: two of them handle the reads.
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 48,
      memoryGib: 192,
      storageGib: 500,
      readReplicas: 2,
      pooler: 'rds-proxy',
    },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 12, shards: 1, replicasPerShard: 1 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
  },
  network: { natGateways: 2 },
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 100_000, mid: 220_000, high: 500_000 },
    requestsPerSecond: { low: 5_000, mid: 11_000, high: 25_000 },
  },
  published: {
    concurrentUsers: [100_000, 500_000],
    figures: [{ name: 'gain of the step, by the share of reads', unit: 'times', range: [2, 5], notCompared: 'gain' }],
    evidence: 'assumed',
    source: `${SOURCE}: step "read replicas"`,
  },
});
