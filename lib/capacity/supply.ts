import type { Interval } from '../core/interval';
import type { Evidence } from '../model/evidence';
import type { Resource } from '../model/resource';

/** Servers of a component: the primary ones, or the read replicas. */
export type Part = 'primary' | 'replicas';

/** How a supply is computed, as data; `output` words it. */
export type SupplyBasis =
  /** The same amount of a resource, in its unit, on each instance of a service. */
  | { readonly kind: 'instances'; readonly resource: Resource; readonly perInstance: number; readonly instances: number }
  /** The vCPU of a database server; without an instance class it runs in a container. */
  | { readonly kind: 'server'; readonly vcpu: number; readonly instanceClass?: string | undefined }
  | { readonly kind: 'read-replicas'; readonly vcpu: number; readonly replicas: number }
  /** Processes or threads of each replica that apply changes, and use one core at most. */
  | { readonly kind: 'appliers'; readonly appliers: number; readonly replicas: number; readonly setting: string | undefined }
  | { readonly kind: 'shards'; readonly vcpu: number; readonly shards: number }
  /** Memory for data, in all shards together. */
  | { readonly kind: 'memory-of-shards'; readonly memoryGib: number; readonly shards: number }
  /** One thread in each shard, however many vCPU a node has. */
  | { readonly kind: 'thread-of-shards'; readonly shards: number }
  | { readonly kind: 'single-instance'; readonly amount: number; readonly unit: 'vCPU' | 'GiB' }
  | { readonly kind: 'disk'; readonly storageGib: number }
  /** Settings: connections that a server accepts, and clients that a pooler accepts. */
  | { readonly kind: 'server-connections' | 'pooler-clients' }
  /** A limit of the tier, with its source. */
  | { readonly kind: 'stated'; readonly source: string };

/** Why a component or an operation has no limit, as data; `output` words it. */
export type NoLimitReason =
  /** The provider scales the service with the load. */
  | { readonly kind: 'scaled-by-provider'; readonly service: 'load-balancer' | 'bucket' | 'queue' | 'cdn' }
  /** The system gives the reason. */
  | { readonly kind: 'stated'; readonly reason: string };

/** What each replica of a data store takes to replay the writes of its primary. */
export interface Replay {
  /** Processor time of a replica for each second of processor time that the writes take on the primary. */
  readonly share: Interval;
  /** Part of it in the processes that apply the changes, 0 to 1; others receive and store them. */
  readonly applied: Interval;
  /** Evidence of the figures. */
  readonly evidence: Evidence;
  /** Source of the figures. */
  readonly source: string;
}

/** Supply of one resource by one component, in one form of a tier. In the unit of the resource; rates per second. */
export interface ResourceSupply {
  /** Id of the component. */
  readonly component: string;
  /** The resource. */
  readonly resource: Resource;
  /** The primary of a data store, or its replicas. */
  readonly part: Part;
  /** Supply of one instance, in the unit of the resource. */
  readonly perInstance: Interval;
  /** Number of instances, shards or replicas, within the bounds of autoscaling. 1 to 1 for a limit of the whole component. */
  readonly instances: { readonly min: number; readonly max: number };
  /** Worker processes of an instance; each has a base load of its own. */
  readonly workersPerInstance: number;
  /** Evidence of the supply. */
  readonly evidence: Evidence;
  /** How the supply is computed, or the source of the limit. */
  readonly basis: SupplyBasis;
  /** Present where the replicas replay the writes of the primary. */
  readonly replay?: Replay;
}

/** The parts of a form of a tier that determine its capacity. */
export interface CapacityForm {
  /** Id of the tier whose demands apply: its own, or the one that it counts as. */
  readonly tier: string;
  /** Ids of its components. */
  readonly components: readonly string[];
  /** Ids of the external services among them, whose supply does not grow with the number of instances. */
  readonly externals: readonly string[];
  /** Supply of each resource of each component. */
  readonly supplies: readonly ResourceSupply[];
  /** Components that do not limit any operation, each with the reason. */
  readonly withoutLimit: readonly { readonly component: string; readonly reason: NoLimitReason }[];
}
