/**
 * Types of the files that people write: systems, tiers and options before defaults are filled in. Written by `npm run schemas` from the
 * schemas in this folder, because the compiler does not carry the descriptions of a schema into the types that it infers.
 * Do not edit.
 */

/** The choices that are independent of the tier. */
export interface OptionsInput {
  /** AWS region; default: us-east-1. */
  readonly region?: 'us-east-1' | 'us-west-2' | 'eu-west-1' | 'eu-central-1' | 'ap-southeast-1';
  /** Name of the environment, which is part of the stack name; default: dev. */
  readonly environment?: string;
  /**
   * Platform of the services: ECS, EKS with managed data stores, or Kubernetes manifests for any cluster; default: that of the
   * definition, otherwise ecs.
   */
  readonly platform?: 'ecs' | 'eks' | 'kubernetes';
  /**
   * Compute of ECS services: EC2 node pools or Fargate; default: that of the definition, otherwise fargate for tiers whose
   * services have no node pool, and ec2 for all others.
   */
  readonly compute?: 'ec2' | 'fargate';
  /** Managed services, or one host that runs all components (tiers with `singleHost`); default: managed. */
  readonly topology?: 'managed' | 'single-host';
  /**
   * How data stores run: managed by AWS, as StatefulSets, or by operators; default on kubernetes: operator if a tier of the
   * system has high availability, else statefulset.
   */
  readonly dataStores?: 'managed' | 'statefulset' | 'operator';
  /** Entry point of HTTP traffic in a cluster: Gateway API, or an Ingress of the AWS Load Balancer Controller; default: gateway. */
  readonly entry?: 'gateway' | 'ingress';
  /** GPU model of the services that have no model of their own; default: as the tier defines. */
  readonly gpu?: 'none' | 't4' | 'a10g' | 'l4' | 'a100';
  /** CPU architecture of nodes and containers; data stores use the cheaper one; default: amd64. */
  readonly architecture?: 'amd64' | 'arm64';
  /** Database standby in another zone; default: as the tier defines. */
  readonly highAvailability?: boolean | 'true' | 'false';
  /** Engine of the cache; default: as the tier defines. */
  readonly cacheEngine?: 'redis' | 'valkey';
  /** Read replicas of the database; default: as the tier defines. */
  readonly readReplicas?: number | string;
  /** Database storage in GiB if the database already has more than the tier, because it cannot shrink; default: as the tier defines. */
  readonly databaseStorageGib?: number | string;
  /**
   * Data volume of data stores in containers on an instance, in GiB, if the volume already has more than the tier, because it
   * cannot shrink; default: as the tier defines.
   */
  readonly dataVolumeGib?: number | string;
  /**
   * Instance type and maximum number of instances of node pools while services move between tiers, such as nodes:m6i.large:16,
   * separated by commas (platform=ecs); never fewer instances than the tier requires of that type; `sizing move` prints it for a
   * step before the last; default: as the tier defines.
   */
  readonly poolInstances?: string;
  /**
   * Number of shards of managed caches before a move between tiers, such as cache:3, separated by commas; the node type stays
   * that of the tier; `sizing move` prints it for a step before the last; default: as the tier defines.
   */
  readonly cacheShards?: string;
  /**
   * Number of shards of managed document stores that have deletion protection before a move to fewer shards, such as documents:1,
   * separated by commas; `sizing move` prints it for a step before the last; default: all, as deletionProtection defines.
   */
  readonly protectedShards?: string;
  /**
   * Managed databases without deletion protection before a move that removes them, such as users, separated by commas; `sizing
   * move` prints it for a step before the last; default: none, as deletionProtection defines.
   */
  readonly unprotectedDatabases?: string;
  /** Name of the cluster that the manifests are applied to (platform=kubernetes); default: the name of the stack. */
  readonly clusterName?: string;
  /**
   * Name of the IAM role of the nodes that Karpenter creates (platform=kubernetes); default: `KarpenterNodeRole-<cluster name>`,
   * as in the guide of Karpenter.
   */
  readonly nodeRole?: string;
  /**
   * Tag of the subnets and security groups of the nodes that Karpenter creates (platform=kubernetes); default:
   * `karpenter.sh/discovery=<cluster name>`, as in the guide of Karpenter.
   */
  readonly discoveryTag?: string;
  /**
   * NAT gateways of the VPC (platform=ecs and eks); with at least one, instances and tasks are in private subnets, and the API
   * endpoint of an EKS cluster is private; a change from or to 0 moves instances and tasks to other subnets; default: as the tier
   * defines, and at least 1 with platform=eks and where taskNetwork is awsvpc.
   */
  readonly natGateways?: number | string;
  /**
   * Network mode of the tasks of HTTP services and workers on EC2 node pools (platform=ecs): bridge, in which services of a pool
   * share the security group of its instances, or awsvpc, with a network interface and a security group per task; a change
   * replaces services and target groups; default: awsvpc in systems in which services of a pool differ in the data stores and
   * services that they use, otherwise bridge; with natGateways=0: bridge.
   */
  readonly taskNetwork?: 'bridge' | 'awsvpc';
  /** ACM certificate for HTTPS; for several regions one per region, separated by commas; default: HTTP without TLS. */
  readonly certificate?: string;
  /**
   * Three Availability Zones for the subnets, by id (use1-az1,use1-az2,use1-az4) or by name; set it once per environment, because
   * a change replaces the subnets; with platform=kubernetes the zones of the nodes; default: ids that the data of the region
   * lists, with platform=kubernetes the zones of the subnets of the cluster.
   */
  readonly zones?: string;
  /**
   * Deletion protection of databases, and of EKS clusters with data stores; false for the first deployment, because
   * CloudFormation cannot roll back a failed creation of protected resources, and the CDK cannot repeat it; default: true.
   */
  readonly deletionProtection?: boolean | 'true' | 'false';
  /**
   * Backups that components are created from: `database:<snapshot>`, `cache:<snapshot>`, a data volume `host:<snapshot>` or an
   * existing bucket `files:<bucket>`, separated by commas; must stay set afterwards, because removing it replaces the component
   * with an empty one; default: none.
   */
  readonly restoreFrom?: string;
  /** Route 53 hosted zone for failover between regions; default: no automatic failover (tiers with several regions). */
  readonly domain?: string;
  /**
   * IPv4 ranges that may use TCP and UDP ports, such as the addresses of a SIP trunk, separated by commas; HTTP entry points stay
   * open, and 0.0.0.0/0 is every address; default: private addresses (RFC 1918).
   */
  readonly clientCidrs?: string;
  /**
   * IPv4 ranges that may use the public API endpoint of the EKS cluster, separated by commas (platform=eks); default: none, so
   * that only the VPC has access; with natGateways=0: every address.
   */
  readonly apiCidrs?: string;
  /** Commands in running containers by aws ecs execute-command, with a log of each session (platform=ecs); default: off. */
  readonly ecsExec?: boolean | 'true' | 'false';
  /** Whether stacks refuse to be deleted until the protection is switched off; default: as deletionProtection. */
  readonly terminationProtection?: boolean | 'true' | 'false';
  /** Monthly budget in US dollars; an estimate above it is an error; default: none. */
  readonly budget?: number | string;
}

/** The workload that a tier is required to handle. */
export interface TargetWorkloadInput {
  /** Users with an open session at the same time, which are many more than those who wait for an answer. Default: unknown. */
  readonly concurrentUsers?: AmountInput;
  /** HTTP requests per second at the peak. Default: the usual number for the users. */
  readonly requestsPerSecond?: AmountInput;
  /**
   * Amounts of the operations of the system, by their ids: events per second, open sessions, or a rate such as `600/min`.
   * Default: the usual amounts of the operations.
   */
  readonly operations?: Readonly<Record<string, OperationAmountInput>>;
}

/** A named set of tiers. */
export interface SystemInput {
  /** Id; the first part of the stack name. */
  readonly id: string;
  /** Name in tables and descriptions. Default: the id. */
  readonly name?: string;
  /** The document that the figures are from, with its date. Default: no document. */
  readonly source?: string;
  /** Platform of the services, unless the option `platform` states it. `sizing manifests` reads only the option. Default: `ecs`. */
  readonly platform?: 'ecs' | 'eks' | 'kubernetes';
  /**
   * Compute of the services on ECS, unless the option `compute` states it: `ec2`, the node pools of the tier, or `fargate`.
   * Default: `fargate` in tiers whose services have no node pool, `ec2` in all others.
   */
  readonly compute?: 'ec2' | 'fargate';
  /** Amounts that one unit of use transfers and stores. Default: those of the profile `web`. */
  readonly traffic?: TrafficInput;
  /** Contradictions of the document, shown as footnotes. Default: none. */
  readonly contradictions?: readonly ContradictionInput[];
  /** Operations by id, a plural such as `messages`; `sizing recommend` has a flag of that name. Default: none. */
  readonly operations?: Readonly<Record<string, OperationInput>>;
  /** Demand without any users. Default: none. */
  readonly baseLoads?: readonly BaseLoadInput[];
  /**
   * Maximum utilization of each resource. Default: 70% of processors, writes and networks, whose queues grow with utilization,
   * and 80% of resources that fail when they are exhausted.
   */
  readonly thresholds?: readonly ThresholdInput[];
  /** Operations and components without a limit, with reasons. Default: none; then a missing demand is an error. */
  readonly withoutLimit?: readonly WithoutLimitInput[];
  /** Levels at which operators are notified. Default: derived from thresholds and service levels. */
  readonly alarms?: readonly AlarmInput[];
  /** Workloads that the document says a tier handles. Default: none. */
  readonly scenarios?: readonly ScenarioInput[];
  /** Rules of the document that size resources by users. Default: none. */
  readonly formulas?: readonly FormulaInput[];
  /** How the system degrades under growing load. Default: unknown. */
  readonly degradation?: readonly DegradationPointInput[];
  /** Optimizations that `--with` applies and `recommend --levers` compares. Default: none. */
  readonly levers?: readonly LeverInput[];
  /** Service level objectives. Default: none. */
  readonly serviceLevels?: ServiceLevelsInput;
  /** Tiers, from the smallest to the largest. */
  readonly tiers: readonly TierInput[];
}

/** One size of a system. */
export interface TierInput {
  /** Id, unique in its system. */
  readonly id: string;
  /**
   * Id of the tier whose demands and base loads apply, where operations name tiers. Default: its own id. Set it where the
   * application code is that of another tier.
   */
  readonly countsAs?: string;
  /** The users or the load that the tier is for, in a few words. Default: none. */
  readonly description?: string;
  /** Components by id. Ids stay the same from tier to tier, because they name the resources. */
  readonly components: Readonly<Record<string, ComponentInput>>;
  /** GPU model of the services with `gpus`, and the service that runs only with a GPU. Default: no GPU. */
  readonly gpu?: GpuWorkInput;
  /** The network. Default: one NAT gateway. */
  readonly network?: TierNetworkInput;
  /** Standby regions. Default: one region. */
  readonly regions?: RegionsInput;
  /**
   * Whether the database has a standby in another zone; the option `highAvailability` overrides it. Default: false, because a
   * standby doubles the cost of the database.
   */
  readonly highAvailability?: boolean;
  /** Whether the option `topology=single-host` is offered: all components on one host, data stores in containers. Default: false. */
  readonly singleHost?: boolean;
  /** The workload that the tier is built for. Default: 100 concurrent users, as an example. */
  readonly workload?: WorkloadInput;
  /** Figures that a document publishes for the tier, to compare with. Default: no document. */
  readonly published?: PublishedInput;
}

/** One part of a system. */
export type ComponentInput =
  | ServiceInput
  | NodePoolInput
  | DatabaseInput
  | CacheInput
  | DocumentStoreInput
  | VectorStoreInput
  | LoadBalancerInput
  | BucketInput
  | QueueInput
  | CdnInput
  | ExternalInput;

/** Code that runs in containers. */
export interface ServiceInput {
  /** Code that runs in containers. */
  readonly kind: 'service';
  /** Number of instances: minimum, expected and maximum. */
  readonly instances: InstanceRangeInput;
  /** Number of vCPUs of one instance. */
  readonly vcpu: number;
  /** Memory of one instance in GiB. */
  readonly memoryGib: number;
  /** Worker processes in one instance, for services that fork. Default: one process. */
  readonly workers?: number;
  /** Ports that the service listens on. Default: none. */
  readonly ports?: readonly ServicePortInput[];
  /** HTTP path that returns 200 while the service is healthy. Default: no HTTP health check. */
  readonly healthPath?: string;
  /** Maximum number of database connections of one instance. Default: 0, no database. */
  readonly databasePool?: number;
  /**
   * Component ids that the service connects to. It has network access and permissions for these alone; with its own id, its
   * instances connect to each other. Default: none.
   */
  readonly uses?: readonly string[];
  /** Component id of the queue whose messages the service processes. Default: none. */
  readonly worksOn?: string;
  /** Maximum number of simultaneous voice calls of one instance. Default: calls do not limit it. */
  readonly callsPerInstance?: number;
  /** GPUs that one instance reserves. Above 0, the service needs `gpu`, or the tier needs `gpu.default`. Default: 0. */
  readonly gpus?: number;
  /**
   * GPU model of the service, which the option `gpu` does not override, for a tier with several models. Services with the same
   * model of their own share a node pool. Default: `gpu.default` of the tier.
   */
  readonly gpu?: 't4' | 'a10g' | 'l4' | 'a100';
  /**
   * Targets of autoscaling between the minimum and the maximum number of instances. Default: `cpuPercent: 60`, so that new
   * instances start below the threshold of processors, 70%.
   */
  readonly scaling?: ServiceScalingInput;
  /** Ephemeral disk of one instance in GiB. Default: 0, so that the task has the disk that the node or Fargate provides. */
  readonly scratchGib?: number;
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
}

/** Nodes that services run on. */
export interface NodePoolInput {
  /** Nodes that services run on. */
  readonly kind: 'node-pool';
  /**
   * Component ids of the services that run on the nodes. A data store among them runs in a container with a volume, not as a
   * managed service.
   */
  readonly runs: readonly string[];
  /** Minimum number of nodes. Default: 1; 2 or more survive the loss of one. */
  readonly minNodes?: number;
  /** Whether burstable types (t3, t4g) are allowed. Default: false, because they throttle the CPU without credits. */
  readonly burstable?: boolean;
  /** Instance type to use, such as `m6i.large`. Default: the cheapest that fits. */
  readonly instanceType?: string;
  /** Root disk of one node in GiB, for the operating system and container images. Default: 30, the size of the ECS-optimized AMI. */
  readonly rootDiskGib?: number;
}

/** A relational database. */
export interface DatabaseInput {
  /** A relational database. */
  readonly kind: 'database';
  /** Engine. */
  readonly engine: 'mysql' | 'mariadb' | 'postgres';
  /** Minimum number of vCPUs. */
  readonly vcpu: number;
  /** Minimum memory in GiB. */
  readonly memoryGib: number;
  /**
   * Provisioned storage in GiB. It never shrinks from a tier to a larger one and grows by at least 10%, because RDS cannot do
   * otherwise.
   */
  readonly storageGib: number;
  /**
   * Provisioned reads and writes per second of the storage on RDS, from 400 GiB on. Default: those without a charge: 3,000 below
   * 400 GiB, otherwise 12,000.
   */
  readonly iops?: number;
  /** Number of read replicas; the option `readReplicas` overrides it. Default: 0. */
  readonly readReplicas?: number;
  /**
   * Maximum connections that the document gives. The server is configured for these or for all connections of the services,
   * whichever is more.
   */
  readonly connections?: number;
  /** Whether a standby runs in another zone; the option `highAvailability` overrides it. Default: false. */
  readonly multiAz?: boolean;
  /** Whether burstable classes (db.t3, db.t4g) are allowed. Default: false, because they throttle the CPU without credits. */
  readonly burstable?: boolean;
  /** Instance class to use, such as `db.m6g.large`. Default: the cheapest that has the sizes. */
  readonly instanceClass?: string;
  /** Days that automatic backups are retained. Default: 7. */
  readonly backupRetentionDays?: number;
  /** Connection pooler in front of the database: RDS Proxy, or PgBouncer in a container. Default: `none`. */
  readonly pooler?: 'none' | 'rds-proxy' | 'pgbouncer';
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
  /** Connections of the pooler. Default: the server is configured for all connections that the services may open. */
  readonly poolerLimits?: PoolerLimitsInput;
  /**
   * Server parameters that the document sets, as the parameter group of the engine spells them. They override derived parameters.
   * Default: none.
   */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** An in-memory data store. */
export interface CacheInput {
  /** An in-memory data store. */
  readonly kind: 'cache';
  /** Engine; the option `cacheEngine` overrides it. */
  readonly engine: 'redis' | 'valkey';
  /**
   * One node, one primary with replicas, or shards. Default: `cluster` in every tier, because shards can be added to it online.
   * `single` has `replicasPerShard: 0`.
   */
  readonly topology?: 'single' | 'replicated' | 'cluster';
  /** Data in GiB over all shards, without replicas. */
  readonly memoryGib: number;
  /** Number of shards. Default: 1. */
  readonly shards?: number;
  /** Replicas of each shard. Default: 1, so that a replica with the data takes over from a failed node; 0 saves this node. */
  readonly replicasPerShard?: number;
  /** Whether burstable node types (cache.t3, cache.t4g) are allowed. Default: false, because they throttle the CPU without credits. */
  readonly burstable?: boolean;
  /** Node type to use, such as `cache.m6g.large`. Default: the cheapest that has the memory. */
  readonly nodeType?: string;
  /** Days that snapshots are retained; 0 takes none. Default: 7. */
  readonly snapshotRetentionDays?: number;
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
}

/** A document database with the MongoDB protocol. */
export interface DocumentStoreInput {
  /** A document database with the MongoDB protocol. */
  readonly kind: 'document-store';
  /** Minimum number of vCPUs of one node. */
  readonly vcpu: number;
  /** Minimum memory of one node in GiB. */
  readonly memoryGib: number;
  /** Data in GiB over all shards, without replicas. */
  readonly storageGib: number;
  /** Number of shards. Default: 1. */
  readonly shards?: number;
  /** Replicas of each shard in addition to its primary. Default: 2, one node per zone. */
  readonly replicasPerShard?: number;
  /** Instance class to use, such as `db.r6g.large`. Default: the cheapest that has the sizes. */
  readonly instanceClass?: string;
  /** Days that automatic backups are retained. Default: 7. */
  readonly backupRetentionDays?: number;
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
}

/** A vector index in one container with its own volume. */
export interface VectorStoreInput {
  /** A vector index in one container with its own volume. */
  readonly kind: 'vector-store';
  /** Number of vCPUs. */
  readonly vcpu: number;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** Size of the volume in GiB. */
  readonly storageGib: number;
  /** TCP port. Default: 8000, the port of ChromaDB. */
  readonly port?: number;
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
}

/** The entry point for users. */
export interface LoadBalancerInput {
  /** The entry point for users. */
  readonly kind: 'load-balancer';
  /** `application` for HTTP and WebSocket, `network` for TCP and UDP. */
  readonly type: 'application' | 'network';
  /** Component id of the service behind it. All ports of the service are reachable. */
  readonly target: string;
  /**
   * Whether a cookie of the load balancer returns the requests of a client to the same instance for one day (only `application`).
   * Default: false, so that requests are spread evenly. Set it to true if sessions are in the memory of an instance, as with
   * Socket.IO.
   */
  readonly stickySessions?: boolean;
  /**
   * Seconds without data after which the load balancer closes a connection, 1 to 4,000 (only `application`). Default: 60, that of
   * AWS. Increase it for WebSockets, and for responses that take longer. Source: Elastic Load Balancing user guide, "Edit
   * attributes for your Application Load Balancer".
   */
  readonly idleTimeoutSeconds?: number;
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
}

/** Object storage for files. */
export interface BucketInput {
  /** Object storage for files. */
  readonly kind: 'bucket';
  /** Expected data in GiB; the estimate is based on it. */
  readonly storageGib: number;
  /** Days after which objects move to infrequent access, at least 30, as S3 requires. Default: never. */
  readonly infrequentAccessAfterDays?: number;
}

/** A message queue with a dead-letter queue. */
export interface QueueInput {
  /** A message queue with a dead-letter queue. */
  readonly kind: 'queue';
  /** Visibility timeout in seconds: the longest time that one message is processed before another worker gets it. Default: 300. */
  readonly visibilitySeconds?: number;
  /** Deliveries of a message before it moves to the dead-letter queue. Default: 5. */
  readonly maxReceives?: number;
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
  /** Id of the operation that sends one message for each event. Default: unknown, so that the requests of the queue have no price. */
  readonly messages?: string;
}

/** A content delivery network for static files. */
export interface CdnInput {
  /** A content delivery network for static files. */
  readonly kind: 'cdn';
  /** Component id of the bucket that it serves. */
  readonly origin: string;
  /** Share of the outbound traffic that the CDN serves, 0 to 1. Default: 0.4, an assumption. */
  readonly offloadShare?: number;
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
}

/** A service of another provider, which no template contains. */
export interface ExternalInput {
  /** A service of another provider, which no template contains. */
  readonly kind: 'external';
  /** Name in the estimate. */
  readonly name: string;
  /** The unit that is charged, such as `concurrent user`, `request` or `month`. */
  readonly unit: string;
  /** The quantity: a number of the workload, the events of an operation per month, or `flat` for one unit per month. */
  readonly driver: 'concurrentUsers' | 'requestsPerMonth' | 'flat' | CountedOperationInput;
  /** Price of one unit per month in US dollars, `[low, high]`. */
  readonly unitPriceUsd: readonly [number, number];
  /** Source of the price. */
  readonly source: string;
  /** Date of the price, ISO 8601. */
  readonly asOf: string;
  /** Limits of the component that do not follow from its size. Default: all of them follow from the size. */
  readonly limits?: readonly LimitInput[];
}

/** The operation that gives a quantity of an external service. */
export interface CountedOperationInput {
  /** Operation id: its events per month, or its open sessions at the peak. */
  readonly operation: string;
}

/** Number of instances of a service. */
export interface InstanceRangeInput {
  /** Minimum number of instances. */
  readonly min: number;
  /** Number of instances under the tier's expected load. Default: `min`. */
  readonly expected?: number;
  /** Maximum number of instances. */
  readonly max: number;
}

/** A port of a service with its protocol. */
export interface ServicePortInput {
  /** Port number. */
  readonly port: number;
  /** Protocol; `http` includes WebSocket. */
  readonly protocol: 'http' | 'tcp' | 'udp' | 'tcp-udp';
}

/** Targets of autoscaling. */
export interface ServiceScalingInput {
  /** Average CPU utilization in percent. Default: CPU does not scale the service. */
  readonly cpuPercent?: number;
  /** Average memory utilization in percent. Default: memory does not scale the service. */
  readonly memoryPercent?: number;
  /** Waiting messages per instance in the queue that the service works on. Default: the queue does not scale the service. */
  readonly queueDepthPerInstance?: number;
}

/** Connections that a pooler accepts from services and opens to the server. */
export interface PoolerLimitsInput {
  /** Maximum number of connections that all services together may open to the pooler. */
  readonly clientConnections: number;
  /** Server connections of one pool, per user and database. Default: `serverConnections`. */
  readonly poolSize?: number;
  /** Maximum number of connections to the server; the server is configured for them. */
  readonly serverConnections: number;
}

/** The amount of a resource that a component provides, where it does not follow from its size. */
export interface LimitInput {
  /** The resource. */
  readonly resource: ResourceInput;
  /** Amount in the unit of the resource; for a rate, per `every`. */
  readonly amount: AmountInput;
  /** Period of a rate. Default: `second`. */
  readonly every?: EveryInput;
  /** Whether each instance (shard, replica) provides the amount, or all together. Default: `instance`. */
  readonly per?: 'instance' | 'component';
  /** How the amount is known. Default: `assumed`. */
  readonly evidence?: EvidenceInput;
  /** Source of the amount. */
  readonly source: string;
}

/** The GPU model of a tier, and the service that it has only with a GPU. */
export interface GpuWorkInput {
  /** GPU model of the tier when the option `gpu` is not given. `none` only if no service in `components` has `gpus`. */
  readonly default: 'none' | 't4' | 'a10g' | 'l4' | 'a100';
  /**
   * A service that the tier has only with a GPU: `gpu=none` removes it. Default: none; services that always run on a GPU are in
   * `components`, with `gpus`.
   */
  readonly service?: ServiceInput;
  /** Component id of `service`. Default: `image-worker`. */
  readonly id?: string;
  /** Component ids of the services that call `service`. Default: none, because a queue feeds it. */
  readonly usedBy?: readonly string[];
}

/** The network of a tier. */
export interface TierNetworkInput {
  /**
   * NAT gateways, 0 to 3. With 0, nodes have public addresses that accept traffic from the load balancer alone. Default: 1, so
   * that nodes have private addresses only; 3 keep working without one of the three Availability Zones. 0 means 1 with
   * `platform=eks` and where tasks on EC2 node pools have a network interface each: see the option `natGateways`.
   */
  readonly natGateways?: number;
}

/** How a tier survives the loss of its region. */
export interface RegionsInput {
  /** Number of standby regions in addition to the primary one. */
  readonly secondaries: number;
  /** Candidates for standby regions in the order in which they take over. */
  readonly preference: readonly ('us-east-1' | 'us-west-2' | 'eu-west-1' | 'eu-central-1' | 'ap-southeast-1')[];
  /**
   * Workloads in standby regions: `pilot-light` the data stores only, `warm-standby` services at their minimum as well, `active`
   * all regions serve users. Only `warm-standby` is supported.
   */
  readonly standby: 'pilot-light' | 'warm-standby' | 'active';
  /** Component ids of the data stores and buckets that are copied to the standby regions. */
  readonly replicates: readonly string[];
  /** How users reach another region. Default: `dns-health-check`, a DNS record that fails over by health checks. */
  readonly failover?: 'dns-health-check';
  /** The health check of each region. */
  readonly healthCheck: HealthCheckInput;
  /** TTL of the DNS record in seconds. */
  readonly recordTtlSeconds: number;
}

/** The health check of a region's entry point. */
export interface HealthCheckInput {
  /** Seconds between two checks: 10 or 30, the intervals of Route 53. */
  readonly intervalSeconds: 10 | 30;
  /** Failed checks in a row until the DNS record fails over. */
  readonly failures: number;
}

/** The workload that a tier is built for. */
export interface WorkloadInput {
  /**
   * Users with an open session at the same time. Default: 100, so that a first estimate has an example; 0 where the workload
   * gives amounts of operations, such as the jobs of a system without users.
   */
  readonly concurrentUsers?: AmountInput;
  /** HTTP requests per second at the peak. Default: those of the operation that counts them, or of the traffic profile, for the users. */
  readonly requestsPerSecond?: AmountInput;
  /**
   * Amounts of the operations of the system, by their ids: events per second, open sessions, or a rate such as `600/min`.
   * Default: the usual amounts of the operations.
   */
  readonly operations?: Readonly<Record<string, OperationAmountInput>>;
}

/** The amount of an operation: a number, a rate such as `600/min`, or an amount with a period. */
export type OperationAmountInput = AmountInput | string | OperationRateInput;

/** An amount with a period. */
export interface OperationRateInput {
  /** The rate per `every`. */
  readonly amount: AmountInput;
  /** Period of the rate. */
  readonly every: EveryInput;
}

/** The figures that the document publishes for a tier. */
export interface PublishedInput {
  /** Users with an open session at the same time. */
  readonly concurrentUsers: PublishedRangeInput;
  /** HTTP requests per second. Default: not published, as for all figures below. */
  readonly requestsPerSecond?: PublishedRangeInput;
  /** Figures of operations, by their ids: open sessions, events at a time, or a rate. */
  readonly operations?: Readonly<Record<string, PublishedOperationInput>>;
  /** Requests in flight, where the document counts them separately from users. */
  readonly requestsAtOnce?: PublishedRangeInput;
  /** Monthly cost of the tier in US dollars. */
  readonly monthlyUsd?: PublishedRangeInput;
  /** Parts of the monthly cost in US dollars, by the names that the document gives them. */
  readonly monthlyUsdByPart?: Readonly<Record<string, PublishedRangeInput>>;
  /** The resources that the document gives for the tier, all components together. */
  readonly resources?: PublishedResourcesInput;
  /** Sizes of the document, by component, where the tier has others because these do not handle its workload. Default: no such size. */
  readonly sizes?: Readonly<Record<string, PublishedSizeInput>>;
  /** Recovery time objective in minutes: until the service is available after the loss of its region. */
  readonly rtoMinutes?: number;
  /** Recovery point objective in minutes: the work that may be lost with a region. */
  readonly rpoMinutes?: number;
  /** All other numbers of the document, each with the computed value it is compared with or the reason why it is not compared. */
  readonly figures?: readonly FigureInput[];
  /** How the figures are known. */
  readonly evidence: EvidenceInput;
  /** Document and section of the figures. */
  readonly source: string;
}

/** A published figure of an operation. */
export interface PublishedOperationInput {
  /** A rate per `every`, or the number at one moment. */
  readonly amount: PublishedRangeInput;
  /** Period of the rate. Default: the amount is a number at one moment. */
  readonly every?: EveryInput;
}

/** The resources that the document gives for a tier. */
export interface PublishedResourcesInput {
  /** Number of vCPUs. */
  readonly vcpu: PublishedRangeInput;
  /** Memory in GiB. Default: not published. */
  readonly memoryGib?: PublishedRangeInput;
  /** Storage in GiB. Default: not published. */
  readonly storageGib?: PublishedRangeInput;
  /** The part of the memory for the operating system, in GiB. Default: 0. */
  readonly operatingSystemGib?: number;
}

/** Sizes of one component that the document gives, where the tier has others. */
export interface PublishedSizeInput {
  /** Maximum number of instances of a service. Default: that of the tier, as for all sizes below. */
  readonly instances?: number;
  /** Database connections of one instance of a service. */
  readonly databasePool?: number;
  /** Number of read replicas of a database. */
  readonly readReplicas?: number;
  /** Connections of the pooler to the server of a database. */
  readonly serverConnections?: number;
  /** The only limit of an external service, in its own unit. */
  readonly limit?: number;
}

/** A range that a document gives: `[200, 500]`, or `{ from: 1_000, orMore: true }`. */
export type PublishedRangeInput = readonly [number, number] | PublishedSpanInput;

/** A range that may be open. */
export interface PublishedSpanInput {
  /** Lower end. */
  readonly from: number;
  /** Upper end. Default: `from`. */
  readonly to?: number;
  /** Whether the document says "or more". Default: no. */
  readonly orMore?: true;
}

/** A published figure without a field of its own. */
export interface FigureInput {
  /** Name in the words of the document. */
  readonly name: string;
  /** Unit of the figure. */
  readonly unit: string;
  /** The figure. */
  readonly range: PublishedRangeInput;
  /** The computed value that it is compared with. Default: none. */
  readonly comparedWith?: ComparedWithInput;
  /** Units of the computed value per unit of the figure: 1,024 for GiB compared with MiB. Default: 1. */
  readonly unitFactor?: number;
  /** Id of the reason why it is not compared. Default: it is compared. */
  readonly notCompared?:
    | 'estimate'
    | 'business'
    | 'plan'
    | 'forecast'
    | 'gain'
    | 'daily-users'
    | 'response-time'
    | 'largest-piece'
    | 'one-endpoint'
    | 'use'
    | 'rule'
    | 'recovery'
    | 'no-limit'
    | 'no-demand'
    | 'setting';
}

/** The computed value that a published figure is compared with. */
export type ComparedWithInput =
  | ComparedWithUsersInput
  | ComparedWithUsersAtThresholdInput
  | ComparedWithCapacityInput
  | ComparedWithCapacityAloneInput
  | ComparedWithConcurrentAloneInput
  | ComparedWithTargetInput
  | ComparedWithTargetPerUserInput
  | ComparedWithDemandInput
  | ComparedWithSupplyInput
  | ComparedWithInUseInput
  | ComparedWithUtilizationInput
  | ComparedWithIdleInput
  | ComparedWithInstancesInput;

/** Concurrent users that the tier handles. */
export interface ComparedWithUsersInput {
  /** Concurrent users that the tier handles. */
  readonly kind: 'users';
}

/** Concurrent users at which one resource reaches its threshold. */
export interface ComparedWithUsersAtThresholdInput {
  /** Concurrent users at which one resource reaches its threshold. */
  readonly kind: 'users-at-threshold';
  /** Component id. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceInput;
}

/** Capacity for an operation as part of the usual mix: a rate, or a number of sessions. */
export interface ComparedWithCapacityInput {
  /** Capacity for an operation as part of the usual mix: a rate, or a number of sessions. */
  readonly kind: 'capacity';
  /** Id of the operation. */
  readonly operation: string;
}

/** Capacity for an operation when users do nothing else. */
export interface ComparedWithCapacityAloneInput {
  /** Capacity for an operation when users do nothing else. */
  readonly kind: 'capacity-alone';
  /** Id of the operation. */
  readonly operation: string;
}

/** The same as a number of operations in progress at one moment. */
export interface ComparedWithConcurrentAloneInput {
  /** The same as a number of operations in progress at one moment. */
  readonly kind: 'concurrent-alone';
  /** Id of the operation. */
  readonly operation: string;
}

/** Amount of an operation in the target workload of the tier. */
export interface ComparedWithTargetInput {
  /** Amount of an operation in the target workload of the tier. */
  readonly kind: 'target';
  /** Id of the operation. */
  readonly operation: string;
}

/** The same per concurrent user. */
export interface ComparedWithTargetPerUserInput {
  /** The same per concurrent user. */
  readonly kind: 'target-per-user';
  /** Id of the operation. */
  readonly operation: string;
}

/** Demand of one operation on a resource. */
export interface ComparedWithDemandInput {
  /** Demand of one operation on a resource. */
  readonly kind: 'demand';
  /** Id of the operation. */
  readonly operation: string;
  /** Component id. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceInput;
}

/** Supply of a resource at the maximum number of instances. */
export interface ComparedWithSupplyInput {
  /** Supply of a resource at the maximum number of instances. */
  readonly kind: 'supply';
  /** Component id. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceInput;
}

/** Amount of a resource in use under the target workload. */
export interface ComparedWithInUseInput {
  /** Amount of a resource in use under the target workload. */
  readonly kind: 'in-use';
  /** Component id. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceInput;
}

/** The same as a share of the supply. */
export interface ComparedWithUtilizationInput {
  /** The same as a share of the supply. */
  readonly kind: 'utilization';
  /** Component id. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceInput;
}

/** Amount of a resource in use without any users. */
export interface ComparedWithIdleInput {
  /** Amount of a resource in use without any users. */
  readonly kind: 'idle';
  /** Component id. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceInput;
}

/** Instances of services, or servers of a data store that answer reads: from the minimum to the maximum. */
export interface ComparedWithInstancesInput {
  /** Instances of services, or servers of a data store that answer reads: from the minimum to the maximum. */
  readonly kind: 'instances';
  /** Component ids; their instances are added up. */
  readonly components: readonly string[];
  /** Primary servers or their read replicas. Default: `primary`. */
  readonly part?: 'primary' | 'replicas';
}

/** Amounts that one unit of use transfers and stores. */
export interface TrafficInput {
  /**
   * Kind of the system, for the assumptions that are left out: `web` (pages in browsers), `api` (JSON), `chat`, `media` (images,
   * video), `batch` (jobs). Default: `web`, whose responses are larger than those of `api` and `chat`.
   */
  readonly profile?: 'web' | 'api' | 'chat' | 'media' | 'batch';
  /** Average load over the month as a share of the peak: 0.25 corresponds to six busy hours per day. Default: that of the profile. */
  readonly averageToPeak?: AssumedShareInput;
  /** Size of an average response in KiB. Default: that of the profile. */
  readonly responseKib?: AssumptionInput;
  /** Size of an average request in KiB. Default: that of the profile. */
  readonly requestKib?: AssumptionInput;
  /** Traffic between Availability Zones per request in KiB, both directions together. Default: that of the profile. */
  readonly interZoneKibPerRequest?: AssumptionInput;
  /** Log data per request in KiB. Default: that of the profile. */
  readonly logKibPerRequest?: AssumptionInput;
  /** Traffic to external APIs through the NAT gateways per request in KiB. Default: that of the profile. */
  readonly externalKibPerRequest?: AssumptionInput;
  /** Requests on one connection before it is closed. Default: that of the profile. */
  readonly requestsPerConnection?: AssumptionInput;
  /** Size of backups as a share of the provisioned database storage. Default: that of the profile. */
  readonly backupShare?: AssumptionInput;
  /** Days that logs are retained. Default: that of the profile. */
  readonly logRetentionDays?: AssumptionInput;
}

/** An assumed number with its reason. */
export interface AssumptionInput {
  /** The number, in the unit that the name of the field ends with. */
  readonly value: number;
  /** Why this number is assumed, or its source. */
  readonly reason: string;
}

/** An assumed share with its reason. */
export interface AssumedShareInput {
  /** The share, 0 to 1. */
  readonly value: number;
  /** Why this share is assumed, or its source. */
  readonly reason: string;
}

/** A place where the document contradicts itself, market prices or arithmetic. */
export interface ContradictionInput {
  /** Id of the contradiction. */
  readonly id: string;
  /** Subject. `vcpu`, `memory` and `storage` explain why the components of a tier do not add up to its published resources. */
  readonly about: 'vcpu' | 'memory' | 'storage' | 'cost' | 'capacity' | 'latency' | 'settings' | 'plan';
  /** The contradiction in plain words. */
  readonly text: string;
  /** Ids of the tiers that it concerns. Default: the whole system. */
  readonly tiers?: readonly string[];
}

/** A kind of work that users start. */
export interface OperationInput {
  /** Singular name in tables, such as `chat message`. The id of the operation is the plural and the flag: `messages`. */
  readonly name: string;
  /** Name in the plural, where the regular English ending is wrong. Default: the name with `s`, `es` or `ies`. */
  readonly plural?: string;
  /** `event`: occurs at a rate and takes some time. `session`: a number of them are open. */
  readonly kind: 'event' | 'session';
  /**
   * Amount when a workload does not give one. Default: each user has one session open, or starts events as often as the traffic
   * profile sends HTTP requests; none for an operation that others include.
   */
  readonly usual?: UsualAmountInput;
  /**
   * The number of the workload that is the amount of the operation: `users` is `concurrentUsers`, for a session that every user
   * has; `http-requests` is `requestsPerSecond`, for an event. Default: neither, so that the workload gives its amount by its id.
   */
  readonly counts?: 'users' | 'http-requests';
  /** Data that it transfers in addition to HTTP requests and responses. Default: none. */
  readonly transfer?: OperationTransferInput;
  /** Duration of an event from start to end, including waiting. Default: given by each demand. */
  readonly seconds?: OperationSecondsInput;
  /** How much queueing is acceptable, from `critical` (other work stops meanwhile) to `low` (no user waits for it). Default: `normal`. */
  readonly criticality?: 'critical' | 'high' | 'normal' | 'low';
  /** Operations that an event causes, such as a search for a message. Default: none. */
  readonly includes?: readonly IncludedOperationInput[];
  /** Demands on components. Default: none, which is unknown unless `withoutLimit` gives a reason. */
  readonly demands?: readonly DemandInput[];
}

/** The amount of an operation when a workload does not give one. */
export interface UsualAmountInput {
  /** Events: a rate per `every`. Sessions: the number of open sessions. */
  readonly amount: AmountInput;
  /** Period of the rate. Default: `second`. */
  readonly every?: EveryInput;
  /**
   * The id of the operation whose sessions or events cause it, such as `chats` for messages; `user` for each concurrent user; or
   * `system` for a fixed amount that is the same with any number of users and at all times, such as `{ amount: 50, every: second,
   * per: system }`. Default: `user`.
   */
  readonly per?: string;
  /** How the number is known. Default: `assumed`. */
  readonly evidence?: EvidenceInput;
  /** Source of the number. Default: the definition itself. */
  readonly source?: string;
}

/** The duration of an event. */
export interface OperationSecondsInput {
  /** Seconds. */
  readonly amount: AmountInput;
  /** How the number is known. Default: `assumed`. */
  readonly evidence?: EvidenceInput;
  /** Source of the number. Default: the definition itself. */
  readonly source?: string;
}

/** A message on an open connection, such as a WebSocket. */
export interface MessageInput {
  /** Size of the message that the user or device sends, in KiB; 0 for one that only the system sends. */
  readonly receivedKib: AssumptionInput;
  /**
   * Data that the system sends because of it, to all recipients together, in KiB: a move of 0.2 KiB that nine other players see
   * is 1.8 KiB.
   */
  readonly sentKib: AssumptionInput;
}

/** Data that an operation transfers besides HTTP requests and responses. */
export interface OperationTransferInput {
  /** Events: size of the file that an event uploads and stores in the buckets, in MiB. Default: an event stores no file. */
  readonly uploadMib?: AssumptionInput;
  /**
   * Sessions: bit rate of a voice or video call in each direction, in kbit/s, to the user and to the model. Default: a session is
   * not a call.
   */
  readonly callKilobitsPerSecond?: AssumptionInput;
  /**
   * Calls: bit rate to a model outside the VPC in each direction, in kbit/s; 0 for calls between users. Default: that of the
   * call, so that the audio of a voice assistant is counted.
   */
  readonly modelKilobitsPerSecond?: AssumptionInput;
  /**
   * Events: an event is a message on an open connection, such as a WebSocket, and no HTTP request: the estimate has its data, and
   * no new connection and no line of an access log for it. Default: an event is at least one HTTP request.
   */
  readonly message?: MessageInput;
}

/** The duration of a search in an index with a number of vectors. */
export interface SearchPointInput {
  /** Vectors in the index. */
  readonly vectors: number;
  /** Seconds that a search of them holds the resource. */
  readonly seconds: AmountInput;
}

/** A search in one of several vector indexes, whose duration depends on the number of vectors in it. */
export interface IndexSearchInput {
  /**
   * Growth beyond the last point. `exact`: a search compares all vectors, so that its seconds grow with their number. `hnsw`:
   * with the logarithm of their number.
   */
  readonly index: 'exact' | 'hnsw';
  /** Id of the operation whose sessions are the stored items, such as documents. */
  readonly stored: string;
  /** Vectors of one stored item, such as the chunks of a document. Default: 1. */
  readonly vectorsEach?: number;
  /** Id of the operation whose sessions are the indexes, such as knowledge bases. A search is in one of them. */
  readonly indexes: string;
  /**
   * Known durations, in ascending order of vectors. Between two points, the duration is a power of the number of vectors. Fewer
   * vectors than those of the first point count like the first point.
   */
  readonly points: readonly SearchPointInput[];
}

/** An operation that another one causes. */
export interface IncludedOperationInput {
  /** Id of the operation that is caused. */
  readonly operation: string;
  /** Number of times per event. */
  readonly times: AmountInput;
  /**
   * Id of another included operation. Both numbers of times have the same sum in every sample, such as the shares of reads and
   * writes. Default: drawn independently.
   */
  readonly restOf?: string;
  /** How the number is known. Default: `assumed`. */
  readonly evidence?: EvidenceInput;
  /** Source of the number. Default: the definition itself. */
  readonly source?: string;
}

/** The demand of one event, or of one session, on one component. */
export interface DemandInput {
  /** Component id. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceInput;
  /**
   * Amount in the unit of the resource. Held resources: the amount in use meanwhile (0.3 cores, 500 MiB, 1 connection). Rates:
   * the amount per event (2 calls, 80 kbit), or per second of a session. Stored resources: the amount that an event adds.
   */
  readonly amount: AmountInput;
  /** Seconds that an event holds the resource. Default: the seconds of the operation. */
  readonly seconds?: AmountInput;
  /**
   * Name of the amount. The amounts of an operation with the same name are drawn together: all of them are high in the same
   * samples. Default: drawn independently.
   */
  readonly amountAs?: string;
  /**
   * Name of the seconds. The seconds of an operation with the same name are drawn together, such as those of a connection in the
   * pool of a service and on the server. Default: drawn independently.
   */
  readonly secondsAs?: string;
  /**
   * Seconds that depend on the number of vectors in an index, instead of `seconds`. The seconds of the operation are those with
   * the vectors of the first point. Default: the seconds do not depend on stored data.
   */
  readonly search?: IndexSearchInput;
  /**
   * Name of an amount (`amountAs`) of the operation. Both amounts have the same sum in every sample, such as the shares of reads
   * and writes. Default: drawn independently.
   */
  readonly restOf?: string;
  /** Whether the demand only reads, so that a read replica can serve it. Default: false. */
  readonly readOnly?: boolean;
  /**
   * Resources iops and throughput: the amount is reads of pages, spread evenly over this much data, in GiB. Only pages outside
   * the memory of the server are read from its storage. Default: all of the amount uses the storage.
   */
  readonly workingSetGib?: AmountInput;
  /**
   * Seconds that each read replica holds the amount of processor to replay the writes of an event. Default: a share of the
   * seconds on the primary, by engine.
   */
  readonly replaySeconds?: AmountInput;
  /** Ids of the tiers that the entry is valid for. Default: all. */
  readonly tiers?: readonly string[];
  /** Component id: the entry is valid where the tier has it, such as `image-worker` with a GPU. Default: none. */
  readonly with?: string;
  /** Component id: the entry is valid where the tier does not have it. Default: none. */
  readonly without?: string;
  /** How the number is known. Default: `assumed`. */
  readonly evidence?: EvidenceInput;
  /** Source of the number. Default: the definition itself. */
  readonly source?: string;
}

/** Demand without any users. */
export interface BaseLoadInput {
  /** Component id. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceInput;
  /** Amount in the unit of the resource. */
  readonly amount: AmountInput;
  /** Whether the amount is per instance, per worker process, or for the whole component. Default: `instance`. */
  readonly per?: 'instance' | 'worker' | 'component';
  /** Ids of the tiers that the entry is valid for. Default: all. */
  readonly tiers?: readonly string[];
  /** Component id: the entry is valid where the tier has it, such as `image-worker` with a GPU. Default: none. */
  readonly with?: string;
  /** Component id: the entry is valid where the tier does not have it. Default: none. */
  readonly without?: string;
  /** How the number is known. Default: `assumed`. */
  readonly evidence?: EvidenceInput;
  /** Source of the number. Default: the definition itself. */
  readonly source?: string;
}

/** The utilization that a resource may reach at the peak. */
export interface ThresholdInput {
  /** The resource. */
  readonly resource: ResourceInput;
  /** Component id. Default: all components without a threshold of their own for the resource. */
  readonly component?: string;
  /** Utilization, 0 to 1: 0.7 is 70% of the supply. */
  readonly share: number;
  /** Source of the threshold. */
  readonly source: string;
}

/** An operation or a component without a limit, with the reason. */
export type WithoutLimitInput = OperationWithoutLimitInput | ComponentWithoutLimitInput;

/** An operation that no component limits. */
export interface OperationWithoutLimitInput {
  /** Id of the operation. */
  readonly operation: string;
  /** Ids of the tiers that the entry is valid for. Default: all. */
  readonly tiers?: readonly string[];
  /** Component id: the entry is valid where the tier has it, such as `image-worker` with a GPU. Default: none. */
  readonly with?: string;
  /** Component id: the entry is valid where the tier does not have it. Default: none. */
  readonly without?: string;
  /** Why there is no limit, with the source. */
  readonly reason: string;
}

/** A component that limits no operation. */
export interface ComponentWithoutLimitInput {
  /** Component id. */
  readonly component: string;
  /** Ids of the tiers that the entry is valid for. Default: all. */
  readonly tiers?: readonly string[];
  /** Component id: the entry is valid where the tier has it, such as `image-worker` with a GPU. Default: none. */
  readonly with?: string;
  /** Component id: the entry is valid where the tier does not have it. Default: none. */
  readonly without?: string;
  /** Why there is no limit, with the source. */
  readonly reason: string;
}

/** Levels at which operators are notified. */
export interface AlarmInput {
  /** The measure that is watched. */
  readonly measure:
    | 'processor'
    | 'memory'
    | 'connections'
    | 'storage'
    | 'latency'
    | 'errors'
    | 'replication-lag'
    | 'slow-queries'
    | 'queue-depth'
    | 'cache-hits';
  /** Component id that the levels are for. Default: all components without levels of their own. */
  readonly component?: string;
  /**
   * Level that needs attention during working hours, in the unit of the measure. Default: derived from `thresholds` and
   * `serviceLevels`, or else a level of this package.
   */
  readonly warning?: number;
  /**
   * Level that pages the person on call, in the unit of the measure. Default: derived from the warning level, such as 5 times the
   * share of errors.
   */
  readonly critical?: number;
  /** Minutes that the level must be passed before the alarm fires. Default: by measure. */
  readonly forMinutes?: number;
  /** Source of the levels. */
  readonly source: string;
}

/** A workload that the document says a tier handles. */
export interface ScenarioInput {
  /** Id of the scenario. */
  readonly id: string;
  /** Name in tables. */
  readonly name: string;
  /** Id of the tier. */
  readonly tier: string;
  /** The workload. */
  readonly workload: TargetWorkloadInput;
  /** The limit that the document names, in its words. Default: none. */
  readonly limitedBy?: string;
  /** Source of the scenario. */
  readonly source: string;
}

/** A rule of the document that sizes a resource by the number of users. */
export interface FormulaInput {
  /** Id of the formula. */
  readonly id: string;
  /** Name in tables. */
  readonly name: string;
  /** Component ids that the formula sizes together. */
  readonly components: readonly string[];
  /** The resource. */
  readonly resource: ResourceInput;
  /** Amount without users, in the unit of the resource. */
  readonly base: number;
  /** Amount per concurrent user, in the unit of the resource. */
  readonly perUser: number;
  /** Values in the table of the document. Default: none. */
  readonly published?: readonly PublishedValueInput[];
  /** Id of the tier that it sizes. Default: for each value, the smallest tier published for that many users. */
  readonly tier?: string;
  /** Source of the formula. */
  readonly source: string;
}

/** A value of a formula that the document gives. */
export interface PublishedValueInput {
  /** Concurrent users. */
  readonly users: number;
  /** Amount in the unit of the resource. */
  readonly amount: AmountInput;
}

/** A point on the curve of a system that degrades under load. */
export interface DegradationPointInput {
  /** Concurrent users. */
  readonly concurrentUsers: number;
  /** Requests per second. Default: unknown. */
  readonly requestsPerSecond?: number;
  /** 95th percentile of the response time in milliseconds. Default: unknown. */
  readonly p95Ms?: number;
  /** Share of failed requests, 0 to 1. Default: unknown. */
  readonly errorShare?: number;
  /** CPU utilization, 0 to 1. Default: unknown. */
  readonly processorShare?: number;
  /** The resource that is exhausted here. Default: none. */
  readonly note?: string;
}

/** Service level objectives. */
export interface ServiceLevelsInput {
  /** Median of the response time in milliseconds. Default: no objective. */
  readonly p50Ms?: number;
  /** 95th percentile of the response time in milliseconds. Default: no objective. */
  readonly p95Ms?: number;
  /** 99th percentile of the response time in milliseconds. Default: no objective. */
  readonly p99Ms?: number;
  /** Share of failed requests, 0 to 1. Default: no objective. */
  readonly errorShare?: number;
  /**
   * 95th percentile of the replication lag, in milliseconds, that operations with reads from replicas see. Also the warning level
   * of the alarm for replication lag. Default: no objective.
   */
  readonly replicationLagMs?: number;
  /** Source of the objectives. */
  readonly source: string;
}

/** An optimization of a system that changes what its tiers handle or cost. */
export interface LeverInput {
  /** Id, unique in the system: the word of `--with`. */
  readonly id: string;
  /** Name in tables. */
  readonly name: string;
  /** Its value, with its range. */
  readonly value: LeverValueInput;
  /** Changes in proportion to the value. A share multiplies each amount by (1 − value) ÷ (1 − today). */
  readonly changes: readonly LeverChangeInput[];
  /** Components that it needs, by id. A tier that has a component of that id keeps its own. Default: none. */
  readonly adds?: Readonly<Record<string, ComponentInput>>;
  /** Services that use the added components. Default: none. */
  readonly usedBy?: readonly string[];
  /** Cost in addition to the components. Default: unknown, so that it is ranked last. */
  readonly cost?: LeverCostInput;
  /** Source of the effect. */
  readonly source: string;
}

/** The value of a lever, with its range. */
export interface LeverValueInput {
  /** `share`: the part that is saved, such as the hits of a cache, 0 to 1. `number`: a size, such as that of a pool. Default: `share`. */
  readonly unit?: 'share' | 'number';
  /** The value that the demands of the system already contain: hits of a present cache. Default: 0. */
  readonly today?: number;
  /** The value where none is given. */
  readonly default: number;
  /** The smallest value that the source supports. */
  readonly least: number;
  /** The largest value that the source supports. */
  readonly most: number;
}

/** A change in proportion to the value of a lever. */
export type LeverChangeInput = LeverDemandInput | LeverUsualInput | LeverPriceInput | LeverPoolInput;

/** Demands of operations on a component become smaller. */
export interface LeverDemandInput {
  /** Demands of operations on a component become smaller. */
  readonly kind: 'demand';
  /** Component id. */
  readonly component: string;
  /** Operation id. Default: all operations. */
  readonly operation?: string;
  /** The resource. Default: all resources of the component. */
  readonly resource?: ResourceInput;
}

/** The usual amount of an operation becomes smaller. An amount that a workload gives stays. */
export interface LeverUsualInput {
  /** The usual amount of an operation becomes smaller. An amount that a workload gives stays. */
  readonly kind: 'usual';
  /** Operation id. */
  readonly operation: string;
}

/** The unit price of an external service becomes smaller. */
export interface LeverPriceInput {
  /** The unit price of an external service becomes smaller. */
  readonly kind: 'price';
  /** Component id of the external service. */
  readonly component: string;
}

/** The pool of database connections of a service is at least the value of the lever, a number. */
export interface LeverPoolInput {
  /** The pool of database connections of a service is at least the value of the lever, a number. */
  readonly kind: 'pool';
  /** Component id of the service. */
  readonly component: string;
}

/** The cost of a lever in addition to that of the components that it adds. */
export interface LeverCostInput {
  /** US dollars per month, `[low, high]`; 0 where it costs only the added components and the changed sizes. */
  readonly monthlyUsd: readonly [number, number];
  /** Date of the cost, ISO 8601. */
  readonly asOf: string;
  /** Source of the cost, or why there is none. */
  readonly source: string;
}

/** A number, its two ends, or low, mid and high. */
export type AmountInput = number | readonly [number, number] | AmountIntervalInput;

/** An amount with its expected value. */
export interface AmountIntervalInput {
  /** Least value. */
  readonly low: number;
  /** Expected value. */
  readonly mid: number;
  /** Largest value. */
  readonly high: number;
}

/** The period of a rate. */
export type EveryInput = 'second' | 'minute' | 'hour' | 'day';

/** How a figure is known: stated by a document, computed, or measured by a load test. */
export type EvidenceInput = 'assumed' | 'modelled' | 'measured';

/** The id of a resource. */
export type ResourceInput =
  | 'processor'
  | 'memory'
  | 'workers'
  | 'connections'
  | 'calls'
  | 'sessions'
  | 'slots'
  | 'replay'
  | 'requests'
  | 'writes'
  | 'api-calls'
  | 'tokens'
  | 'network'
  | 'iops'
  | 'throughput'
  | 'storage';
