import type { SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const LOAD_TESTS = `${SOURCE}: load tests`;
const ALERTS = `${SOURCE}: alerts, warning and critical`;
const NOT_IN_DOCUMENT = 'not in the document';

/** Utilization that each resource may reach. */
export const thresholds: SystemInput['thresholds'] = [
  { resource: 'processor', share: 0.7, source: `${SOURCE}: autoscaler (its warning is at 80%)` },
  { resource: 'memory', share: 0.8, source: `${SOURCE}: peak of the baseline` },
  { resource: 'connections', share: 0.8, source: NOT_IN_DOCUMENT },
  { resource: 'sessions', share: 0.8, source: NOT_IN_DOCUMENT },
  { resource: 'slots', share: 0.8, source: NOT_IN_DOCUMENT },
  { resource: 'network', share: 0.8, source: NOT_IN_DOCUMENT },
];

/** The document's targets are stricter than its alerts: 200 ms and 0.1%. */
export const alarms: SystemInput['alarms'] = [
  { measure: 'processor', warning: 0.8, source: ALERTS },
  { measure: 'latency', warning: 2_000, critical: 5_000, source: ALERTS },
  { measure: 'errors', warning: 0.01, critical: 0.05, source: ALERTS },
];

/** The critical levels are 500 ms and 1%. */
export const serviceLevels: SystemInput['serviceLevels'] = { p95Ms: 200, errorShare: 0.001, source: `${SOURCE}: targets` };

/** Loads at which the document expects the present system to fail. */
export const degradation: SystemInput['degradation'] = [
  { concurrentUsers: 50, p95Ms: 200, errorShare: 0.01, processorShare: 0.25, note: 'the tested load' },
  { concurrentUsers: 500, note: 'database connections are exhausted between 500 and 1,000 users' },
  { concurrentUsers: 10_000, note: 'memory of sessions is exhausted between 10,000 and 15,000 users' },
  { concurrentUsers: 50_000, note: 'bandwidth of live connections is exhausted' },
];

/** The document does not name the phase of a scenario: each has the first phase that is published for as many users. */
export const scenarios: SystemInput['scenarios'] = [
  {
    id: 'booking',
    name: 'booking, the critical path',
    tier: 'phase-2',
    workload: { concurrentUsers: 1_000 },
    source: LOAD_TESTS,
  },
  {
    id: 'ai-chat',
    name: 'AI chat: consultation, several models, recommendations',
    tier: 'phase-2',
    workload: { concurrentUsers: 5_000 },
    source: LOAD_TESTS,
  },
  {
    id: 'dashboard',
    name: 'live dashboard: many connections',
    tier: 'phase-2',
    workload: { concurrentUsers: 10_000 },
    source: LOAD_TESTS,
  },
  {
    id: 'administration',
    name: 'administration: heavy queries over many shops',
    tier: 'phase-2',
    workload: { concurrentUsers: 2_000 },
    source: LOAD_TESTS,
  },
  { id: 'heavy', name: 'the third step', tier: 'phase-2', workload: { concurrentUsers: 10_000 }, source: LOAD_TESTS },
  { id: 'enterprise', name: 'the fourth step', tier: 'phase-3', workload: { concurrentUsers: 100_000 }, source: LOAD_TESTS },
  {
    id: 'ai-at-100000',
    name: 'the AI requests that the document expects of 100,000 users',
    tier: 'phase-3',
    workload: { concurrentUsers: 100_000, operations: { 'ai-requests': '24100/s' } },
    limitedBy: '2,000–5,000 concurrent AI requests',
    source: `${SOURCE}: limits`,
  },
];
