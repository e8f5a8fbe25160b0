import type { FreeReason } from '../core/free-reason';
import type { Interval } from '../core/interval';
import type { ManifestObject } from '../manifests/manifest-object';
import type { ClusterWarning } from './cluster-warning';
import type { ObjectIndex } from './object-index';
import type { ObjectProblem, StorageProblem } from './object-problem';
import type { NodePool } from './pod-packing/node';
import type { PodGroup } from './pod-packing/pod-group';
import type { RequestDefaults } from './pod-requests';
import type { WorkloadRecommendation } from './recommended-requests';
import type { RequestOrigins } from './request-origins';

/** Pods that an object creates. */
export interface PodDemand {
  /** The pods, which are identical. */
  readonly group: PodGroup;
  /** Number of pods: minimum, under the expected load, maximum. */
  readonly replicas: Interval;
}

/** Storage of a volume. */
export type Storage =
  | {
      readonly kind: 'ebs';
      /** EBS volume type. */
      readonly type: string;
      /** Provisioned IOPS. Absent: the default of the type. */
      readonly iops?: number;
      /** IOPS for each GiB of a volume, where the class states them instead of `iops`. */
      readonly iopsPerGib?: number;
      /** Provisioned throughput, MB/s. Absent: the default of the type. */
      readonly throughputMbps?: number;
    }
  | { readonly kind: 'efs' }
  | {
      readonly kind: 'free';
      /** Why the volume has no charge. */
      readonly reason: FreeReason;
    }
  | {
      readonly kind: 'unknown';
      /** Why its price is unknown. */
      readonly problem: StorageProblem;
    };

/** Identical volumes. */
export interface VolumeDemand {
  /** Name of the claim or volume. */
  readonly name: string;
  /** Size of one volume, GiB. */
  readonly sizeGib: number;
  /** Number of volumes. */
  readonly count: Interval;
  /** Type of the storage. */
  readonly storage: Storage;
}

/** A load balancer that a controller creates. */
export interface BalancerDemand {
  /** Type of the load balancer. */
  readonly type: 'application' | 'network';
  /** Whether it has public addresses. */
  readonly isPublic: boolean;
  /** Number of public addresses of a public one: its manifest lists subnets or addresses. Default: one in each zone. */
  readonly addresses?: number;
  /** Number of rules that route requests to different pods. Absent: the load balancer has no rules. */
  readonly rules: number;
}

/** A NodePool of Karpenter, with the disks of its nodes. */
export interface PoolDemand {
  /** The pool. */
  readonly pool: NodePool;
  /** Disks of each node. */
  readonly disks: readonly Disk[];
  /** Whether nodes may be spot capacity. */
  readonly isSpot: boolean;
}

/** A disk that every node of a pool has. */
export interface Disk {
  /** EBS volume type. */
  readonly type: string;
  /** Size, GiB. */
  readonly sizeGib: number;
  /** Provisioned IOPS. Absent: the default of the type. */
  readonly iops?: number;
  /** Provisioned throughput, MB/s. Absent: the default of the type. */
  readonly throughputMbps?: number;
}

/** The demand of an object on the cluster. An object without demand must have a reason in `free` or in `unpriced`. */
export interface ObjectDemand {
  /** Pods that it creates. */
  readonly pods?: readonly PodDemand[];
  /** Pods that every node runs. */
  readonly daemons?: readonly PodGroup[];
  /** Volumes that it creates. */
  readonly volumes?: readonly VolumeDemand[];
  /** Load balancers that it creates. */
  readonly balancers?: readonly BalancerDemand[];
  /** Node pools that it defines. */
  readonly pools?: readonly PoolDemand[];
  /** Where the requests of the containers of its pods come from. Absent: it creates no pods. */
  readonly origins?: RequestOrigins;
  /** Whether it stores snapshots of volumes, whose size must be declared. */
  readonly storesSnapshots?: boolean;
  /** Reason why it costs nothing itself. */
  readonly free?: FreeReason;
  /** Reasons why it, or a part of it, cannot be priced. */
  readonly unpriced?: readonly ObjectProblem[];
}

/** The other objects and the declared usage, for readers. */
export interface ReaderContext {
  /** All objects that are applied together. */
  readonly index: ObjectIndex;
  /** Availability Zones of load balancers and nodes. */
  readonly zones: readonly string[];
  /** Recommended requests of workloads, for containers for which the manifests state none. Default: none. */
  readonly recommendations?: readonly WorkloadRecommendation[];
  /** Requests of containers for which neither the manifests nor a recommendation state any. Default: none. */
  readonly defaultRequests?: RequestDefaults;
  /** Declared number of a component's pods under the expected load; undefined when none is declared. */
  expectedCount(object: ManifestObject): number | undefined;
  /** Adds an assumption of the reader to the warnings, unless it is there already. */
  warn(warning: ClusterWarning): void;
}

/** Reads the demand of objects. One file for each kind or family of kinds, one line in the list. */
export interface ObjectReader {
  /** Group and kind: `apps/Deployment`; the core group is empty: `/Service`. */
  readonly kinds: readonly string[];
  /** The demand of an object of these kinds. */
  read(object: ManifestObject, context: ReaderContext): ObjectDemand;
}
