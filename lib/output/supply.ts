/** Sentences about supplies: how each is computed, and why some have no limit. */

import type { NoLimitReason, SupplyBasis } from '../capacity/supply';
import { thousands } from '../core/thousands';
import type { Resource } from '../model/resource';
import { withUnit } from './amounts';

/** How a supply is computed, such as `1 vCPU × 10 instances`, or the source of the limit. */
export function supplyBasisText(basis: SupplyBasis): string {
  switch (basis.kind) {
    case 'instances':
      return `${amountText(basis.resource, basis.perInstance)} × ${basis.instances} instances`;
    case 'server':
      return `${basis.vcpu} vCPU of ${basis.instanceClass ?? 'its container'}`;
    case 'read-replicas':
      return `${basis.vcpu} vCPU × ${basis.replicas} read replicas`;
    case 'appliers':
      return `${basis.appliers} ${basis.appliers === 1 ? 'process' : 'threads'} to apply changes × ${basis.replicas} read replicas${basis.setting === undefined ? '' : ` (${basis.setting})`}`;
    case 'volume':
      return `gp3 of ${thousands(String(basis.storageGib))} GiB${basis.iops === undefined ? '' : ` with ${thousands(String(basis.iops))} provisioned IOPS`} and ${basis.instanceClass ?? 'the slowest node that fits'}${basis.servers === 1 ? '' : ` × ${basis.servers} read replicas`}, the slower one`;
    case 'shards':
      return `${basis.vcpu} vCPU × ${basis.shards} shards`;
    case 'memory-of-shards':
      return `${thousands(String(basis.memoryGib))} GiB of data over ${basis.shards} shards`;
    case 'thread-of-shards':
      return `one thread in each of ${basis.shards} shards${basis.cores < 1 ? `, ${basis.cores} cores by the baseline of the burstable node` : ''}`;
    case 'single-instance':
      return `${withUnit(String(basis.amount), basis.unit)}, one instance`;
    case 'disk':
      return `${thousands(String(basis.storageGib))} GiB of disk`;
    case 'server-connections':
      return 'connections that the server is set to';
    case 'pooler-clients':
      return 'clients that the pooler admits';
    case 'stated':
      return basis.source;
  }
}

/** Resources of an instance of a service that are not counted by their own name. */
const AMOUNTS: Partial<Readonly<Record<Resource, (amount: number) => string>>> = {
  processor: (amount) => `${amount} vCPU`,
  memory: (amount) => `${amount} MiB`,
  connections: (amount) => `a pool of ${amount}`,
};

function amountText(resource: Resource, amount: number): string {
  return AMOUNTS[resource]?.(amount) ?? `${amount} ${resource}`;
}

const SCALED_BY_PROVIDER: Readonly<Record<Extract<NoLimitReason, { kind: 'scaled-by-provider' }>['service'], string>> = {
  'load-balancer': 'AWS scales load balancers with their traffic',
  bucket: 'Amazon S3 scales with the requests',
  queue: 'Amazon SQS standard queues accept nearly any number of messages',
  cdn: 'Amazon CloudFront scales with the requests',
};

/** Why a component or an operation has no limit. */
export function noLimitText(reason: NoLimitReason): string {
  return reason.kind === 'stated' ? reason.reason : SCALED_BY_PROVIDER[reason.service];
}
