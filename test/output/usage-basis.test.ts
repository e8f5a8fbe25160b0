import { expect, test } from 'vitest';
import type { UsageBasis } from '../../lib/contract/usage-basis';
import { usageBasisText } from '../../lib/output/usage-basis';

const call = { calls: 7.8912, kilobitsPerSecond: 40 };
const video = { calls: 2, kilobitsPerSecond: 1_000 };
const traffic = { kind: 'internet-traffic', responses: 18_396_000, responseKib: 3, cdnShare: 0, callKinds: [], busyShare: 0.2 } as const;

test.each<[UsageBasis, string]>([
  [{ kind: 'stated', text: 'measured in October' }, 'measured in October'],
  [traffic, '18.4 million responses of 3 KiB; average load 20% of the peak'],
  [{ ...traffic, responses: 9_200 }, '9,200 responses of 3 KiB; average load 20% of the peak'],
  [
    { ...traffic, cdnShare: 0.4, callKinds: [call, video] },
    '18.4 million responses of 3 KiB, 40% of it through the CDN, 7.89 calls of 40 kbit/s and 2 calls of 1,000 kbit/s to caller and model; average load 20% of the peak',
  ],
  [{ kind: 'call-traffic', callKinds: [], busyShare: 0.2 }, '0 calls each way; average load 20% of the peak'],
  [{ kind: 'call-traffic', callKinds: [call], busyShare: 0.2 }, '7.89 calls × 40 kbit/s each way; average load 20% of the peak'],
  [{ kind: 'nat-traffic', externalKib: 1 }, '1 KiB each way for a request to external APIs'],
  [
    { kind: 'nat-traffic', calls: 7.8912, externalKib: 1 },
    '7.89 calls to and from the model, 1 KiB each way for a request to external APIs',
  ],
  [{ kind: 'stored-files', storageGib: 60_000 }, '60,000 GiB of files, for which the tier is sized'],
  [{ kind: 'stored-documents', storageGib: 1_500, shards: 2 }, '1,500 GiB, for which the tier is sized, in 2 shards; copies are free'],
  [
    { kind: 'database-backups', backupShare: 1.35, storageGib: 8_000 },
    'backups of 1.35 × 8,000 GiB, of which the size of the database is free',
  ],
  [{ kind: 'volume-snapshots', backupShare: 1.35, volumeGib: 2_000 }, 'daily snapshots of 1.35 × 2,000 GiB'],
  [{ kind: 'credential-copies' }, 'a copy for the cluster every hour'],
  [
    { kind: 'credential-copies', volumeKeyRequests: 1_000 },
    'a copy for the cluster every hour, and 1,000 requests for the key of its volume',
  ],
  [{ kind: 'credential-reads', starts: 91.25 }, '91.3 starts of tasks that read the credentials, about one per day for each'],
  [{ kind: 'request-log', requests: 1e6, logKib: 2, serviceShare: 1 }, '1 million requests × 2 KiB'],
  [{ kind: 'request-log', requests: 1e6, logKib: 2, serviceShare: 1 / 3 }, '1 million requests × 2 KiB × 0.333'],
  [
    { kind: 'access-log-files', balancerNodes: 3, intervalMinutes: 5 },
    'a log file every 5 minutes from 3 load balancer nodes, and one for each upload',
  ],
  [{ kind: 'access-log-files', balancerNodes: 0, intervalMinutes: 5 }, 'a log file for each upload'],
  [
    { kind: 'surplus-credits', vcpu: 1.2345, baselineShare: 0.2, instanceType: 't4g.small', busyShare: 0.2 },
    'average load of 1.23 vCPU, compared with the baseline of 20% of t4g.small; average load 20% of the peak',
  ],
  [
    { kind: 'replication', changesKib: 1, requests: 2_500_000, uploads: 1_000, regions: ['us-west-2', 'eu-west-1'] },
    '1 KiB of changes for each of 2.5 million requests and 1,000 uploads, to us-west-2 and eu-west-1',
  ],
])('%j is worded', (basis, text) => {
  expect(usageBasisText(basis)).toBe(text);
});
