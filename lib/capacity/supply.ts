import type { Interval } from '../core/interval';
import type { Evidence } from '../model/evidence';
import type { Resource } from '../model/resource';

/** Servers of a component: the primary ones, or the read replicas. */
export type Part = 'primary' | 'replicas';

/** How a supply is computed, as data; `output` words it. */
export type SupplyBasis =
  /** The same amount of a resource, in its unit, on each instance of a service. */
  | {
      readonly kind: 'instances';
      /** The resource of the service. */
      readonly resource: Resource;
      /** Amount of one instance, in the unit of the resource. */
      readonly perInstance: number;
      /** Largest number of instances, within the bounds of autoscaling. */
      readonly instances: number;
    }
  /** The vCPU of a database server; without an instance class it runs in a container. */
  | {
      readonly kind: 'server';
      /** vCPU of the server. */
      readonly vcpu: number;
      /** Instance class, such as `db.m7g.large`. Absent: the server runs in a container. */
      readonly instanceClass?: string | undefined;
    }
  | {
      readonly kind: 'read-replicas';
      /** vCPU of one replica. */
      readonly vcpu: number;
      /** Number of read replicas. */
      readonly replicas: number;
    }
  /** Processes or threads of each replica that apply changes, and use one core at most. */
  | {
      readonly kind: 'appliers';
      /** Processes or threads of one replica, each with at most one core. */
      readonly appliers: number;
      /** Number of replicas. */
      readonly replicas: number;
      /** Setting of the engine that decides the number. Undefined: the engine has one process. */
      readonly setting: string | undefined;
    }
  /** Storage of a database server: the speed of its volumes, at most the baseline of its class or node. */
  | {
      readonly kind: 'volume';
      /** Size of the storage, GiB. */
      readonly storageGib: number;
      /** Provisioned IOPS; absent: those that storage of this size includes. */
      readonly iops?: number;
      /** Instance class such as `db.m7g.large`, or instance type of the node of a container. Absent: Karpenter chooses the node. */
      readonly instanceClass?: string;
      /** Number of servers. */
      readonly servers: number;
    }
  | {
      readonly kind: 'shards';
      /** vCPU of the primary of one shard. */
      readonly vcpu: number;
      /** Number of shards. */
      readonly shards: number;
    }
  /** Memory for data, in all shards together. */
  | {
      readonly kind: 'memory-of-shards';
      /** Memory for data in all shards together, GiB. */
      readonly memoryGib: number;
      /** Number of shards. */
      readonly shards: number;
    }
  /** One thread in each shard, however many vCPU a node has. */
  | {
      readonly kind: 'thread-of-shards';
      /** Number of shards. */
      readonly shards: number;
      /** Cores of a thread: 1, or the baseline of a burstable node if it is less. */
      readonly cores: number;
    }
  | {
      readonly kind: 'single-instance';
      /** Amount of the only instance, in `unit`. */
      readonly amount: number;
      /** Unit of the amount. */
      readonly unit: 'vCPU' | 'GiB';
    }
  | {
      readonly kind: 'disk';
      /** Size of the volume, GiB. */
      readonly storageGib: number;
    }
  /** Settings: connections that a server accepts, and clients that a pooler accepts. */
  | {
      /** Connections that a server accepts, or clients that a pooler accepts. */
      readonly kind: 'server-connections' | 'pooler-clients';
    }
  /** A limit of the tier, with its source. */
  | {
      readonly kind: 'stated';
      /** Source of the limit. */
      readonly source: string;
    };

/** Why a component or an operation has no limit, as data; `output` words it. */
export type NoLimitReason =
  /** The provider scales the service with the load. */
  | {
      readonly kind: 'scaled-by-provider';
      /** Kind of the service. */
      readonly service: 'load-balancer' | 'bucket' | 'queue' | 'cdn';
    }
  /** The system gives the reason. */
  | {
      readonly kind: 'stated';
      /** The reason, as the definition states it in `withoutLimit`. */
      readonly reason: string;
    };

/** Processor time that each replica of a data store takes to replay the writes of its primary. */
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
  readonly instances: {
    /** Least number, 1 or more. */
    readonly min: number;
    /** Largest number; equal to `min` without autoscaling. */
    readonly max: number;
  };
  /** Worker processes of an instance; each has a base load of its own. */
  readonly workersPerInstance: number;
  /** Evidence of the supply. */
  readonly evidence: Evidence;
  /** How the supply is computed, or the source of the limit. */
  readonly basis: SupplyBasis;
  /** Memory for pages of data, MiB: reads of these pages do not use the storage. Absent: all reads use it. */
  readonly cachedMib?: number;
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
  readonly withoutLimit: readonly {
    /** Id of the component. */
    readonly component: string;
    /** Why it limits no operation. */
    readonly reason: NoLimitReason;
  }[];
}
