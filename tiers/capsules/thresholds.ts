import type { SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const NOT_IN_DOCUMENT = 'not in the document';

/** Utilization that each resource may reach. */
export const thresholds: SystemInput['thresholds'] = [
  { resource: 'connections', share: 0.8, source: `${SOURCE}: 100–120 of 150 requests/s in practice are 67–80% of the pool` },
  { resource: 'processor', share: 0.7, source: NOT_IN_DOCUMENT },
  { resource: 'memory', share: 0.8, source: NOT_IN_DOCUMENT },
];

/** The pool handles about 100 requests/s, independent of the number of users. */
export const scenarios: SystemInput['scenarios'] = [
  {
    id: 'light',
    name: 'viewing, 1–2 requests/min',
    tier: 'current',
    workload: { concurrentUsers: [3_000, 6_000], requestsPerSecond: 100 },
    source: `${SOURCE}: scenarios`,
  },
  {
    id: 'normal',
    name: 'viewing and some writes, 2–5 requests/min',
    tier: 'current',
    workload: { concurrentUsers: [1_200, 3_000], requestsPerSecond: 100 },
    source: `${SOURCE}: scenarios`,
  },
  {
    id: 'heavy',
    name: 'creating capsules and connections, 5–10 requests/min',
    tier: 'current',
    workload: { concurrentUsers: [600, 1_200], requestsPerSecond: 100 },
    source: `${SOURCE}: scenarios`,
  },
  {
    id: 'peak',
    name: 'all users active, 60 requests/min',
    tier: 'current',
    workload: { concurrentUsers: [100, 500], requestsPerSecond: [100, 500] },
    limitedBy: 'rate limit',
    source: `${SOURCE}: scenarios`,
  },
  {
    id: 'conservative',
    name: 'all users send a request at the same time',
    tier: 'current',
    workload: { concurrentUsers: [500, 1_000] },
    source: `${SOURCE}: estimates`,
  },
  {
    id: 'realistic',
    name: '2–5 requests/min, the answer given',
    tier: 'current',
    workload: { concurrentUsers: [1_000, 2_000] },
    limitedBy: 'connection pool',
    source: `${SOURCE}: estimates`,
  },
  {
    id: 'optimistic',
    name: '1–2 requests/min',
    tier: 'current',
    workload: { concurrentUsers: [2_000, 3_000], requestsPerSecond: [33, 100] },
    source: `${SOURCE}: estimates`,
  },
];
