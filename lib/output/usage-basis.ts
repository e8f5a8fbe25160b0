import type { UsageBasis } from '../contract/usage-basis';
import { exactPercent, rounded } from '../core/number-format';
import { thousands } from '../core/thousands';

/** How a usage quantity was derived, in one line with its numbers. */
export function usageBasisText(basis: UsageBasis): string {
  switch (basis.kind) {
    case 'stated':
      return basis.text;
    case 'expected-count':
      return `${basis.count} under the expected load`;
    case 'dump-storage':
      return `${basis.dumpsPerDay} dumps per day, ${rounded(basis.dailyGib)} GiB, each stored for the retention of its data store and ${basis.recoverableDays} days`;
    case 'dump-parts':
      return `${basis.partsPerDay} parts per day`;
    case 'dumps-unread':
      return '0 reads: dumps are only read to restore data';
    case 'stored-files':
      return `${thousands(String(basis.storageGib))} GiB of files, for which the tier is sized`;
    case 'uploads':
      return `${rounded(basis.uploads)} uploads/month`;
    case 'upload-reads':
      return `${basis.readsPerUpload} reads for each upload`;
    case 'upload-transitions':
      return `each of ${rounded(basis.uploads)} uploads/month, ${basis.afterDays} days later`;
    case 'cache-log':
      return `${basis.logGb} GB of starts and snapshots`;
    case 'cache-snapshots':
      return `${basis.retentionDays} daily snapshots, the first free, of ${basis.snapshotShare} × ${basis.memoryGib} GiB`;
    case 'cdn-responses':
      return `${exactPercent(basis.cdnShare)} of ${millions(basis.responses)} responses of ${basis.responseKib} KiB, from ${basis.origin}`;
    case 'cdn-files':
      return `${millions(basis.files)} static files of ${basis.fileKib} KiB`;
    case 'control-plane-log':
      return `${rounded(basis.dailyGb)} GB/day: ${basis.dailyControlPlaneGb} of the control plane and ${basis.dailyNodeGb} for each of ${basis.nodes} nodes`;
    case 'cluster-key-requests':
      return `${thousands(String(basis.requests))} requests for the key of its secrets`;
    case 'surplus-credits':
      return `average load of ${rounded(basis.vcpu)} vCPU, compared with the baseline of ${exactPercent(basis.baselineShare)} of ${basis.instanceType}; ${busyText(basis)}`;
    case 'credential-copies':
      return `a copy for the cluster every hour${volumeKeyText(basis)}`;
    case 'credential-reads':
      return `${rounded(basis.starts)} starts of tasks that read the credentials, about one per day for each${volumeKeyText(basis)}`;
    case 'database-backups':
      return `backups of ${basis.backupShare} × ${thousands(String(basis.storageGib))} GiB, of which the size of the database is free`;
    case 'slow-query-log':
      return `${exactPercent(basis.loggedShare)} of ${millions(basis.requests)} requests log a query of ${basis.entryKib} KiB`;
    case 'stored-documents':
      return `${thousands(String(basis.storageGib))} GiB, for which the tier is sized, in ${basis.shards} shards; copies are free`;
    case 'storage-operations':
      return `${basis.operationsPerRequest} reads and writes of storage for each of ${millions(basis.requests)} requests`;
    case 'http-connections':
      return `${rounded(basis.requestsPerSecond)} requests/s, ${basis.requestsPerConnection} per connection; ${busyText(basis)}`;
    case 'websockets':
      return `one WebSocket for each of ${rounded(basis.users)} users; ${busyText(basis)}`;
    case 'http-traffic':
      return `${rounded(basis.requestsPerSecond)} requests/s × ${basis.requestKib} KiB${messagesText(basis)}; ${busyText(basis)}`;
    case 'event-connections':
      return `${rounded(basis.eventsPerSecond)} events/s, ${basis.eventsPerConnection} per connection; ${busyText(basis)}`;
    case 'user-connections':
      return `one connection for each of ${rounded(basis.users)} users; ${busyText(basis)}`;
    case 'event-traffic':
      return `${rounded(basis.eventsPerSecond)} events/s × ${basis.eventKib} KiB${messagesText(basis)}; ${busyText(basis)}`;
    case 'call-connections':
      return `${rounded(basis.calls)} calls of ${basis.callSeconds} s; ${busyText(basis)}`;
    case 'concurrent-calls':
      return `${rounded(basis.calls)} concurrent calls; ${busyText(basis)}`;
    case 'call-traffic':
      return `${basis.callKinds.length === 0 ? '0 calls' : callsText(basis.callKinds, '×')} each way; ${busyText(basis)}`;
    case 'retained-logs':
      return `logs retained for ${basis.retentionDays} days`;
    case 'internet-traffic':
      return internetTrafficText(basis);
    case 'single-zone':
      return '0 GB: a single host is in one zone';
    case 'zone-traffic':
      return `${millions(basis.requests)} requests × ${basis.zoneKib} KiB that cross zones${messagesText(basis)}`;
    case 'nat-traffic': {
      const calls = basis.calls === undefined ? '' : `${rounded(basis.calls)} calls to and from the model, `;
      return `${calls}${basis.externalKib} KiB each way for a request to external APIs`;
    }
    case 'flow-logs':
      return `flow logs: ${basis.connectionKib} KiB for each of ${millions(basis.connections)} connections`;
    case 'retained-flow-logs':
      return `flow logs retained for ${basis.retentionDays} days`;
    case 'volume-snapshots':
      return `daily snapshots of ${basis.backupShare} × ${thousands(String(basis.volumeGib))} GiB`;
    case 'access-logs':
      return `access logs of ${millions(basis.requests)} requests × ${basis.entryKib} KiB, retained for ${basis.retentionDays} days`;
    case 'access-log-files':
      return basis.balancerNodes > 0
        ? `a log file every ${basis.intervalMinutes} minutes from ${basis.balancerNodes} load balancer nodes, and one for each upload`
        : 'a log file for each upload';
    case 'access-logs-unread':
      return '0 reads: access logs are only read to investigate an incident';
    case 'broker-log':
      return `${basis.logGb} GB of starts and connections`;
    case 'dead-letters-unpolled':
      return '0 requests: failed messages are inspected manually, not polled';
    case 'queue-requests':
      return `${basis.requestsPerMessage} requests for each of ${rounded(basis.messages)} messages, ${basis.workers} workers that poll every ${basis.pollSeconds} s`;
    case 'replication':
      return `${basis.changesKib} KiB of changes for each of ${millions(basis.requests)} requests and ${rounded(basis.uploads)} uploads, to ${basis.regions.join(' and ')}`;
    case 'request-log': {
      const share = basis.serviceShare === 1 ? '' : ` × ${rounded(basis.serviceShare)}`;
      return `${millions(basis.requests)} requests × ${basis.logKib} KiB${share}`;
    }
    case 'container-images':
      return `${basis.imagesGb} GB of container images: one complete image and the changed layers of others`;
    case 'search-log':
      return `${exactPercent(basis.searchShare)} of ${millions(basis.requests)} requests search and log ${basis.entryKib} KiB`;
  }
}

function busyText({ busyShare }: { readonly busyShare: number }): string {
  return `average load ${exactPercent(busyShare)} of the peak`;
}

function volumeKeyText({ volumeKeyRequests }: { readonly volumeKeyRequests?: number | undefined }): string {
  return volumeKeyRequests === undefined ? '' : `, and ${thousands(String(volumeKeyRequests))} requests for the key of its volume`;
}

function internetTrafficText(basis: Extract<UsageBasis, { kind: 'internet-traffic' }>): string {
  const cdn = basis.cdnShare > 0 ? `, ${exactPercent(basis.cdnShare)} of it through the CDN` : '';
  const calls = basis.callKinds.length === 0 ? '' : `, ${internetCallsText(basis.callKinds)}`;
  return `${millions(basis.responses)} responses of ${basis.responseKib} KiB${cdn}${calls}${messagesText(basis)}; ${busyText(basis)}`;
}

/** `, and 25 messages/s × 0.5 KiB`. */
function messagesText({ messages }: Pick<Extract<UsageBasis, { kind: 'zone-traffic' }>, 'messages'>): string {
  return messages === undefined ? '' : `, and ${rounded(messages.perSecond)} messages/s × ${rounded(messages.kib)} KiB`;
}

type CallKinds = Extract<UsageBasis, { kind: 'call-traffic' }>['callKinds'];

/** `8 calls of 40 kbit/s to caller and model`: the ways of calls by bit rate. */
function internetCallsText(kinds: CallKinds): string {
  if (kinds.every(({ modelKilobitsPerSecond }) => modelKilobitsPerSecond === undefined)) {
    return `${callsText(kinds, 'of')} to caller and model`;
  }
  return kinds.map((kind) => `${callsText([kind], 'of')} to ${wayText(kind.modelKilobitsPerSecond)}`).join(' and ');
}

function wayText(modelKilobitsPerSecond: number | undefined): string {
  if (modelKilobitsPerSecond === undefined) return 'caller and model';
  return modelKilobitsPerSecond === 0 ? 'the caller' : `the caller and ${thousands(String(modelKilobitsPerSecond))} kbit/s to the model`;
}

/** `8 calls of 40 kbit/s`. Several kinds are joined. */
function callsText(kinds: CallKinds, between: 'of' | '×'): string {
  return kinds
    .map(({ calls, kilobitsPerSecond }) => `${rounded(calls)} calls ${between} ${thousands(String(kilobitsPerSecond))} kbit/s`)
    .join(' and ');
}

/** `2.5 million`: in millions from one million on. */
function millions(value: number): string {
  return value >= 1e6 ? `${rounded(value / 1e6)} million` : rounded(value);
}
