/** Sentences of the warnings and trade-offs that a blueprint gives as data. */

import type { RecoveryCheck, RecoveryStep } from '../blueprint/recovery';
import type { TradeOff } from '../blueprint/trade-offs';
import type { AccessWarning, BlueprintWarning, TaskShare } from '../blueprint/warnings';
import type { Interval } from '../core/interval';
import { rounded } from '../core/number-format';
import { SECONDS_PER_MINUTE } from '../core/time';

/** A kind that is missing here, or not about access, does not compile. */
const ABOUT_ACCESS: Readonly<Record<AccessWarning['kind'], true>> = {
  'open-ports': true,
  'private-ports': true,
  'open-api-endpoint': true,
  'private-api-endpoint': true,
  'shared-security-group': true,
};

/** Whether a warning is about the access to parts of a stack. A comparison states only the number of these warnings. */
export function isAccessWarning({ kind }: BlueprintWarning): boolean {
  return Object.hasOwn(ABOUT_ACCESS, kind);
}

/** A warning about a blueprint as a sentence. */
export function blueprintWarningText(warning: BlueprintWarning): string {
  switch (warning.kind) {
    case 'gpu-substituted':
      return `No instance type with the ${warning.tierGpu} of the tier is known to be sold in ${warning.region}: ${warning.usedGpu} is used instead.`;
    case 'document-store-priced-elsewhere':
      return `No class of document store has a list price in ${warning.region}: it is chosen by the prices of ${warning.pricedIn}.`;
    case 'recovery':
      return recoveryText(warning.objective, warning.check);
    case 'standby-regions':
      return `Standby regions (${warning.regions.join(', ')}) have services at their minimum, replicated data and an empty cache. Add read replicas, the pooler and a standby of the database after the database is promoted.`;
    case 'manual-promotion':
      return 'Promotion is manual: no template starts it, and until then replicas are read-only.';
    case 'images-in-each-region':
      return 'Push container images to the repositories of each region.';
    case 'standby-scale-out': {
      const services = warning.services.map(({ component, min, expected }) => `${component} ${min} of ${expected}`);
      return `A standby region starts with fewer instances than the expected load needs, and scales out: ${services.join(', ')}.`;
    }
    case 'restored-password':
      return `Component "${warning.component}" has the password of its snapshot. After the deployment, set the password of its secret (docs/restore.md).`;
    case 'restored-volume-passwords':
      return `Data stores on "${warning.component}" have the passwords of the snapshot. Copy those of the retained secrets (docs/restore.md).`;
    case 'restored-bucket':
      return `Bucket "${warning.component}" exists already. Deploy with --import-existing-resources (docs/restore.md).`;
    case 'cdn-of-primary-region':
      return 'The CDN stays with the bucket of the primary region: files that it has not cached are unavailable until that region is available again.';
    case 'no-domain':
      return 'Without a domain, health checks report the loss of a region, but users are not moved to another one. Set -c domain=example.com.';
    case 'larger-task':
      return `Each Fargate task of service "${warning.component}" has ${sizeText(warning.task)}, because its Service Connect proxy needs ${warning.proxy.vcpu} vCPU and ${warning.proxy.memoryMib} MiB in addition to ${sizeText(warning.service)}. With ${sizeText(warning.smallerService)} for the service, the task has ${sizeText(warning.smallerTask)}.`;
    case 'queue-without-sender':
      return `No service uses queue "${warning.component}", so that none has the permission to send messages. Add it to uses of the service that sends them.`;
    case 'queue-without-worker':
      return `No service works on queue "${warning.component}", so that its messages stay until they expire. Set worksOn of the service that processes them.`;
    case 'unused-store':
      return `No service uses "${warning.component}", so that none has access to it. Add it to uses of the services that need it.`;
    case 'unreached-service':
      return `Nothing connects to the ports of service "${warning.component}". Add it to uses of the services that call it, or set target of a load balancer.`;
    case 'pool-without-database':
      return `Service "${warning.component}" has a databasePool, and uses no database. Add the database to uses, or remove databasePool.`;
    case 'database-without-pool':
      return `Service "${warning.component}" uses a database but has no databasePool, so its connections do not count towards the connection limit of the database. Set databasePool to the maximum number of connections of an instance.`;
    case 'uploads-beyond-storage':
      return uploadsText(warning);
    case 'unused-iops':
      return `Database "${warning.component}" has ${rounded(warning.iops)} provisioned IOPS, and ${warning.instanceClass} exceeds ${rounded(warning.baselineIops)} IOPS for 30 minutes a day only. Lower or remove iops, or choose a larger class.`;
    case 'open-ports':
      return `Component "${warning.component}" accepts connections from every address on ${warning.ports.join(', ')}. Set clientCidrs to the addresses of the clients: 203.0.113.0/24, for example, or 0.0.0.0/0 for every address.`;
    case 'private-ports':
      return `Component "${warning.component}" accepts connections from private addresses only (RFC 1918) on ${warning.ports.join(', ')}. Set clientCidrs to the addresses of the clients: 203.0.113.0/24, for example, or 0.0.0.0/0 for every address.`;
    case 'private-api-endpoint':
      return 'The API endpoint of the EKS cluster accepts connections from its VPC only. To use kubectl from elsewhere, set apiCidrs to the addresses that manage the cluster.';
    case 'open-api-endpoint':
      return warning.canLimit
        ? 'The API endpoint of the EKS cluster accepts connections from every address (0.0.0.0/0), and requires IAM authentication. Set apiCidrs to the addresses that manage the cluster.'
        : 'The API endpoint of the EKS cluster accepts connections from every address (0.0.0.0/0), and requires IAM authentication: without NAT gateways, the function that applies objects has no fixed address. With at least one NAT gateway, which is the default, the endpoint is private.';
    case 'shared-security-group':
      return `Services on node pool "${warning.pool}" share the security group of its instances: each of ${warning.services.join(', ')} can connect to ${warning.reachable.join(', ')}, which some of them do not use. With taskNetwork=awsvpc or compute=fargate, each service has a security group.`;
  }
}

function uploadsText({ buckets, storageGib, uploadedGibPerMonth }: Extract<BlueprintWarning, { kind: 'uploads-beyond-storage' }>): string {
  const subject = buckets.length === 1 ? `bucket "${buckets[0]}" has` : `buckets ${buckets.map((id) => `"${id}"`).join(', ')} have`;
  return `The uploads of one month are ${rounded(uploadedGibPerMonth)} GiB, and ${subject} ${rounded(storageGib)} GiB of storage, which is all that the estimate counts. Set storageGib to the data that is retained.`;
}

function sizeText({ vcpu, memoryGib }: TaskShare): string {
  return `${vcpu} vCPU and ${memoryGib} GiB`;
}

const VERDICTS: Readonly<Record<RecoveryCheck['verdict'], string>> = {
  met: 'met',
  'at-best': 'met at best',
  missed: 'not met',
  'not-published': 'no published objective',
};

/** How the achievable value of an objective reads. */
const OBJECTIVES = {
  RTO: { words: 'available after', joint: ' + ' },
  RPO: { words: 'lag of', joint: ' or ' },
} as const;

function recoveryText(objective: 'RTO' | 'RPO', { publishedSeconds, parts, seconds, verdict }: RecoveryCheck): string {
  const { words, joint } = OBJECTIVES[objective];
  const published = publishedSeconds === undefined ? '' : ` of ${publishedSeconds / SECONDS_PER_MINUTE} min`;
  const sum = parts.map((part) => `${stepText(part.step)} (${spanText(part.seconds)} s)`).join(joint);
  return `${objective}${published}: ${VERDICTS[verdict]}; ${words} ${spanText(seconds)} s: ${sum}.`;
}

function stepText(step: RecoveryStep): string {
  switch (step.kind) {
    case 'failed-checks':
      return `${step.failures} failed checks, one every ${step.intervalSeconds} s`;
    case 'dns-ttl':
      return 'TTL of the DNS record';
    case 'replica-promotion':
      return 'promotion of the replica, after it is started manually';
    case 'replica-lag':
      return 'lag of the database replica';
    case 'file-lag':
      return 'lag of copied files';
  }
}

function spanText({ low, high }: Interval): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** A trade-off of a form of a tier as a sentence. */
export function tradeOffText(tradeOff: TradeOff): string {
  switch (tradeOff.kind) {
    case 'host-single-point-of-failure':
      return 'one host in one zone: when it fails, the system is unavailable until a new host has attached the data volume';
    case 'host-daily-snapshots':
      return 'the database has daily snapshots of its volume instead of point-in-time recovery, and no standby';
    case 'host-without-load-balancer':
      return 'no load balancer: TLS ends on the host, deployments interrupt the service, and services do not scale out';
    case 'host-without-patches':
      return 'database and cache are not patched automatically';
    case 'vector-store-single-point-of-failure':
      return `${tradeOff.component} is one container on one node in one zone, a single point of failure: when the node fails, searches fail until a new node has attached its volume`;
    case 'vector-store-daily-snapshots':
      return `when the zone or the volume of ${tradeOff.component} is lost, it is restored from a daily snapshot: up to one day of its data must be computed again`;
    case 'standby-clusters':
      return standbyClustersText(tradeOff.regions, tradeOff.replicated);
    case 'clusters-without-failover':
      return 'users are not moved to another region: health checks and DNS are outside the clusters';
    case 'objectives-of-document':
      return `the ${objectivesText(tradeOff)} of the document cannot be met by manifests alone`;
  }
}

function standbyClustersText(regions: readonly string[], replicated: readonly string[]): string {
  const subject = `${regions.join(', ')} are standby clusters, with services at their minimum`;
  if (replicated.length === 0) {
    return `${subject} and empty data stores: data is not replicated between clusters, so a backup must be restored before a region takes over`;
  }
  const stores = replicated.join(' and ');
  return `${subject}; ${stores} there is replicated through the object storage of the primary region, at most five minutes behind while few writes occur; set spec.replica.enabled to false to promote it. Other data stores are empty`;
}

function objectivesText({ rtoMinutes, rpoMinutes }: { readonly rtoMinutes?: number; readonly rpoMinutes?: number }): string {
  const objectives = [
    ...(rtoMinutes === undefined ? [] : [`RTO of ${rtoMinutes} min`]),
    ...(rpoMinutes === undefined ? [] : [`RPO of ${rpoMinutes} min`]),
  ];
  return objectives.join(' and ');
}
