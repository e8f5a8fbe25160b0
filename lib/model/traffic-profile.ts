/** The kind of a system, which decides the assumptions about its traffic that a definition leaves out. */
export const TRAFFIC_PROFILES = ['web', 'api', 'chat', 'media', 'batch'] as const;
/** The kind of a system. */
export type TrafficProfile = (typeof TRAFFIC_PROFILES)[number];

/** An assumed number with its source, as `Assumption` of a definition. */
interface ProfileAssumption {
  /** The number, in the unit that the name of the field ends with. */
  readonly value: number;
  /** Its source, or why it is assumed. */
  readonly reason: string;
}

/** The assumptions of a profile. */
export interface ProfileAssumptions {
  /** HTTP requests per second of one concurrent user at the peak, where neither a workload nor an operation gives the number. */
  readonly requestsPerSecondPerUser: ProfileAssumption;
  /** Average load over the month as a share of the peak, 0 to 1. */
  readonly averageToPeak: ProfileAssumption;
  /** Size of an average response in KiB. */
  readonly responseKib: ProfileAssumption;
  /** Size of an average request in KiB. */
  readonly requestKib: ProfileAssumption;
  /** Traffic between Availability Zones per request in KiB. */
  readonly interZoneKibPerRequest: ProfileAssumption;
  /** Log data per request in KiB. */
  readonly logKibPerRequest: ProfileAssumption;
  /** Traffic to external APIs through the NAT gateways per request in KiB. */
  readonly externalKibPerRequest: ProfileAssumption;
  /** Requests on one connection before it is closed. */
  readonly requestsPerConnection: ProfileAssumption;
  /** Size of backups as a share of the provisioned database storage. */
  readonly backupShare: ProfileAssumption;
  /** Days that logs are retained. */
  readonly logRetentionDays: ProfileAssumption;
}

/** Source: GitLab reference architectures, https://docs.gitlab.com/administration/reference_architectures/1k_users. */
const GITLAB_RATE = 'GitLab reference architectures: 20 API requests/s at the peak of 1,000 users';

const ACCESS_LINE = 'assumed: one access log line of about 200 bytes';
const HEADERS = 'assumed: HTTP headers and a short body';
const ONE_HOP = 'assumed: the request and its response cross an Availability Zone once on the way to a service, its database or its cache';

/** Assumptions that are the same in all profiles. */
const COMMON = {
  requestKib: { value: 1, reason: HEADERS },
  logKibPerRequest: { value: 0.2, reason: ACCESS_LINE },
  externalKibPerRequest: { value: 0, reason: 'assumed: no calls to external APIs; set it for a system that makes them' },
  backupShare: { value: 1.35, reason: 'assumed: one full copy and 7 days of changes of about 5% each' },
  logRetentionDays: { value: 30, reason: 'assumed: one month of logs for troubleshooting' },
} as const;

/**
 * Assumptions by profile. The rate per user and the sizes have a source where one is published; the others are assumptions
 * with their reason, and each is printed with the line items that depend on it.
 */
export const PROFILE_ASSUMPTIONS: Readonly<Record<TrafficProfile, ProfileAssumptions>> = {
  web: {
    ...COMMON,
    requestsPerSecondPerUser: { value: 0.02, reason: GITLAB_RATE },
    averageToPeak: { value: 0.25, reason: 'assumed: six busy hours per day' },
    // 2,652 KB and 71 requests per median desktop page: HTTP Archive, Web Almanac 2024, "Page Weight".
    responseKib: { value: 36, reason: 'HTTP Archive Web Almanac 2024, Page Weight: 2,652 KB in 71 requests of the median desktop page' },
    interZoneKibPerRequest: { value: 20, reason: `${ONE_HOP}, with a part of the pages and images from memory` },
    requestsPerConnection: { value: 20, reason: 'assumed: a browser keeps a connection for the files of a page' },
  },
  api: {
    ...COMMON,
    requestsPerSecondPerUser: { value: 0.02, reason: GITLAB_RATE },
    averageToPeak: { value: 0.25, reason: 'assumed: six busy hours per day' },
    responseKib: { value: 5, reason: 'assumed: a JSON document of some dozens of records, compressed' },
    interZoneKibPerRequest: { value: 8, reason: ONE_HOP },
    requestsPerConnection: { value: 20, reason: 'assumed: clients reuse connections' },
  },
  chat: {
    ...COMMON,
    requestsPerSecondPerUser: { value: 0.1, reason: 'assumed: a message, a status or a poll every 10 seconds' },
    averageToPeak: { value: 0.25, reason: 'assumed: six busy hours per day' },
    responseKib: { value: 2, reason: 'assumed: a message with its metadata' },
    interZoneKibPerRequest: { value: 4, reason: ONE_HOP },
    requestsPerConnection: { value: 50, reason: 'assumed: a WebSocket or an HTTP connection stays open for a conversation' },
  },
  media: {
    ...COMMON,
    requestsPerSecondPerUser: { value: 0.1, reason: 'assumed: a segment or an image every 10 seconds' },
    averageToPeak: { value: 0.25, reason: 'assumed: six busy hours per day' },
    // 1,054 KB in 18 images per median desktop page: HTTP Archive, Web Almanac 2024, "Page Weight".
    responseKib: { value: 58, reason: 'HTTP Archive Web Almanac 2024, Page Weight: 1,054 KB in 18 images of the median desktop page' },
    interZoneKibPerRequest: { value: 10, reason: `${ONE_HOP}; images come from object storage, whose traffic in a region is free` },
    requestsPerConnection: { value: 20, reason: 'assumed: a client keeps a connection for the images of a page' },
  },
  batch: {
    ...COMMON,
    requestsPerSecondPerUser: { value: 0.01, reason: 'assumed: users start jobs and look at results, once in 100 seconds' },
    averageToPeak: { value: 0.5, reason: 'assumed: jobs run for 12 hours per day' },
    responseKib: { value: 5, reason: 'assumed: a JSON document with the state of a job' },
    interZoneKibPerRequest: { value: 50, reason: 'assumed: a job reads and writes its data in a database of another Availability Zone' },
    requestsPerConnection: { value: 5, reason: 'assumed: few requests of one client' },
  },
};
