import type { Interval } from '../core/interval';
import type { PoolerLimits } from '../model/database';
import type { GpuModel, Region } from '../model/options';
import type { ServicePort, ServiceScaling } from '../model/service';

/** A component with its instance types and counts. */
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

/** Number of instances: the bounds of autoscaling, and the number for the expected load. */
export interface InstanceCounts {
  /** Minimum. */
  readonly min: number;
  /** Under the expected load. */
  readonly expected: number;
  /** Maximum. */
  readonly max: number;
}

/** The proxy that ECS adds to each task with Service Connect. */
export interface ServiceConnectProxy {
  /** vCPU that the proxy reserves. */
  readonly vcpu: number;
  /** Memory that the proxy reserves, MiB. */
  readonly memoryMib: number;
}

/** A service. */
export interface ResolvedService {
  /** Kind of the component. */
  readonly kind: 'service';
  /** Id of the component. */
  readonly id: string;
  /** Number of instances. */
  readonly instances: InstanceCounts;
  /** Number of vCPUs of one instance; on Fargate one of its sizes, without the proxy. */
  readonly vcpu: number;
  /** Memory of one instance in MiB, without the proxy. */
  readonly memoryMib: number;
  /** Proxy of each task, in addition to `vcpu` and `memoryMib`; absent: the service is not in Service Connect. */
  readonly proxy?: ServiceConnectProxy;
  /** Worker processes in one instance. */
  readonly workers: number;
  /** Ports that the service listens on. */
  readonly ports: readonly ServicePort[];
  /** HTTP path of the health check; absent: none. */
  readonly healthPath?: string;
  /** GPUs that one instance reserves. */
  readonly gpus: number;
  /** Ephemeral disk of one instance in GiB; 0: no more than its node provides. */
  readonly scratchGib: number;
  /** Id of the node pool; absent on Fargate. */
  readonly pool?: string;
  /** Targets of autoscaling; empty: none. */
  readonly scaling: ServiceScaling;
  /** Ids of the components that it connects to. */
  readonly uses: readonly string[];
  /** Id of the queue whose messages it processes; absent: none. */
  readonly worksOn?: string;
  /** Maximum number of database connections of one instance; 0: no database. */
  readonly databasePool: number;
}

/** GPUs of one node. */
export interface NodeGpu {
  /** Model. */
  readonly model: GpuModel;
  /** Number of GPUs. */
  readonly count: number;
}

/** The host of the single-host topology. */
export interface SingleHost {
  /** Size of the data volume in GiB. */
  readonly dataVolumeGib: number;
  /** Services whose ports the host opens to clients: the targets of the load balancers that the tier has otherwise. */
  readonly entries: readonly string[];
}

/** A node pool. */
export interface ResolvedNodePool {
  /** Kind of the component. */
  readonly kind: 'node-pool';
  /** Id of the component. */
  readonly id: string;
  /** Instance type; absent on kubernetes, where Karpenter chooses one that meets `requirements`. */
  readonly instanceType?: string;
  /** CPU architecture of the nodes. */
  readonly architecture: 'amd64' | 'arm64';
  /** Number of nodes; absent on kubernetes. */
  readonly nodes?: InstanceCounts;
  /** Requirements on the nodes that Karpenter starts; present on eks and kubernetes. */
  readonly requirements?: NodeRequirements;
  /** GPU model and number of GPUs of one node; absent: none. */
  readonly gpu?: NodeGpu;
  /** Root disk of one node in GiB. */
  readonly rootDiskGib: number;
  /** Whether nodes are in public subnets with public addresses, because the tier has no NAT gateway. */
  readonly publicAddresses: boolean;
  /** Present for the host of the single-host topology, with the size of its data volume in GiB. */
  readonly singleHost?: SingleHost;
  /** Size in GiB of the volume of a data store; the pool is one node in the first zone, which attaches it. Absent: no data store. */
  readonly dataVolumeGib?: number;
  /** EBS snapshot that the data volume is created from; absent: an empty volume. */
  readonly restoreFrom?: string;
}

/** Requirements on the nodes that Karpenter starts, and their limits. */
export interface NodeRequirements {
  /** Instance families that the region sells, with the architecture and GPUs that the pool needs, sorted. */
  readonly families: readonly string[];
  /** Whether burstable families are allowed. */
  readonly burstable: boolean;
  /** The only type, if the tier names one; absent: any that meets the requirements. */
  readonly instanceType?: string;
  /** Whether data stores run here: then nodes are not consolidated while in use, and never spot instances. */
  readonly holdsData: boolean;
  /** Limits of all nodes together: the requests of all pods at their maximum, with room for system pods and rolling updates. */
  readonly limits: NodeLimits;
}

/** Limits of all nodes of a pool together. */
export interface NodeLimits {
  /** vCPUs. */
  readonly vcpu: number;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** GPUs. */
  readonly gpus: number;
}

/** Form of a data store in a cluster: a StatefulSet of this package, or a custom resource of an operator. */
export type ContainerForm = 'statefulset' | 'operator';

/** The server in another region that a server is a replica of. */
export interface ReplicaSource {
  /** Region of the primary server. */
  readonly region: Region;
  /** Lag in seconds at which an alarm fires; absent: no alarm. */
  readonly alarmLagSeconds?: number;
}

/** A relational database. */
export interface ResolvedDatabase {
  /** Kind of the component. */
  readonly kind: 'database';
  /** Id of the component. */
  readonly id: string;
  /** Managed by AWS, or in a container. */
  readonly deployment: 'managed' | 'container';
  /** Form in a cluster; absent on ECS and where AWS manages it. */
  readonly form?: ContainerForm;
  /** Engine. */
  readonly engine: 'mysql' | 'mariadb' | 'postgres';
  /** Major version such as `8.4`; the provider chooses the minor version. */
  readonly engineVersion: string;
  /** TCP port. */
  readonly port: number;
  /** RDS instance class such as `db.m6g.large`; absent in a container. */
  readonly instanceClass?: string;
  /** Number of vCPUs. */
  readonly vcpu: number;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** Storage in GiB. */
  readonly storageGib: number;
  /** Provisioned IOPS of the storage; absent: those that it includes, and in a container. */
  readonly iops?: number;
  /** Whether a standby runs in another zone. */
  readonly multiAz: boolean;
  /** Number of read replicas. */
  readonly readReplicas: number;
  /** Maximum number of connections that the server is configured for. */
  readonly maxConnections: number;
  /** Server parameters by name, derived from the size or set by the tier. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Days that backups are retained. */
  readonly backupRetentionDays: number;
  /** Connection pooler in front of the server. */
  readonly pooler: 'none' | 'rds-proxy' | 'pgbouncer';
  /** Connections of the pooler; absent: derived from `maxConnections`. */
  readonly poolerLimits?: PoolerLimits;
  /** Id of the node pool; absent unless it runs in a container. */
  readonly pool?: string;
  /** Whether the server has a fixed name, so that other regions can refer to it: in all tiers of a system with a tier of several regions. */
  readonly fixedName?: boolean;
  /** Regions that the credentials are replicated to. */
  readonly replicaRegions?: readonly Region[];
  /** Present if the server is a replica of one in another region, with the lag in seconds at which an alarm fires. */
  readonly replicaOf?: ReplicaSource;
  /** Whether its deletion protection is off before a move that removes it. Absent: as the options define. */
  readonly isUnprotected?: true;
  /** RDS snapshot that the instance is created from; absent: an empty database. */
  readonly restoreFrom?: string;
}

/** An in-memory data store. */
export interface ResolvedCache {
  /** Kind of the component. */
  readonly kind: 'cache';
  /** Id of the component. */
  readonly id: string;
  /** Managed by AWS, or in a container. */
  readonly deployment: 'managed' | 'container';
  /** Form in a cluster; absent on ECS and where AWS manages it. */
  readonly form?: ContainerForm;
  /** Engine. */
  readonly engine: 'redis' | 'valkey';
  /** Version of the engine. */
  readonly engineVersion: string;
  /** One node, one primary with replicas, or shards. */
  readonly topology: 'single' | 'replicated' | 'cluster';
  /** TCP port. */
  readonly port: number;
  /** Node type, such as `cache.m6g.large`; absent in containers. */
  readonly nodeType?: string;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** Number of shards. */
  readonly shards: number;
  /** Replicas of each shard. */
  readonly replicasPerShard: number;
  /** Days that snapshots are retained; 0: none. */
  readonly snapshotRetentionDays: number;
  /** Id of the node pool; absent where AWS manages it. */
  readonly pool?: string;
  /** ElastiCache snapshot that the replication group is created from; absent: an empty cache. */
  readonly restoreFrom?: string;
}

/** A load balancer. */
export interface ResolvedLoadBalancer {
  /** Kind of the component. */
  readonly kind: 'load-balancer';
  /** Id of the component. */
  readonly id: string;
  /** `application` for HTTP, `network` for TCP and UDP. */
  readonly type: 'application' | 'network';
  /** Component id of the service behind it. */
  readonly target: string;
  /** Whether requests of a client return to the same instance; only of an application load balancer. */
  readonly stickySessions: boolean;
  /** Seconds without data after which a connection is closed; only of an application load balancer. */
  readonly idleTimeoutSeconds: number;
  /** ARN of the ACM certificate of an application load balancer; absent: HTTP without TLS. */
  readonly certificate?: string;
}

/** Object storage. */
export interface ResolvedBucket {
  /** Kind of the component. */
  readonly kind: 'bucket';
  /** Id of the component. */
  readonly id: string;
  /** Days after which objects move to infrequent access; absent: never. */
  readonly infrequentAccessAfterDays?: number;
  /** Regions that its objects are replicated to. */
  readonly copiedTo?: readonly Region[];
  /** Region of the bucket that this one is a replica of. Absent: it is not a replica. */
  readonly copyOf?: Region;
  /** Name of the existing bucket that the stack takes over; absent: a new bucket. */
  readonly restoreFrom?: string;
}

/** A message queue. */
export interface ResolvedQueue {
  /** Kind of the component. */
  readonly kind: 'queue';
  /** Id of the component. */
  readonly id: string;
  /** Managed by AWS, or in a container. */
  readonly deployment: 'managed' | 'container';
  /** Form in a cluster; absent on ECS and where AWS manages it. */
  readonly form?: ContainerForm;
  /** Id of the node pool; absent unless it runs in a container. */
  readonly pool?: string;
  /** Visibility timeout in seconds. */
  readonly visibilitySeconds: number;
  /** Deliveries before a message moves to the dead-letter queue. */
  readonly maxReceives: number;
}

/** A content delivery network. */
export interface ResolvedCdn {
  /** Kind of the component. */
  readonly kind: 'cdn';
  /** Id of the component. */
  readonly id: string;
  /** Component id of the bucket. */
  readonly origin: string;
}

/** A price with its ends, in US dollars. */
export interface PriceRange {
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
}

/** A service of another provider. */
export interface ResolvedExternal {
  /** Kind of the component. */
  readonly kind: 'external';
  /** Id of the component. */
  readonly id: string;
  /** Name in the estimate. */
  readonly name: string;
  /** The unit that is charged. */
  readonly unit: string;
  /** Units per month. */
  readonly quantity: Interval;
  /** Price of one unit per month in US dollars. */
  readonly unitPriceUsd: PriceRange;
  /** Source of the price. */
  readonly source: string;
  /** Date of the price, ISO 8601. */
  readonly asOf: string;
}

/** A document database. */
export interface ResolvedDocumentStore {
  /** Kind of the component. */
  readonly kind: 'document-store';
  /** Id of the component. */
  readonly id: string;
  /** Managed by AWS, or in a container. */
  readonly deployment: 'managed' | 'container';
  /** Form in a cluster; absent on ECS and where AWS manages it. */
  readonly form?: ContainerForm;
  /** TCP port. */
  readonly port: number;
  /** Instance class; absent in containers. */
  readonly instanceClass?: string;
  /** Number of vCPUs. */
  readonly vcpu: number;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** Storage in GiB. */
  readonly storageGib: number;
  /** Number of shards. */
  readonly shards: number;
  /** Replicas of each shard. */
  readonly replicasPerShard: number;
  /** Days that backups are retained. */
  readonly backupRetentionDays: number;
  /** Id of the node pool; absent where AWS manages it. */
  readonly pool?: string;
  /** Shards that may have deletion protection, the first ones; absent: all. */
  readonly protectedShards?: number;
  /** Cluster snapshots that the shards are created from, one each; absent: empty shards. */
  readonly restoreFrom?: readonly string[];
}

/** A vector index. */
export interface ResolvedVectorStore {
  /** Kind of the component. */
  readonly kind: 'vector-store';
  /** Id of the component. */
  readonly id: string;
  /** Form in a cluster; absent on ECS and where AWS manages it. */
  readonly form?: ContainerForm;
  /** Number of vCPUs. */
  readonly vcpu: number;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** Proxy of its task, in addition to `vcpu` and `memoryGib`; absent: it is not in Service Connect. */
  readonly proxy?: ServiceConnectProxy;
  /** Storage in GiB. */
  readonly storageGib: number;
  /** TCP port. */
  readonly port: number;
  /** Id of the node pool; absent where AWS manages it. */
  readonly pool?: string;
}
