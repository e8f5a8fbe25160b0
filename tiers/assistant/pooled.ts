import { defineTier } from '../../lib/model/define-tier';
import { api, externals, SOURCE, scaling } from './services';

/** The tier `pooled` of assistant. */
export const pooled = defineTier({
  id: 'pooled',
  description: 'connection pooling, so that CPU is the limit, and a second instance',
  components: {
    api: { ...api, instances: { min: 2, max: 3 }, uses: ['database', 'cache', 'model-api'], scaling },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 1, burstable: true },
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 1,
      memoryGib: 2,
      storageGib: 20,
      connections: 60,
      burstable: true,
      pooler: 'rds-proxy',
      // The 60 connections of the plan, without those that are reserved for administration.
      poolerLimits: { clientConnections: 500, serverConnections: 50 },
    },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 0.5, shards: 1, replicasPerShard: 1, burstable: true },
    entry: { kind: 'load-balancer', type: 'application', target: 'api', idleTimeoutSeconds: 3600 },
    ...externals,
  },
  network: { natGateways: 0 },
  highAvailability: false,
  workload: {
    concurrentUsers: { low: 45, mid: 64, high: 84 },
    requestsPerSecond: { low: 45, mid: 64, high: 84 },
    operations: {
      chats: { low: 45, mid: 64, high: 84 },
      messages: { amount: { low: 45, mid: 128, high: 336 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: [64, 84],
    evidence: 'modelled',
    source: `derived from ${SOURCE}: two instances of 32 users at the CPU warning of 70% and 42 at the critical 90%`,
  },
});
