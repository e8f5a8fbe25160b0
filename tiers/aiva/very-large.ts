import { defineTier } from '../../lib/model/define-tier';
import { externalsAt, imageWorker, scaling, services } from './services';

/** The tier `very-large` of aiva. */
export const veryLarge = defineTier({
  id: 'very-large',
  description: 'high-scale enterprise',
  components: {
    api: { ...services.api, instances: { min: 8, expected: 40, max: 100 }, vcpu: 1, memoryGib: 2, scaling: scaling.api },
    python: { ...services.python, instances: { min: 8, max: 16 }, vcpu: 2, memoryGib: 3, workers: 2, scaling: scaling.python },
    bridge: { ...services.bridge, instances: { min: 5, expected: 11, max: 24 }, vcpu: 1, memoryGib: 2, callsPerInstance: 20 },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 3 },
    'python-nodes': { kind: 'node-pool', runs: ['python'], minNodes: 3 },
    'bridge-nodes': { kind: 'node-pool', runs: ['bridge'], minNodes: 2 },
    database: { kind: 'database', engine: 'mysql', vcpu: 8, memoryGib: 32, storageGib: 1_000, readReplicas: 2 },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 128, shards: 4, replicasPerShard: 1 },
    jobs: { kind: 'queue', messages: 'documents' },
    files: { kind: 'bucket', storageGib: 1_048, infrequentAccessAfterDays: 90 },
    entry: { kind: 'load-balancer', type: 'application', target: 'api', idleTimeoutSeconds: 3600 },
    'voice-entry': { kind: 'load-balancer', type: 'network', target: 'bridge' },
    cdn: { kind: 'cdn', origin: 'files' },
    ...externalsAt('agreed'),
  },
  gpu: { default: 'a10g', service: { ...imageWorker, instances: { min: 1, expected: 2, max: 4 }, scaling: scaling.python } },
  network: { natGateways: 3 },
  highAvailability: true,
  workload: {
    concurrentUsers: { low: 1_000, mid: 2_500, high: 5_000 },
    requestsPerSecond: { low: 2_000, mid: 3_000, high: 5_000 },
    operations: {
      chats: { low: 500, mid: 750, high: 1_000 },
      calls: { low: 100, mid: 150, high: 200 },
      documents: { amount: { low: 500, mid: 750, high: 1_000 }, every: 'hour' },
    },
  },
  published: {
    concurrentUsers: { from: 1_000, to: 5_000, orMore: true },
    requestsPerSecond: { from: 2_000, to: 5_000, orMore: true },
    operations: {
      chats: { amount: { from: 500, to: 1_000, orMore: true } },
      calls: { amount: { from: 100, to: 200, orMore: true } },
      documents: { amount: { from: 20, orMore: true } },
      images: { amount: [10, 15] },
    },
    monthlyUsd: { from: 3_000, to: 5_000, orMore: true },
    // The autoscaler has at most 10 replicas; 10–30 calls per bridge are 10 bridges; the largest usage tier of the model API.
    sizes: { api: { instances: 10 }, bridge: { instances: 10 }, 'model-api': { limit: 10_000 } },
    resources: { vcpu: { from: 32, orMore: true }, memoryGib: { from: 64, orMore: true }, storageGib: { from: 2_048, orMore: true } },
    figures: [
      {
        name: 'Node.js instances',
        unit: 'instances',
        range: { from: 8, orMore: true },
        comparedWith: { kind: 'instances', components: ['api'] },
      },
      {
        name: 'Python workers',
        unit: 'workers',
        range: { from: 16, orMore: true },
        comparedWith: { kind: 'supply', component: 'python', resource: 'workers' },
      },
      {
        name: 'documents in 500 or more knowledge bases, millions',
        unit: 'documents',
        range: { from: 1_000_000, orMore: true },
        comparedWith: { kind: 'capacity-alone', operation: 'stored-documents' },
      },
      {
        name: 'shards of a Redis cluster of 6 or more nodes, each with a replica',
        unit: 'shards',
        range: { from: 3, orMore: true },
        comparedWith: { kind: 'instances', components: ['cache'] },
      },
      { name: 'network', unit: 'Mbps', range: [10_000, 10_000], notCompared: 'no-limit' },
      {
        name: 'calls/min that tier 3 of the model API accepts',
        unit: 'calls/min',
        range: [10_000, 10_000],
        comparedWith: { kind: 'supply', component: 'model-api', resource: 'api-calls' },
        unitFactor: 1 / 60,
      },
      {
        name: 'users of the planning guideline',
        unit: 'users',
        range: { from: 1_000, orMore: true },
        comparedWith: { kind: 'users' },
      },
      {
        name: 'users with microservices',
        unit: 'users',
        range: { from: 5_000, orMore: true },
        comparedWith: { kind: 'users' },
      },
      { name: 'AWS: c5.9xlarge', unit: 'USD/month', range: [1_200, 1_500], notCompared: 'estimate' },
      { name: 'AWS: A10G', unit: 'USD/month', range: [1_000, 1_500], notCompared: 'estimate' },
      { name: 'AWS: database cluster', unit: 'USD/month', range: [500, 1_000], notCompared: 'estimate' },
      { name: 'AWS: Redis cluster', unit: 'USD/month', range: [300, 500], notCompared: 'estimate' },
      { name: 'planning guideline and quick reference', unit: 'USD/month', range: { from: 2_000, orMore: true }, notCompared: 'estimate' },
    ],
    evidence: 'assumed',
    source: 'AIVA capacity plan 1.0, November 2025: profile "very large"',
  },
});
