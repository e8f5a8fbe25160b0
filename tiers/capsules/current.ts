import { defineTier } from '../../lib/model/define-tier';
import { api, DEFAULT_POOL, SOURCE } from './services';

/** The tier `current` of capsules. */
export const current = defineTier({
  id: 'current',
  description: 'the application as it is: one instance, default pool',
  components: {
    api: { ...api, instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 1, databasePool: DEFAULT_POOL, uses: ['database'] },
    nodes: { kind: 'node-pool', runs: ['api'], minNodes: 1, burstable: true },
    database: { kind: 'database', engine: 'postgres', vcpu: 1, memoryGib: 2, storageGib: 20, burstable: true },
    entry: { kind: 'load-balancer', type: 'application', target: 'api' },
  },
  // The application calls no external service. Its instance has a public address that only the load balancer can reach.
  network: { natGateways: 0 },
  // One instance without failover; a standby of its database alone would not change that.
  highAvailability: false,
  workload: {
    concurrentUsers: { low: 1_000, mid: 1_400, high: 2_000 },
    requestsPerSecond: { low: 100, mid: 110, high: 120 },
  },
  published: {
    concurrentUsers: [1_000, 2_000],
    requestsPerSecond: [100, 120],
    requestsAtOnce: [500, 1_000],
    figures: [
      {
        name: 'requests/min by the request-rate method',
        unit: 'requests/min',
        range: [6_000, 7_200],
        comparedWith: { kind: 'capacity', operation: 'requests' },
        unitFactor: 1 / 60,
      },
      { name: 'average users by the request-rate method', unit: 'users', range: [2_000, 2_000], comparedWith: { kind: 'users' } },
      { name: 'peak users by the request-rate method', unit: 'users', range: [600, 600], notCompared: 'use' },
      { name: 'concurrent users by the connection-pool method', unit: 'users', range: [150, 150], notCompared: 'use' },
      { name: 'concurrent users by the rate-limit method', unit: 'users', range: [100, 100], notCompared: 'use' },
      {
        name: 'requests of a user on average',
        unit: 'requests/min',
        range: [2, 5],
        comparedWith: { kind: 'target-per-user', operation: 'requests' },
        unitFactor: 1 / 60,
      },
      { name: 'requests of a user at the peak', unit: 'requests/min', range: [5, 10], notCompared: 'use' },
      { name: 'rate limit of an address', unit: 'requests/min', range: [60, 60], notCompared: 'setting' },
      {
        name: 'connections of the pool',
        unit: 'connections',
        range: [15, 15],
        comparedWith: { kind: 'supply', component: 'api', resource: 'connections' },
      },
      {
        name: 'time of a query with indexes',
        unit: 'ms',
        range: [50, 200],
        comparedWith: { kind: 'demand', operation: 'writes', component: 'api', resource: 'connections' },
        unitFactor: 0.001,
      },
      {
        name: 'time that a request holds a connection',
        unit: 'ms',
        range: [100, 100],
        comparedWith: { kind: 'demand', operation: 'writes', component: 'api', resource: 'connections' },
        unitFactor: 0.001,
      },
      { name: 'requests of a connection', unit: 'requests/s', range: [10, 10], notCompared: 'setting' },
      {
        name: 'requests of the pool in theory',
        unit: 'requests/s',
        range: [150, 150],
        comparedWith: { kind: 'capacity-alone', operation: 'writes' },
      },
      { name: 'items of a page', unit: 'items', range: [20, 100], notCompared: 'setting' },
      { name: 'light use, 1–2 requests/min', unit: 'users', range: [3_000, 6_000], notCompared: 'use' },
      { name: 'normal use, 2–5 requests/min', unit: 'users', range: [1_200, 3_000], notCompared: 'use' },
      { name: 'heavy use, 5–10 requests/min', unit: 'users', range: [600, 1_200], notCompared: 'use' },
      { name: 'all users active, 60 requests/min', unit: 'users', range: [100, 500], notCompared: 'use' },
      { name: 'conservative estimate', unit: 'users', range: [500, 1_000], comparedWith: { kind: 'users' } },
      { name: 'realistic estimate', unit: 'users', range: [1_000, 2_000], comparedWith: { kind: 'users' } },
      { name: 'optimistic estimate', unit: 'users', range: [2_000, 3_000], comparedWith: { kind: 'users' } },
      { name: 'logged-in users', unit: 'users', range: { from: 10_000, orMore: true }, notCompared: 'daily-users' },
    ],
    evidence: 'assumed',
    source: `${SOURCE}: step "current"`,
  },
});
