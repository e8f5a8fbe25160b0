import { defineTier } from '../../lib/model/define-tier';
import { api, externals, inference, SOURCE, scaling } from './services';

/** The tier `own-inference` of assistant. */
export const ownInference = defineTier({
  id: 'own-inference',
  description: 'a dedicated inference server where the model API is the limit',
  components: {
    api: { ...api, instances: { min: 10, expected: 12, max: 24 }, uses: ['database', 'cache', 'model-api'], scaling },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 3 },
    database: {
      kind: 'database',
      engine: 'postgres',
      vcpu: 4,
      memoryGib: 16,
      storageGib: 100,
      connections: 60,
      readReplicas: 1,
      pooler: 'rds-proxy',
      poolerLimits: { clientConnections: 2_000, serverConnections: 400 },
    },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 4, shards: 1, replicasPerShard: 1 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api', idleTimeoutSeconds: 3600 },
    // The model API is the fallback of local models: its cost is between zero and the usual cost.
    ...externals,
  },
  // Without a GPU the model API gives all answers.
  gpu: { default: 't4', id: 'inference', usedBy: ['api'], service: { ...inference, instances: { min: 2, expected: 14, max: 62 } } },
  network: { natGateways: 2 },
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 256, mid: 480, high: 768 },
    requestsPerSecond: { low: 256, mid: 480, high: 768 },
    operations: {
      chats: { low: 256, mid: 480, high: 768 },
      messages: { amount: { low: 256, mid: 960, high: 3_072 }, every: 'minute' },
    },
  },
  published: {
    concurrentUsers: [320, 768],
    evidence: 'modelled',
    source: `derived from ${SOURCE}: ten to 24 instances of 32 users at the CPU warning of 70%; GPUs for the models`,
  },
});
