import type { SystemInput } from '../../lib/model/inputs';

/** Amounts that one unit of use transfers and stores. The document gives few of them; each number has its reason. */
export const traffic: SystemInput['traffic'] = {
  averageToPeak: { value: 0.2, reason: 'most traffic occurs in the busiest hours of a working day: about five hours at the peak' },
  responseKib: { value: 3, reason: 'a JSON answer of a chat or a search, compressed' },
  requestKib: { value: 1, reason: 'headers and a short message' },
  interZoneKibPerRequest: { value: 2, reason: 'with three zones two of three hops to cache and database cross one' },
  logKibPerRequest: { value: 0.2, reason: 'one access line of 200 bytes' },
  externalKibPerRequest: {
    value: 0.5,
    reason: 'one in twenty requests sends about 10 KiB to an embedding API, as the document says of one',
  },
  requestsPerConnection: { value: 20, reason: 'browsers keep connections open through a page and its calls' },
  backupShare: { value: 1.35, reason: 'a full copy and seven days of about 5% changes' },
  logRetentionDays: { value: 30, reason: 'one month of logs for troubleshooting' },
};
