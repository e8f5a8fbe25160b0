import { defineTier } from '../../lib/model/define-tier';
import { api, externals, SOURCE } from './services';

/** The tier `current` of assistant. */
export const current = defineTier({
  id: 'current',
  description: 'the assistant as it is: one instance on a small database',
  components: {
    api: { ...api, instances: { min: 1, max: 1 }, uses: ['database', 'cache', 'model-api'] },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 1, burstable: true },
    // About 60 connections, as the managed plan has.
    database: { kind: 'database', engine: 'postgres', vcpu: 1, memoryGib: 2, storageGib: 20, connections: 60, burstable: true },
    cache: { kind: 'cache', engine: 'redis', memoryGib: 0.25, shards: 1, replicasPerShard: 1, burstable: true },
    entry: { kind: 'load-balancer', type: 'application', target: 'api', idleTimeoutSeconds: 3600 },
    ...externals,
  },
  network: { natGateways: 0 },
  highAvailability: false,
  workload: {
    concurrentUsers: { low: 20, mid: 32, high: 45 },
    requestsPerSecond: { low: 20, mid: 32, high: 45 },
    operations: {
      chats: { low: 20, mid: 32, high: 45 },
      messages: { amount: { low: 20, mid: 64, high: 180 }, every: 'minute' },
    },
  },
  published: {
    // The processor at its warning level; database connections, the first of the four limits.
    concurrentUsers: [32, 45],
    requestsPerSecond: [50, 50],
    operations: {
      chats: { amount: [30, 100] },
    },
    figures: [
      {
        name: 'CPU when idle',
        unit: '%',
        range: [5, 5],
        comparedWith: { kind: 'idle', component: 'api', resource: 'processor' },
        unitFactor: 0.01,
      },
      {
        name: 'CPU of a user',
        unit: '%',
        range: [2, 2],
        comparedWith: { kind: 'demand', operation: 'users', component: 'api', resource: 'processor' },
        unitFactor: 0.01,
      },
      {
        name: 'maximum by CPU, as stated',
        unit: 'users',
        range: [50, 50],
        comparedWith: { kind: 'users-at-threshold', component: 'api', resource: 'processor' },
      },
      {
        name: 'maximum by CPU, computed',
        unit: 'users',
        range: [47, 47],
        comparedWith: { kind: 'users-at-threshold', component: 'api', resource: 'processor' },
      },
      { name: 'memory when idle', unit: 'MB', range: [512, 512], comparedWith: { kind: 'idle', component: 'api', resource: 'memory' } },
      {
        name: 'memory of a user',
        unit: 'MB',
        range: [10, 10],
        comparedWith: { kind: 'demand', operation: 'chats', component: 'api', resource: 'memory' },
      },
      {
        name: 'maximum by memory',
        unit: 'users',
        range: [100, 100],
        comparedWith: { kind: 'users-at-threshold', component: 'api', resource: 'memory' },
      },
      {
        name: 'database connections when idle',
        unit: 'connections',
        range: [5, 5],
        comparedWith: { kind: 'idle', component: 'database', resource: 'connections' },
      },
      {
        name: 'database connections of a user',
        unit: 'connections',
        range: [1, 1],
        comparedWith: { kind: 'demand', operation: 'users', component: 'database', resource: 'connections' },
      },
      {
        name: 'maximum by database connections, as stated',
        unit: 'connections',
        range: [50, 50],
        comparedWith: { kind: 'supply', component: 'api', resource: 'connections' },
      },
      {
        name: 'database connections of the plan',
        unit: 'connections',
        range: [60, 60],
        comparedWith: { kind: 'supply', component: 'database', resource: 'connections' },
      },
      {
        name: 'network when idle',
        unit: 'KB/s',
        range: [10, 10],
        comparedWith: { kind: 'idle', component: 'api', resource: 'network' },
        unitFactor: 8,
      },
      {
        name: 'network of a user',
        unit: 'KB/s',
        range: [50, 50],
        comparedWith: { kind: 'demand', operation: 'users', component: 'api', resource: 'network' },
        unitFactor: 8,
      },
      {
        name: 'maximum by network, as stated',
        unit: 'Mbps',
        range: [100, 100],
        comparedWith: { kind: 'supply', component: 'api', resource: 'network' },
        unitFactor: 1_000,
      },
      {
        name: 'maximum by network, computed',
        unit: 'users',
        range: [249, 249],
        comparedWith: { kind: 'users-at-threshold', component: 'api', resource: 'network' },
      },
      { name: 'chat test: users', unit: 'users', range: [50, 50], notCompared: 'use' },
      {
        name: 'chat test: memory of a session',
        unit: 'MB',
        range: [50, 50],
        comparedWith: { kind: 'demand', operation: 'chats', component: 'api', resource: 'memory' },
      },
      { name: 'chat test: CPU at the peak', unit: '%', range: [15, 15], notCompared: 'one-endpoint' },
      { name: 'chat test: p95 below', unit: 'ms', range: [500, 500], notCompared: 'response-time' },
      { name: 'chat test: rate limit', unit: 'requests/min', range: [100, 100], notCompared: 'setting' },
      { name: 'analytics test: users', unit: 'users', range: [20, 20], notCompared: 'use' },
      { name: 'analytics test: throughput', unit: 'requests/s', range: [25, 25], notCompared: 'one-endpoint' },
      { name: 'analytics test: p95 below', unit: 'ms', range: [800, 800], notCompared: 'response-time' },
      { name: 'analytics test: errors', unit: '%', range: [15, 15], notCompared: 'response-time' },
      { name: 'authentication test: throughput', unit: 'requests/s', range: [100, 100], notCompared: 'one-endpoint' },
      { name: 'authentication test: p95 below', unit: 'ms', range: [200, 200], notCompared: 'response-time' },
      { name: 'WebSocket test: connections', unit: 'connections', range: [30, 30], comparedWith: { kind: 'capacity', operation: 'chats' } },
      {
        name: 'WebSocket test: memory of a connection',
        unit: 'MB',
        range: [2, 2],
        comparedWith: { kind: 'demand', operation: 'chats', component: 'api', resource: 'memory' },
      },
      { name: 'WebSocket test: p95 below', unit: 'ms', range: [300, 300], notCompared: 'response-time' },
      { name: 'WebSocket test: errors', unit: '%', range: [5, 5], notCompared: 'response-time' },
    ],
    evidence: 'modelled',
    source: `derived from ${SOURCE}: 5% + 2% a user up to the CPU warning of 70% are 32 users, 50 − 5 connections are 45`,
  },
});
