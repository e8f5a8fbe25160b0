import type { Interval } from '../core/interval';

/**
 * Every quantity of use that a charge may depend on, with its unit. Blueprints declare those of their tier; the others are
 * of resources that only other people's templates have. Amounts are per month, but for rates and averages.
 */
export const USAGE_UNITS = {
  /** Data that leaves AWS for the internet, from the region. */
  internetOutGb: 'GB',
  /** Data that is copied to other regions. */
  interRegionGb: 'GB',
  /** Data that crosses zones; billed at both ends. */
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
  /** Reads and writes of a data store's disk, where they are billed apart. */
  ioRequests: 'requests',
  cdnOutGb: 'GB',
  cdnRequests: 'requests',
  apiCalls: 'calls',
  /** Processor time above the baseline of burstable types in unlimited mode. */
  surplusCreditVcpuHours: 'vCPU-hours',
  /** Machines, tasks or nodes that run on average under the expected load, for groups that scale. */
  expectedCount: 'instances',
  /** Queries of a hosted zone. */
  dnsQueries: 'queries',
  /** Custom metrics, average of the month. */
  customMetrics: 'metrics',
  /** Data that is read from and written to file systems. */
  fileTransferGb: 'GB',
  /** Messages that are published to topics. */
  publishedMessages: 'requests',
} as const;
/** Key of a quantity of use. */
export type UsageKey = keyof typeof USAGE_UNITS;

/** All keys, for schemas and messages. */
export const USAGE_KEYS = Object.keys(USAGE_UNITS) as readonly UsageKey[];

/** One quantity of use in a month (rates excepted), for one component. */
export interface UsageQuantity {
  /** Component id, or `network` for what belongs to no component. */
  readonly component: string;
  readonly key: UsageKey;
  readonly quantity: Interval;
  /** How it was derived, in one line with its numbers. */
  readonly assumption: string;
}
