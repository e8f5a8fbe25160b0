import type { SystemInput } from '../../lib/model/inputs';

/** Amounts that one unit of use transfers and stores. 50 KB/s a user and one request/s a user are the document's; the rest has its reason. */
export const traffic: SystemInput['traffic'] = {
  averageToPeak: { value: 0.2, reason: 'people send questions in office hours: about five hours of a day at the peak' },
  responseKib: {
    value: 48,
    reason: "the document's 50 KB/s a user at about one request/s for each user, minus the traffic that the user sends",
  },
  requestKib: { value: 1, reason: 'headers and a short message' },
  interZoneKibPerRequest: { value: 4, reason: 'history and cache entries; two of three hops cross a zone' },
  logKibPerRequest: { value: 0.3, reason: 'an access line of 200 bytes and one of the chat agent' },
  externalKibPerRequest: { value: 0.2, reason: 'one in thirty requests sends a prompt of about 6 KiB to a model' },
  requestsPerConnection: { value: 30, reason: 'a chat keeps its WebSocket and its HTTP connection for half a minute of requests' },
  backupShare: { value: 1.35, reason: 'a full copy and seven days of about 5% changes' },
  logRetentionDays: { value: 30, reason: 'one month of logs for troubleshooting' },
};
