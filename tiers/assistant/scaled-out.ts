import { defineTier } from '../../lib/model/define-tier';
import { api, externals, SOURCE, scaling } from './services';

/** The tier `scaled-out` of assistant. */
export const scaledOut = defineTier({
  id: 'scaled-out',
  description: 'several replicas of the API on a larger database',
  components: {
    api: { ...api, instances: { min: 4, expected: 5, max: 8 }, uses: ['database', 'cache', 'model-api'], scaling },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 2 },
    // Above the warning of 60% of the database's processor the document recommends a larger plan.
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 2,
      memoryGib: 8,
      storageGib: 50,
      connections: 60,
      pooler: 'rds-proxy',
      poolerLimits: { clientConnections: 1_000, serverConnections: 200 },
    },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 2, shards: 1, replicasPerShard: 1 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api', idleTimeoutSeconds: 3600 },
    ...externals,
  },
  network: { natGateways: 2 },
  // The document names an outage of the database as a risk: responses then take more than 5 s and fail.
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 84, mid: 192, high: 256 },
    requestsPerSecond: { low: 84, mid: 192, high: 256 },
    operations: {
      chats: { low: 84, mid: 192, high: 256 },
      messages: { amount: { low: 84, mid: 384, high: 1_024 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: [128, 256],
    evidence: 'modelled',
    source: `derived from ${SOURCE}: four to eight instances of 32 users at the CPU warning of 70%`,
  },
});
