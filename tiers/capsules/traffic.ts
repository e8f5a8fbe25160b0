import type { SystemInput } from '../../lib/model/inputs';

/** Amounts that one unit of use transfers and stores. The document gives none of them; each number has its reason. */
export const traffic: SystemInput['traffic'] = {
  averageToPeak: { value: 0.33, reason: 'users send about 3 requests/min on average and up to 10 at the peak' },
  responseKib: { value: 6, reason: 'a page of 20 items of about 300 bytes each' },
  requestKib: { value: 1, reason: 'headers, a token and the parameters of a page' },
  interZoneKibPerRequest: { value: 5, reason: 'two of three hops to the database and the cache cross a zone' },
  logKibPerRequest: { value: 0.2, reason: 'one access line of 200 bytes' },
  externalKibPerRequest: { value: 0, reason: 'the document names no external service but its database' },
  requestsPerConnection: { value: 10, reason: 'a client keeps its connection for a page and its parts' },
  backupShare: { value: 1.35, reason: 'a full copy and seven days of about 5% changes' },
  logRetentionDays: { value: 30, reason: 'one month of logs for troubleshooting' },
};
