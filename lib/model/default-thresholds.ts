import { RESOURCES, type Resource, type Threshold } from './resource';

/** With one server and random arrivals, work takes 3.3 times as long at 70% utilization as when idle, and 5 times at 80%: 1 / (1 − utilization). */
const WAITING = 'default: work takes 1 / (1 − utilization) times as long (M/M/1), 3.3 times at 70%';
const EXHAUSTED = 'default: it fails when it is exhausted, so a fifth is left for peaks';

const SHARES: Readonly<Record<Resource, Pick<Threshold, 'share' | 'source'>>> = {
  processor: { share: 0.7, source: WAITING },
  memory: { share: 0.8, source: EXHAUSTED },
  workers: { share: 0.8, source: EXHAUSTED },
  connections: { share: 0.8, source: EXHAUSTED },
  calls: { share: 0.8, source: EXHAUSTED },
  sessions: { share: 0.8, source: EXHAUSTED },
  replay: { share: 0.7, source: WAITING },
  slots: { share: 0.8, source: EXHAUSTED },
  requests: { share: 0.8, source: EXHAUSTED },
  writes: { share: 0.7, source: WAITING },
  'api-calls': { share: 0.8, source: EXHAUSTED },
  tokens: { share: 0.8, source: EXHAUSTED },
  network: { share: 0.7, source: WAITING },
  iops: { share: 0.8, source: EXHAUSTED },
  throughput: { share: 0.8, source: EXHAUSTED },
  storage: { share: 0.8, source: EXHAUSTED },
};

/** The thresholds of a system, with the default of each resource that has no general one. */
export function withDefaultThresholds(thresholds: readonly Threshold[]): readonly Threshold[] {
  const general = new Set(thresholds.filter(({ component }) => component === undefined).map(({ resource }) => resource));
  const missing = (Object.keys(RESOURCES) as Resource[]).filter((resource) => !general.has(resource));
  return [...thresholds, ...missing.map((resource) => ({ resource, ...SHARES[resource] }))];
}
