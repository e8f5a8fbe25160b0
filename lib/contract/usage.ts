import type { Interval } from '../core/interval';
import type { UsageBasis } from './usage-basis';

/**
 * Units of all usage keys that a charge may depend on. Blueprints declare the quantities of their tier; some keys apply only to
 * resources of other templates. Amounts are per month, except for rates and averages.
 */
export const USAGE_UNITS = {
  /** Data transfer from the region to the internet. */
  internetOutGb: 'GB',
  /** Data transfer to other regions. */
  interRegionGb: 'GB',
  /** Data transfer between zones, which is charged in both directions. */
  interZoneGb: 'GB',
  natProcessedGb: 'GB',
  newConnectionsPerSecond: 'connections/s',
  activeConnections: 'connections',
  processedGbPerHour: 'GB/h',
  requestsPerSecond: 'requests/s',
  logIngestGb: 'GB',
  logStoredGb: 'GB-month',
  storedGb: 'GB-month',
  putRequests: 'requests',
  getRequests: 'requests',
  backupGb: 'GB-month',
  queueRequests: 'requests',
  deadLetterRequests: 'requests',
  /** I/O requests of the storage of a data store, where they are charged separately. */
  ioRequests: 'requests',
  cdnOutGb: 'GB',
  cdnRequests: 'requests',
  apiCalls: 'calls',
  /** CPU time above the baseline of burstable instance types in unlimited mode. */
  surplusCreditVcpuHours: 'vCPU-hours',
  /** Average number of running instances, tasks or nodes under the expected load, for groups that scale. */
  expectedCount: 'instances',
  /** Queries of a hosted zone. */
  dnsQueries: 'queries',
  /** Average number of custom metrics. */
  customMetrics: 'metrics',
  /** Data read from and written to file systems. */
  fileTransferGb: 'GB',
  /** Messages published to topics. */
  publishedMessages: 'requests',
} as const;
/** Key of a usage quantity. */
export type UsageKey = keyof typeof USAGE_UNITS;

/** All keys, for schemas and messages. */
export const USAGE_KEYS = Object.keys(USAGE_UNITS) as readonly UsageKey[];

/** One usage quantity of one component. */
export interface UsageQuantity {
  /** Component id, or `network` for usage that belongs to no component. */
  readonly component: string;
  /** Kind of usage; USAGE_UNITS has its unit. */
  readonly key: UsageKey;
  /** Amount per month; rates and averages as in their unit. */
  readonly quantity: Interval;
  /** How the quantity was derived. */
  readonly basis: UsageBasis;
}
