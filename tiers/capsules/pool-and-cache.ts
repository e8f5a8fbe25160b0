import { defineTier } from '../../lib/model/define-tier';
import { api, LARGE_POOL, SOURCE } from './services';

/** The tier `pool-and-cache` of capsules. */
export const poolAndCache = defineTier({
  id: 'pool-and-cache',
  description: 'a cache of profiles and connection lists',
  components: {
    api: {
      ...api,
      instances: { min: 1, max: 1 },
      vcpu: 5,
      memoryGib: 5,
      workers: 5,
      databasePool: 150,
      uses: ['database', 'cache'],
    },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 1 },
    database: { kind: 'database', engine: 'postgres', vcpu: 8, memoryGib: 32, storageGib: 50 },
    // Profiles (2 KiB, 5 min) and lists of 20 connections (10 KiB, 2 min) of 15,000 users are 0.2 GiB.
    cache: { kind: 'cache', engine: 'redis', memoryGib: 0.25, shards: 1, replicasPerShard: 1, burstable: true },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
  },
  network: { natGateways: 0 },
  highAvailability: false,
  workload: {
    concurrentUsers: { low: 10_000, mid: 12_000, high: 15_000 },
    requestsPerSecond: { low: 800, mid: 1_000, high: 1_200 },
  },
  published: {
    concurrentUsers: [10_000, 15_000],
    requestsPerSecond: [800, 1_200],
    requestsAtOnce: [4_000, 6_000],
    figures: [
      { name: 'gain of the step', unit: 'times', range: [2, 3], notCompared: 'gain' },
      { name: 'life of a cached profile', unit: 'min', range: [5, 5], notCompared: 'setting' },
      { name: 'life of a cached connection list', unit: 'min', range: [2, 2], notCompared: 'setting' },
    ],
    sizes: { api: { databasePool: LARGE_POOL } },
    evidence: 'assumed',
    source: `${SOURCE}: step "pool and cache"; limited by network and infrastructure`,
  },
});
