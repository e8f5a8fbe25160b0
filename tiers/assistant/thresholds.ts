import type { SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const WARNINGS = `${SOURCE}: thresholds, warning`;
const THRESHOLDS = `${SOURCE}: thresholds, warning and critical`;
const TESTS = `${SOURCE}: load tests`;
const UNNAMED = 'the document has no threshold: its computed capacities use all of the resource';

/** Utilization that each resource may reach. */
export const thresholds: SystemInput['thresholds'] = [
  { resource: 'processor', share: 0.7, source: `${WARNINGS} (critical 90%)` },
  { resource: 'processor', component: 'database', share: 0.6, source: `${WARNINGS} (critical 85%)` },
  { resource: 'memory', share: 0.75, source: `${WARNINGS} (critical 90%)` },
  { resource: 'connections', share: 1, source: UNNAMED },
  { resource: 'network', share: 1, source: UNNAMED },
  { resource: 'sessions', share: 1, source: UNNAMED },
  { resource: 'slots', share: 0.8, source: 'not in the document: on a fully used GPU, every answer waits' },
];

/** Alarm thresholds of the source document. */
export const alarms: SystemInput['alarms'] = [
  { measure: 'processor', warning: 0.7, critical: 0.9, source: THRESHOLDS },
  { measure: 'processor', component: 'database', warning: 0.6, critical: 0.85, source: THRESHOLDS },
  { measure: 'memory', warning: 0.75, critical: 0.9, source: THRESHOLDS },
  { measure: 'latency', warning: 500, critical: 2_000, source: THRESHOLDS },
];

/** Service levels of the source document. */
export const serviceLevels: SystemInput['serviceLevels'] = { p95Ms: 500, source: `${WARNINGS} (critical 2,000 ms)` };

/** Load-test scenarios of the source document. */
export const scenarios: SystemInput['scenarios'] = [
  {
    id: 'chat',
    name: 'users who send messages and get streamed answers',
    tier: 'current',
    workload: { concurrentUsers: 50, requestsPerSecond: 50 },
    limitedBy: 'rate limit',
    source: TESTS,
  },
  {
    id: 'analytics',
    name: 'administrators who read metrics',
    tier: 'current',
    workload: { concurrentUsers: 20, operations: { 'analytics-queries': '25/s' } },
    limitedBy: 'no database in the test',
    source: TESTS,
  },
  {
    id: 'streaming',
    name: 'streams over WebSockets',
    tier: 'current',
    workload: { concurrentUsers: 30, operations: { chats: 30 } },
    source: TESTS,
  },
];
