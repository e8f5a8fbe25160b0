import { defineTier } from '../../lib/model/define-tier';
import { api, LARGE_POOL, SOURCE } from './services';

/** The tier `pool` of capsules. */
export const pool = defineTier({
  id: 'pool',
  description: 'a larger connection pool: the easiest step with the largest effect',
  components: {
    api: { ...api, instances: { min: 1, max: 1 }, vcpu: 2, memoryGib: 2, workers: 2, databasePool: 105, uses: ['database'] },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 1 },
    // The limit after this step is the processor of the database.
    database: { kind: 'database', engine: 'postgres', vcpu: 4, memoryGib: 16, storageGib: 50 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
  },
  network: { natGateways: 0 },
  highAvailability: false,
  workload: {
    concurrentUsers: { low: 5_000, mid: 5_500, high: 6_000 },
    requestsPerSecond: { low: 400, mid: 450, high: 500 },
  },
  published: {
    concurrentUsers: [5_000, 6_000],
    requestsPerSecond: [400, 500],
    requestsAtOnce: [2_000, 3_000],
    figures: [
      {
        name: 'connections of the pool',
        unit: 'connections',
        range: [50, 50],
        comparedWith: { kind: 'supply', component: 'api', resource: 'connections' },
      },
      { name: 'gain of the step', unit: 'times', range: [3, 4], notCompared: 'gain' },
    ],
    sizes: { api: { databasePool: LARGE_POOL } },
    evidence: 'assumed',
    source: `${SOURCE}: step "pool 20 + 30"; limited by the processor of the database`,
  },
});
