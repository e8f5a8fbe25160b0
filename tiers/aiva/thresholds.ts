import type { SystemInput } from '../../lib/model/inputs';

const DOCUMENT = 'AIVA capacity plan 1.0, November 2025';

/** Largest utilization of each resource at the peak. */
export const thresholds: SystemInput['thresholds'] = [
  {
    resource: 'processor',
    share: 0.7,
    source: `${DOCUMENT}: autoscaling holds 70%; its average of 60% and peak of 80% lie on both sides`,
  },
  { resource: 'memory', share: 0.8, source: `${DOCUMENT}: autoscaling and the cache alarm are set to 80%` },
  { resource: 'connections', share: 0.8, source: `${DOCUMENT}: pools stay below 80% used` },
  { resource: 'workers', share: 0.8, source: 'as for pools: the document gives none for workers' },
  { resource: 'calls', share: 1, source: `${DOCUMENT}: 10–30 calls per bridge are already its capacity` },
  {
    resource: 'api-calls',
    share: 0.9,
    source: 'not in the document: it has an alarm for any call that the provider rejects, so 10% is reserved',
  },
  { resource: 'storage', share: 0.8, source: 'as for memory: the document has an alarm on disk I/O, and none on disk space' },
];

/** Alarm thresholds of the source document. */
export const alarms: SystemInput['alarms'] = [
  {
    measure: 'processor',
    warning: 0.8,
    critical: 0.85,
    forMinutes: 5,
    source: `${DOCUMENT}: peak below 80%, alert above 85% for 5 minutes`,
  },
  { measure: 'memory', warning: 0.85, critical: 0.9, source: `${DOCUMENT}: peak below 85%, alert above 90%` },
  { measure: 'memory', component: 'cache', warning: 0.8, source: `${DOCUMENT}: Redis memory below 80%` },
  { measure: 'connections', warning: 0.8, source: `${DOCUMENT}: pools below 80% used` },
  { measure: 'slow-queries', warning: 0.01, source: `${DOCUMENT}: slow queries below 1%` },
  { measure: 'cache-hits', warning: 0.7, source: `${DOCUMENT}: hit rate above 70%` },
  { measure: 'queue-depth', warning: 50, source: `${DOCUMENT}: scales out above a depth of 50` },
];

/** Service levels of the source document. */
export const serviceLevels: SystemInput['serviceLevels'] = {
  p50Ms: 500,
  p95Ms: 2_000,
  p99Ms: 5_000,
  errorShare: 0.005,
  replicationLagMs: 1_000,
  source: `${DOCUMENT}: p50 below 500 ms, p95 below 2 s, p99 below 5 s, 5xx below 0.5%, replication lag below 1 s`,
};
