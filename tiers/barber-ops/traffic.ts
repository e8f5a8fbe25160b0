import type { SystemInput } from '../../lib/model/inputs';

/** Amounts that one unit of use transfers and stores. The document gives no bytes; each number has its reason. */
export const traffic: SystemInput['traffic'] = {
  averageToPeak: { value: 0.25, reason: 'shops are open ten hours and busy for about six of them' },
  responseKib: {
    value: 5,
    reason: 'a page of appointments as JSON, compressed, and a live update of 1 KiB: there are about as many of both',
  },
  requestKib: { value: 1, reason: 'headers and a booking' },
  interZoneKibPerRequest: { value: 5, reason: 'front end, back end, pooler and store; two of three hops cross a zone' },
  logKibPerRequest: { value: 0.4, reason: 'an access line of 200 bytes in the front end and one in the back end' },
  externalKibPerRequest: { value: 0.1, reason: 'one in fifty requests calls a model or a payment provider, with about 5 KiB' },
  requestsPerConnection: { value: 30, reason: 'a dashboard keeps its connections open while it is displayed' },
  backupShare: { value: 1.35, reason: 'a full copy and seven days of about 5% changes' },
  logRetentionDays: { value: 30, reason: 'one month of logs for troubleshooting' },
};
