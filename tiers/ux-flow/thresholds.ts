import type { SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const LIMITS = `${SOURCE}: thresholds`;
const CAPACITY = `${LIMITS}: alert before 70% of capacity`;

/** Largest utilization of each resource. The limit of 100 waiting AI requests is a target of autoscaling. */
export const thresholds: SystemInput['thresholds'] = [
  { resource: 'processor', share: 0.7, source: CAPACITY },
  { resource: 'memory', share: 0.8, source: `${LIMITS}: memory of a pod below 80%` },
  { resource: 'connections', share: 0.8, source: `${LIMITS}: database pool below 80%` },
  { resource: 'sessions', share: 0.8, source: `${LIMITS}: WebSockets below 80% of the limit` },
  { resource: 'requests', share: 0.7, source: CAPACITY },
  { resource: 'slots', share: 0.7, source: CAPACITY },
  { resource: 'writes', share: 0.7, source: CAPACITY },
  { resource: 'api-calls', share: 0.7, source: CAPACITY },
];

/** Other alarms are derived from the thresholds. */
export const alarms: SystemInput['alarms'] = [
  { measure: 'queue-depth', warning: 100, source: `${LIMITS}: fewer than 100 AI requests wait` },
];

/** Service levels of the source document. */
export const serviceLevels: SystemInput['serviceLevels'] = { p95Ms: 1_000, errorShare: 0.001, source: LIMITS };

/** The document states that these are simulated, and does not name the tier. */
export const degradation: SystemInput['degradation'] = [
  { concurrentUsers: 100, p95Ms: 150, errorShare: 0.0001, processorShare: 0.3 },
  { concurrentUsers: 500, p95Ms: 500, errorShare: 0.001, processorShare: 0.6, note: 'AI answers take 2–3 s' },
  { concurrentUsers: 1_000, p95Ms: 2_000, errorShare: 0.01, processorShare: 0.85, note: 'AI requests wait 5–10 s' },
  { concurrentUsers: 2_000, p95Ms: 5_000, errorShare: 0.05, processorShare: 0.95, note: 'WebSockets drop' },
  { concurrentUsers: 5_000, note: 'database writes slow down' },
  { concurrentUsers: 10_000, note: 'several regions are needed' },
];

/** Load-test scenarios of the source document. */
export const scenarios: SystemInput['scenarios'] = [
  {
    id: 'handled-well',
    name: 'load that is handled well',
    tier: 'growth',
    workload: {
      concurrentUsers: [500, 1_000],
      operations: { 'ai-requests': '100/min', 'flow-saves': '1000/min', websockets: 2_000 },
    },
    source: `${SOURCE}: handled well`,
  },
  {
    id: 'planned-at-first',
    name: 'initial plan',
    tier: 'growth',
    workload: { concurrentUsers: 500 },
    source: `${SOURCE}: plan for 500 concurrent users`,
  },
  {
    id: 'ten-times-overnight',
    name: 'ten times the users overnight',
    tier: 'growth',
    workload: { concurrentUsers: 10_000 },
    limitedBy: 'AI processing and database: another architecture',
    source: `${SOURCE}: causes problems`,
  },
];
