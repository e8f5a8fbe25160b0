import type { UsageQuantity } from '../contract/usage';
import type { Interval } from '../core/interval';
import type { Measure } from '../model/alarm';
import type { PoolerLimits } from '../model/database';
import type { GpuModel, Options, Region } from '../model/options';
import type { Regions } from '../model/regions';
import type { ServicePort } from '../model/service';
import type { Contradiction, Published } from '../model/tier';
import type { Workload } from '../model/workload';
import type { Rejection } from '../selection/choice';
import type { ChosenReason, Requirement } from '../selection/choice-reasons';

/**
 * A blueprint: one tier of one system with its options, validated and resolved. Instance types are chosen, counts
 * are fixed, quantities of use are derived. Frozen plain data that a stack or a chart is made of.
 */
export interface Blueprint {
  readonly system: { readonly id: string; readonly name: string; readonly source: string };
  readonly tier: { readonly id: string; readonly description: string };
  readonly options: ResolvedOptions;
  /** `<system>-<environment>`: the tier is not in it, so that moving to another tier updates the same stack. */
  readonly stackName: string;
  readonly network: ResolvedNetwork;
  /** Absent: one region. */
  readonly regions?: ResolvedRegions;
  /** What stands by in the other regions, in the order in which it takes over; absent: nothing. */
  readonly standbys?: readonly Blueprint[];
  /** Present on what stands by for another region. */
  readonly standsBy?: { readonly primary: Region /** 1 takes over first. */; readonly rank: number };
  /** By component id, in the order of the tier. */
  readonly components: Readonly<Record<string, ResolvedComponent>>;
  /** Ids of node pools that other tiers and options of the system have: the stack keeps them without machines. */
  readonly idlePools: readonly string[];
  readonly workload: Workload;
  /** Quantities of use that the bill needs and no template holds. */
  readonly usage: readonly UsageQuantity[];
  /** For every chosen instance type: what was asked, what was chosen, what was rejected and why. */
  readonly choices: readonly InstanceChoice[];
  /** From where on people are told, by measure: for all components first, then for those that have levels of their own. */
  readonly alarms: readonly ResolvedAlarm[];
  readonly published: Published;
  /** What the tier's parts add up to, beside the machine of the document. */
  readonly parts: readonly PartsSum[];
  readonly contradictions: readonly Contradiction[];
  /** What this form of the tier lacks, in words: the price of the single host. */
  readonly tradeOffs: readonly string[];
  /** Where the options were bent to what the region has: which GPU stands in for another. */
  readonly warnings: readonly string[];
}

/** The options after the tier's own defaults: nothing that a stack needs is left open. */
export type ResolvedOptions = Required<Omit<Options, LeftOpen>> & Pick<Options, LeftOpen>;

/** What a stack can be without; `dataStores` and `entry` are choices of clusters, and absent on ECS. */
type LeftOpen = 'certificate' | 'domain' | 'budget' | 'databaseStorageGib' | 'dataStores' | 'entry';

export interface ResolvedNetwork {
  readonly region: Region;
  /** Three zones, the same in every tier. */
  readonly zones: readonly [string, string, string];
  readonly natGateways: number;
}

/** The other regions of a tier that outlives the loss of one. */
export interface ResolvedRegions extends Omit<Regions, 'preference' | 'secondaries'> {
  /** In the order in which they take over. */
  readonly secondaries: readonly Region[];
  /**
   * Seconds until clients are sent elsewhere: failed health checks in a row, then the record's life in resolvers.
   * What then takes over is to be added: promoting a database replica, starting services.
   */
  readonly detectionSeconds: number;
  readonly recovery: Recovery;
}

/** What the document promises for the loss of a region, beside what the templates can deliver. */
export interface Recovery {
  /** Time until the service is back. */
  readonly rto: RecoveryCheck;
  /** Work that may be lost. */
  readonly rpo: RecoveryCheck;
}

export interface RecoveryCheck {
  /** Absent: the document promises nothing. */
  readonly publishedSeconds?: number;
  /** What adds up to what can be delivered. */
  readonly parts: readonly { readonly what: string; readonly seconds: Interval }[];
  readonly seconds: Interval;
  /** `met`: even at the slow end. `at-best`: at the fast end alone. */
  readonly verdict: 'met' | 'at-best' | 'missed' | 'nothing promised';
}

export type ResolvedComponent =
  | ResolvedService
  | ResolvedNodePool
  | ResolvedDatabase
  | ResolvedCache
  | ResolvedLoadBalancer
  | ResolvedBucket
  | ResolvedQueue
  | ResolvedCdn
  | ResolvedExternal
  | ResolvedDocumentStore
  | ResolvedVectorStore;

/** How many copies: autoscaling's bounds, and what the expected load needs. */
export interface InstanceCounts {
  readonly min: number;
  readonly expected: number;
  readonly max: number;
}

export interface ResolvedService {
  readonly kind: 'service';
  readonly id: string;
  readonly instances: InstanceCounts;
  /** vCPU of one instance. On Fargate, the vCPU of a Fargate size. */
  readonly vcpu: number;
  readonly memoryMib: number;
  readonly workers: number;
  readonly ports: readonly ServicePort[];
  readonly healthPath?: string;
  readonly gpus: number;
  /** Disk of one instance that does not outlive it; 0: what its machine has. */
  readonly scratchGib: number;
  /** Id of the node pool that it runs on; absent on Fargate. */
  readonly pool?: string;
  readonly scaling: { readonly cpuPercent?: number; readonly memoryPercent?: number; readonly queueDepthPerInstance?: number };
  /** Ids of the components that it talks to. */
  readonly uses: readonly string[];
  /** Id of the queue that it works on. */
  readonly worksOn?: string;
  readonly databasePool: number;
}

export interface ResolvedNodePool {
  readonly kind: 'node-pool';
  readonly id: string;
  /** Absent on kubernetes, where Karpenter chooses within `requirements`. */
  readonly instanceType?: string;
  readonly architecture: 'amd64' | 'arm64';
  /** Absent on kubernetes. */
  readonly nodes?: InstanceCounts;
  /** Present on eks and kubernetes. */
  readonly requirements?: NodeRequirements;
  readonly gpu?: { readonly model: GpuModel; readonly count: number };
  readonly rootDiskGib: number;
  /** In public subnets with public addresses, because the tier has no NAT gateway. */
  readonly publicAddresses: boolean;
  /** The single machine of the single-host topology: a data volume, a fixed address and no load balancer. */
  readonly singleHost?: { readonly dataVolumeGib: number };
  /** Size of the volume of a pool that a data store runs in: one machine in the first zone, which attaches it. */
  readonly dataVolumeGib?: number;
}

/** What Karpenter may choose machines from, and how many of them together. */
export interface NodeRequirements {
  /** Instance families that have a list price in the region and the processors and GPUs that the pool needs, sorted. */
  readonly families: readonly string[];
  /** Whether burstable families are among them. */
  readonly burstable: boolean;
  /** The only type, where the tier names one. */
  readonly instanceType?: string;
  /** Whether data stores run here: their machines are not consolidated while they work, and never spot. */
  readonly holdsData: boolean;
  /** Of all machines together: what its workloads ask for at their most, and room for system pods and rolling updates. */
  readonly limits: { readonly vcpu: number; readonly memoryGib: number; readonly gpus: number };
}

/** Form of a data store in a cluster: objects of our own, or a custom resource that an operator carries out. */
export type ContainerForm = 'statefulset' | 'operator';

export interface ResolvedDatabase {
  readonly kind: 'database';
  readonly id: string;
  readonly deployment: 'managed' | 'container';
  /** In a cluster: who runs it. */
  readonly form?: ContainerForm;
  readonly engine: 'mysql' | 'mariadb' | 'postgres';
  /** `8.4` of MySQL: the minor version is the provider's choice. */
  readonly engineVersion: string;
  readonly port: number;
  /** RDS instance class such as `db.m6g.large`; in a container its reservation below counts. */
  readonly instanceClass?: string;
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly storageGib: number;
  readonly multiAz: boolean;
  readonly readReplicas: number;
  readonly maxConnections: number;
  /** Server variables derived from the size, as the engine spells them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly backupRetentionDays: number;
  readonly pooler: 'none' | 'rds-proxy' | 'pgbouncer';
  /** What the pooler admits and opens at most, where the tier says so. */
  readonly poolerLimits?: PoolerLimits;
  /** Id of the node pool, when it runs in a container. */
  readonly pool?: string;
  /** The server has a name of its own, so that other regions can name it: in all tiers of a system of which one has several. */
  readonly fixedName?: boolean;
  /** Regions that read its credentials too. */
  readonly replicaRegions?: readonly Region[];
  /** A replica of the same component's server in another region; an alarm tells when it is further behind. */
  readonly replicaOf?: { readonly region: Region; readonly alarmLagSeconds?: number };
}

export interface ResolvedCache {
  readonly kind: 'cache';
  readonly id: string;
  readonly deployment: 'managed' | 'container';
  /** In a cluster: who runs it. */
  readonly form?: ContainerForm;
  readonly engine: 'redis' | 'valkey';
  readonly engineVersion: string;
  readonly topology: 'single' | 'replicated' | 'cluster';
  readonly port: number;
  readonly nodeType?: string;
  readonly memoryGib: number;
  readonly shards: number;
  readonly replicasPerShard: number;
  readonly snapshotRetentionDays: number;
  readonly pool?: string;
}

export interface ResolvedLoadBalancer {
  readonly kind: 'load-balancer';
  readonly id: string;
  readonly type: 'application' | 'network';
  readonly target: string;
  /** ACM certificate of an application load balancer; without it, HTTP. */
  readonly certificate?: string;
}

export interface ResolvedBucket {
  readonly kind: 'bucket';
  readonly id: string;
  readonly infrequentAccessAfterDays?: number;
  /** Regions that its files are copied to. */
  readonly copiedTo?: readonly Region[];
  /** It is the copy of the same component's files in another region. */
  readonly copyOf?: Region;
}

export interface ResolvedQueue {
  readonly kind: 'queue';
  readonly id: string;
  readonly deployment: 'managed' | 'container';
  /** In a cluster: who runs it. */
  readonly form?: ContainerForm;
  /** Id of the node pool, when it runs in a container. */
  readonly pool?: string;
  readonly visibilitySeconds: number;
  readonly maxReceives: number;
}

export interface ResolvedCdn {
  readonly kind: 'cdn';
  readonly id: string;
  readonly origin: string;
}

export interface ResolvedExternal {
  readonly kind: 'external';
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: Interval;
  readonly unitPriceUsd: { readonly low: number; readonly high: number };
  readonly source: string;
  readonly asOf: string;
}

export interface ResolvedDocumentStore {
  readonly kind: 'document-store';
  readonly id: string;
  readonly deployment: 'managed' | 'container';
  /** In a cluster: who runs it. */
  readonly form?: ContainerForm;
  readonly port: number;
  readonly instanceClass?: string;
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly storageGib: number;
  readonly shards: number;
  readonly replicasPerShard: number;
  readonly backupRetentionDays: number;
  readonly pool?: string;
}

export interface ResolvedVectorStore {
  readonly kind: 'vector-store';
  readonly id: string;
  /** In a cluster: who runs it. */
  readonly form?: ContainerForm;
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly storageGib: number;
  readonly port: number;
  readonly pool?: string;
}

/** The choice of an instance type, as data: the report words it. */
export interface InstanceChoice {
  /** Id of the component that the type is for. */
  readonly component: string;
  /** What the type had to provide. */
  readonly requirement: Requirement;
  /** The instance type. */
  readonly chosen: string;
  /** Why it was chosen. */
  readonly because: ChosenReason;
  /** The types that were not chosen, by reason, with its numbers. */
  readonly rejected: readonly Rejection[];
}

/** Levels in the unit of the measure: see MEASURES. */
export interface ResolvedAlarm {
  readonly measure: Measure;
  /** Absent: all components that have no levels of their own. */
  readonly component?: string;
  readonly warning: number;
  readonly critical: number;
  /** How long it lasts before anybody is told. */
  readonly forMinutes: number;
  readonly source: string;
}

export interface PartsSum {
  readonly what: 'vcpu' | 'memory' | 'storage';
  readonly unit: 'vCPU' | 'GiB';
  /** The components' sum. */
  readonly sum: number;
  /** What the document gives for the tier. */
  readonly published: { readonly from: number; readonly to: number; readonly orMore: boolean };
  /** Whether the sum is what the document gives; if not, a contradiction says why. */
  readonly adds: boolean;
}
