import { defineTier } from '../../lib/model/define-tier';
import { api, LARGE_POOL, SOURCE, scaling } from './services';

/** The document gives only a number of users for this step; the tier continues the previous step. */
export const full = defineTier({
  id: 'full',
  description: 'a million users and more, a theoretical tier',
  components: {
    // A million users at 3 requests/min are 50,000 requests/s. Queries hold 2,950 connections, at most 80% of those of 74 instances. Slow queries need 170.
    api: {
      ...api,
      instances: { min: 25, expected: 74, max: 170 },
      vcpu: 4,
      memoryGib: 4,
      workers: 4,
      databasePool: LARGE_POOL,
      uses: ['database', 'cache'],
      scaling,
    },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 3 },
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 96,
      memoryGib: 384,
      storageGib: 1_000,
      readReplicas: 3,
      pooler: 'rds-proxy',
      // 170 instances may hold 8,500 connections to the pooler; the server accepts 5,000 at most.
      poolerLimits: { clientConnections: 10_000, serverConnections: 4_900 },
    },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 24, shards: 2, replicasPerShard: 1 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
  },
  network: { natGateways: 3 },
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 500_000, mid: 1_000_000, high: 1_200_000 },
    requestsPerSecond: { low: 25_000, mid: 50_000, high: 60_000 },
  },
  published: {
    concurrentUsers: { from: 1_000_000, orMore: true },
    evidence: 'assumed',
    source: `${SOURCE}: step "full infrastructure", not described`,
  },
});
