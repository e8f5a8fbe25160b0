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
  /** Data in the class Standard-IA of a bucket, or in Infrequent Access of a file system. */
  infrequentAccessGb: 'GB-month',
  /** Data in the class One Zone-IA of a bucket. */
  oneZoneInfrequentAccessGb: 'GB-month',
  /** Data in the class Intelligent-Tiering of a bucket, in its frequent access tier. */
  intelligentTieringGb: 'GB-month',
  /** Data in the class Glacier Instant Retrieval of a bucket, or in Archive of a file system. */
  instantArchiveGb: 'GB-month',
  /** Data in the class Glacier Flexible Retrieval of a bucket. */
  archiveGb: 'GB-month',
  /** Data in the class Glacier Deep Archive of a bucket. */
  deepArchiveGb: 'GB-month',
  /** Objects that lifecycle rules move in the month, into each class that they name. */
  transitionedObjects: 'objects',
  /** Objects in the class Intelligent-Tiering, without those below 128 KB. */
  monitoredObjects: 'objects',
  /** Objects that inventories of a bucket list in the month. */
  listedObjects: 'objects',
  /** Objects that Storage Class Analysis monitors. */
  analyzedObjects: 'objects',
  /** Data read from and written to Infrequent Access of a file system. */
  infrequentAccessTransferGb: 'GB',
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
  /** Data read from file systems with elastic throughput. */
  fileReadGb: 'GB',
  /** Data written to file systems with elastic throughput. */
  fileWrittenGb: 'GB',
  /** Messages published to topics. */
  publishedMessages: 'requests',
  /** Messages that a subscription receives, where its topic or its protocol charges for them. */
  deliveredMessages: 'messages',
  /** Calls of the API of AWS Service Catalog by all of its users, also through its console. */
  catalogApiCalls: 'API calls',
  /** Messages from and to a device, in units of 5 KB. */
  deviceMessages: 'messages',
  /** Changes of a table that are written to a stream of Kinesis, in units of 1 KB. */
  changeCaptureUnits: 'units',
  /** Certificates of a private authority that are issued in the month, or exported from ACM for the first time. */
  issuedCertificates: 'certificates',
  /** Hours of the Redshift Processing Units of a workgroup. */
  rpuHours: 'RPU-hours',
  /** Invocations of a function, a schedule, an API destination or a rule of AWS IoT. */
  invocations: 'invocations',
  /** Billed duration of all invocations of a function. */
  functionSeconds: 's',
  /** Requests to an API, or to RDS Data API in units of 32 KB. */
  apiRequests: 'requests',
  /** Messages of a WebSocket API, in units of 32 KB; real-time updates of a GraphQL API. */
  apiMessages: 'messages',
  /** Minutes of all connections to a WebSocket API, a GraphQL API or a Client VPN endpoint, or of a device. */
  connectionMinutes: 'minutes',
  /** Read request units of a table with on-demand capacity: 4 KB each, two of them for a transactional read. */
  readRequestUnits: 'units',
  /** Write request units of a table with on-demand capacity: 1 KB each, two of them for a transactional write. */
  writeRequestUnits: 'units',
  /** Read requests to the stream of a table, without those of Lambda, which have no charge. */
  streamReads: 'requests',
  /** Transitions between the states of standard workflows. */
  stateTransitions: 'transitions',
  /** Executions of Express workflows. */
  executions: 'executions',
  /** Duration of Express workflows times their memory, at least 64 MB each. */
  executionGbHours: 'GB-hours',
  /** Events of an event bus or a pipe, in units of 64 KB. */
  events: 'events',
  /** PUT payload units of a stream: 25 KB of a record each. */
  payloadUnits: 'units',
  /** Data written to a stream, an archive, a delivery stream or a FIFO topic. */
  ingestedGb: 'GB',
  /** Data read from a stream, or delivered by a FIFO topic. */
  retrievedGb: 'GB',
  /** Data that a stream retains for one to seven days. */
  extendedRetentionGb: 'GB-month',
  /** Users of a user pool or a repository that are active in the month. */
  monthlyActiveUsers: 'users',
  /** Minutes of builds, each rounded up. */
  buildMinutes: 'minutes',
  /** Minutes of the actions of a pipeline, each rounded up. */
  pipelineMinutes: 'minutes',
  /** Configuration items that AWS Config records. */
  configurationItems: 'items',
  /** Evaluations of a rule of AWS Config. */
  ruleEvaluations: 'evaluations',
  /** Management events that a trail delivers when another trail delivers them already. */
  copiedManagementEvents: 'events',
  /** Data events that a trail delivers. */
  dataEvents: 'events',
  /** Events that CloudTrail Insights analyzes. */
  analyzedEvents: 'events',
  /** Hours of the data processing units of jobs and crawlers. */
  dpuHours: 'DPU-hours',
  /** Requests that the Bot Control rule group of a web ACL inspects. */
  botControlRequests: 'requests',
  /** Answers to CAPTCHA puzzles that rules of AWS WAF send. */
  captchaAttempts: 'attempts',
  /** Challenges that rules of AWS WAF send. */
  challengeResponses: 'responses',
  /** vCPU-hours of the jobs that a compute environment of AWS Batch or an application of EMR Serverless runs. */
  jobVcpuHours: 'vCPU-hours',
  /** Memory of these jobs on Fargate or EMR Serverless times their hours. */
  jobGbHours: 'GB-hours',
  /** Storage above 20 GB of each worker of EMR Serverless times its hours. */
  jobDiskGbHours: 'GB-hours',
  /** vCPUs of the instances of an App Runner service times the hours in which they handle requests. */
  activeVcpuHours: 'vCPU-hours',
  /** Data transfer out over a connection of AWS Direct Connect. */
  connectionOutGb: 'GB',
  /** Hours of the OpenSearch Compute Units of a collection. */
  searchUnitHours: 'OCU-hours',
  /** Hours of the partitions of an MSK Serverless cluster. */
  partitionHours: 'partition-hours',
  /** Data that the queries of an Athena work group scan. */
  scannedGb: 'GB',
  /**
   * Data in the dominant direction between the endpoints of an accelerator and clients of the same area: North America and Europe are
   * one area, Asia Pacific is another. The premium for other clients is not in the price list.
   */
  acceleratedGb: 'GB',
  /** Editors and administrators of a Grafana workspace who are active in the month. */
  activeEditors: 'users',
  /** Viewers of a Grafana workspace who are active in the month. */
  activeViewers: 'users',
  /** Hours of the instances that build and test images. */
  imageBuildHours: 'hours',
  /** Traces that AWS X-Ray records. */
  recordedTraces: 'traces',
  /** Runs of a canary, for a schedule that states no rate. */
  canaryRuns: 'runs',
  /** Traffic through a firewall. */
  processedGb: 'GB',
  /** Monthly cost of the resources that a custom resource or the instances of a stack set create. */
  createdResourcesUsd: 'USD',
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

/** Units of rates and averages. Amounts in other units are per month. */
const RATES_AND_AVERAGES: ReadonlySet<string> = new Set([
  'GB-month',
  'GB/h',
  'connections',
  'connections/s',
  'instances',
  'metrics',
  'requests/s',
]);

/** Unit of a usage quantity in words: `requests per month`, `requests/s`. */
export function usageUnitText(key: UsageKey): string {
  const unit = USAGE_UNITS[key];
  return RATES_AND_AVERAGES.has(unit) ? unit : `${unit} per month`;
}
