import type { Interval } from '../core/interval';
import type { ManifestObject } from '../manifests/manifest-object';
import type { ObjectIndex } from './object-index';
import type { NodePool } from './pod-packing/node';
import type { PodGroup } from './pod-packing/pod-group';

/** Pods that an object makes, and how many: at least, under the expected load, at most. */
export interface PodDemand {
  /** The pods, which are all alike. */
  readonly group: PodGroup;
  /** Number of pods. */
  readonly replicas: Interval;
}

/** Where a volume is kept. */
export type Storage =
  | { readonly kind: 'ebs'; readonly type: string; readonly iops?: number; readonly throughputMbps?: number }
  | { readonly kind: 'efs' }
  | { readonly kind: 'free'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Volumes that are alike. */
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

/** A load balancer that a controller makes. */
export interface BalancerDemand {
  /** Type of the load balancer. */
  readonly type: 'application' | 'network';
  /** Whether it has public addresses. */
  readonly isPublic: boolean;
  /** Conditions of requests that lead to different pods, where the balancer tells them apart. */
  readonly rules: number;
}

/** A pool of Karpenter, with the disks of its nodes. */
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

/** What an object means for the bill. Nothing at all is no answer: then it says why it costs nothing, or that nobody knows. */
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
  /** Whether it keeps snapshots of volumes: how many gigabytes of them, only a declaration can say. */
  readonly keepsSnapshots?: boolean;
  /** Why it costs nothing itself. */
  readonly free?: string;
  /** What nobody can price of it. */
  readonly unpriced?: readonly string[];
}

/** What a reader may ask. */
export interface ReaderContext {
  /** All objects that are applied together. */
  readonly index: ObjectIndex;
  /** Zones that load balancers and nodes are in. */
  readonly zones: readonly string[];
  /** Declared number of a component's pods under the expected load; undefined when nobody declared it. */
  expectedCount(object: ManifestObject): number | undefined;
  /** Says once what the reader took for granted. */
  warn(text: string): void;
}

/** What one kind of objects means for the bill. One file a kind or family of kinds, one line in the list. */
export interface ObjectReader {
  /** Group and kind: `apps/Deployment`; the core group is empty: `/Service`. */
  readonly kinds: readonly string[];
  /** The demand of an object of these kinds. */
  read(object: ManifestObject, context: ReaderContext): ObjectDemand;
}
