import { defineTier } from '../../lib/model/define-tier';
import { api, LARGE_POOL, SOURCE, scaling } from './services';

/** The tier `load-balanced` of capsules. */
export const loadBalanced = defineTier({
  id: 'load-balanced',
  description: 'several instances behind a load balancer',
  components: {
    // 70,000 users at 3 requests/min are 3,500 requests/s. Queries hold 230 connections, at most 80% of those of 6 instances. Slow queries need 11 instances.
    api: {
      ...api,
      instances: { min: 3, expected: 6, max: 11 },
      vcpu: 4,
      memoryGib: 4,
      workers: 4,
      databasePool: LARGE_POOL,
      uses: ['database', 'cache'],
      scaling,
    },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 2 },
    database: { kind: 'database', engine: 'postgres', vcpu: 32, memoryGib: 128, storageGib: 100 },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 1.5, shards: 1, replicasPerShard: 1 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
  },
  network: { natGateways: 1 },
  // From this tier on, the application has several instances, so the database has a standby.
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 50_000, mid: 70_000, high: 100_000 },
    requestsPerSecond: { low: 2_500, mid: 3_500, high: 5_000 },
  },
  published: {
    concurrentUsers: [50_000, 100_000],
    evidence: 'assumed',
    source: `${SOURCE}: step "load balancer", several instances without a number`,
  },
});
