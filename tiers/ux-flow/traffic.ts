import type { SystemInput } from '../../lib/model/inputs';

/** Amounts that one unit of use transfers and stores. The document gives no bytes; each number has its reason. */
export const traffic: SystemInput['traffic'] = {
  averageToPeak: { value: 0.2, reason: 'designers work in office hours: about five hours of a day at the peak' },
  responseKib: { value: 8, reason: 'a flow as JSON, compressed: some hundred nodes of about 100 bytes' },
  requestKib: { value: 2, reason: 'headers and the changed part of a flow' },
  interZoneKibPerRequest: { value: 12, reason: 'a request passes the gateway, one service and a store; two of three hops cross a zone' },
  logKibPerRequest: { value: 0.4, reason: 'an access line of 200 bytes at the gateway and one at the service behind it' },
  externalKibPerRequest: { value: 0.1, reason: 'one in fifty requests calls an AI provider or Stripe, with about 5 KiB' },
  requestsPerConnection: { value: 50, reason: 'the editor keeps one WebSocket and its HTTP connections open while a flow is edited' },
  backupShare: { value: 1.35, reason: 'a full copy and seven days of about 5% changes' },
  logRetentionDays: { value: 30, reason: 'one month of logs for troubleshooting' },
};
