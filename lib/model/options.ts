import { z } from 'zod';
import { MOST_RDS_STORAGE_GIB } from '../core/gp3';
import { Id, Positive } from './scalars';

/** The supported regions; each has a file of prices in `data/prices`. */
export const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-1'] as const;
/** A region with prices. */
export type Region = (typeof REGIONS)[number];

/** The GPU models that a tier can use. */
export const GPU_MODELS = ['t4', 'a10g', 'l4', 'a100'] as const;
/** A GPU model, or `none`. */
export type GpuModel = (typeof GPU_MODELS)[number];

/** A boolean, or `true` or `false` as a string, because context values and flags are strings. */
const Switch = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** The number in a string, because context values and flags are strings. Other values are left for the schema to refuse. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
}
const DECIMAL = /^\s*-?\d+(?:\.\d+)?\s*$/;

/** A whole number, or a string with one. */
const wholeNumber = (min: number, max: number) => z.preprocess(numberOf, z.number().int().min(min).max(max));

/** The ARN of an ACM certificate, or several separated by commas. */
const CERTIFICATES =
  /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[a-z0-9-]+(,arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[a-z0-9-]+)*$/;

/** Three ids (`use1-az1`) or names (`us-east-1a`) of Availability Zones, separated by commas. */
const ZONES = /^[a-z]{2}[a-z0-9-]{2,18}(,[a-z]{2}[a-z0-9-]{2,18}){2}$/;

/** Component ids with the backup that each is created from, separated by commas. Ids of snapshots may contain colons. */
const RESTORES = /^[a-z][a-z0-9-]{0,62}:[^\s,]{1,300}(,[a-z][a-z0-9-]{0,62}:[^\s,]{1,300}){0,49}$/;

/** Node pools with an instance type and a number of instances, separated by commas. */
const POOL_INSTANCES =
  /^[a-z][a-z0-9-]{0,62}:[a-z0-9-]{1,20}\.[a-z0-9-]{1,20}:[1-9]\d{0,3}(?:,[a-z][a-z0-9-]{0,62}:[a-z0-9-]{1,20}\.[a-z0-9-]{1,20}:[1-9]\d{0,3}){0,49}$/;

/** The instances of one node pool, as the `poolInstances` option states them. */
export interface PoolInstances {
  /** Id of the node pool. */
  readonly pool: string;
  /** EC2 instance type. */
  readonly instanceType: string;
  /** Number of instances that the pool may have at least. */
  readonly max: number;
}

/** The entries of `poolInstances`; empty without the option. */
export function poolInstancesOf(text: string | undefined): readonly PoolInstances[] {
  return (text?.split(',') ?? []).map((entry) => {
    const [pool = '', instanceType = '', max = ''] = entry.split(':');
    return { pool, instanceType, max: Number(max) };
  });
}

/** The value of `poolInstances` with these entries. */
export function poolInstancesText(entries: readonly PoolInstances[]): string {
  return entries.map(({ pool, instanceType, max }) => `${pool}:${instanceType}:${max}`).join(',');
}

/** Caches with a number of shards from 1 to 90, separated by commas. */
const CACHE_SHARDS = /^[a-z][a-z0-9-]{0,62}:(?:[1-9]|[1-8]\d|90)(?:,[a-z][a-z0-9-]{0,62}:(?:[1-9]|[1-8]\d|90)){0,49}$/;

/** Document stores with a number of shards from 0 to 99, separated by commas. */
const PROTECTED_SHARDS = /^[a-z][a-z0-9-]{0,62}:(?:\d|[1-9]\d)(?:,[a-z][a-z0-9-]{0,62}:(?:\d|[1-9]\d)){0,49}$/;

/** Ids of databases, separated by commas. */
const DATABASES = /^[a-z][a-z0-9-]{0,62}(?:,[a-z][a-z0-9-]{0,62}){0,49}$/;

/** The ids in `unprotectedDatabases`; empty without the option. */
export function unprotectedDatabasesOf(text: string | undefined): readonly string[] {
  return text?.split(',') ?? [];
}

/** A number of shards of one component, as the options `cacheShards` and `protectedShards` state it. */
export interface ShardCount {
  /** Id of the component. */
  readonly component: string;
  /** Number of shards. */
  readonly shards: number;
}

/** The entries of `cacheShards` or `protectedShards`; empty without the option. */
export function shardCountsOf(text: string | undefined): readonly ShardCount[] {
  return (text?.split(',') ?? []).map((entry) => {
    const [component = '', shards = ''] = entry.split(':');
    return { component, shards: Number(shards) };
  });
}

/** The value of `cacheShards` or `protectedShards` with these entries. */
export function shardCountsText(entries: readonly ShardCount[]): string {
  return entries.map(({ component, shards }) => `${component}:${shards}`).join(',');
}

/** Name of an EKS cluster. Source: Amazon EKS API reference, CreateCluster, name. */
const CLUSTER_NAME = /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/;

/** Name of an IAM role. Source: IAM API reference, CreateRole, RoleName. */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;

/** A tag of EC2 as key=value. Source: Amazon EC2 user guide, "Tag restrictions". */
const TAG = /^[\w+./:@-]{1,127}=[\w+./:@-]{1,255}$/;

/** IPv4 ranges in CIDR notation, separated by commas. */
const CIDRS =
  /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\/(?:3[0-2]|[12]?\d)(?:,(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\/(?:3[0-2]|[12]?\d))*$/;

/** The ranges of `clientCidrs` or `apiCidrs`; undefined for the default. */
export function rangesOf(cidrs: string | undefined): readonly string[] | undefined {
  return cidrs?.split(',');
}

/** Platforms of services. */
export const PLATFORMS = ['ecs', 'eks', 'kubernetes'] as const;

/** Compute of services on ECS. */
export const COMPUTES = ['ec2', 'fargate'] as const;

/**
 * The choices that are independent of the tier, with their defaults. The keys are the CDK context keys
 * (`-c gpu=t4`) and, in kebab case, the flags of the command (`--gpu t4`).
 */
export const Options = z.strictObject({
  region: z.enum(REGIONS).default('us-east-1').describe('AWS region'),
  environment: Id.default('dev').describe('name of the environment, which is part of the stack name'),
  platform: z
    .enum(PLATFORMS)
    .optional()
    .describe(
      'platform of the services: ECS, EKS with managed data stores, or Kubernetes manifests for any cluster; default: that of the definition, otherwise ecs',
    ),
  compute: z
    .enum(COMPUTES)
    .optional()
    .describe(
      'compute of ECS services: EC2 node pools or Fargate; default: that of the definition, otherwise fargate for tiers whose services have no node pool, and ec2 for all others',
    ),
  topology: z
    .enum(['managed', 'single-host'])
    .default('managed')
    .describe('managed services, or one host that runs all components (tiers with `singleHost`)'),
  dataStores: z
    .enum(['managed', 'statefulset', 'operator'])
    .optional()
    .describe(
      'how data stores run: managed by AWS, as StatefulSets, or by operators; default on kubernetes: operator if a tier of the system has high availability, else statefulset',
    ),
  entry: z
    .enum(['gateway', 'ingress'])
    .optional()
    .describe('entry point of HTTP traffic in a cluster: Gateway API, or an Ingress of the AWS Load Balancer Controller; default: gateway'),
  gpu: z
    .enum(['none', ...GPU_MODELS])
    .optional()
    .describe('GPU model of the services that have no model of their own; default: as the tier defines'),
  architecture: z
    .enum(['amd64', 'arm64'])
    .default('amd64')
    .describe('CPU architecture of nodes and containers; data stores use the cheaper one'),
  highAvailability: Switch.optional().describe('database standby in another zone; default: as the tier defines'),
  cacheEngine: z.enum(['redis', 'valkey']).optional().describe('engine of the cache; default: as the tier defines'),
  readReplicas: wholeNumber(0, 15).optional().describe('read replicas of the database; default: as the tier defines'),
  databaseStorageGib: wholeNumber(20, MOST_RDS_STORAGE_GIB)
    .optional()
    .describe(
      'database storage in GiB if the database already has more than the tier, because it cannot shrink; default: as the tier defines',
    ),
  dataVolumeGib: wholeNumber(1, 16_384)
    .optional()
    .describe(
      'data volume of data stores in containers on an instance, in GiB, if the volume already has more than the tier, because it cannot shrink; default: as the tier defines',
    ),
  poolInstances: z
    .string()
    .regex(POOL_INSTANCES, 'node pools with their instance type and maximum, such as nodes:m6i.large:16, separated by commas')
    .optional()
    .describe(
      'instance type and maximum number of instances of node pools while services move between tiers, such as nodes:m6i.large:16, separated by commas (platform=ecs); never fewer instances than the tier requires of that type; `sizing move` prints it for a step before the last; default: as the tier defines',
    ),
  cacheShards: z
    .string()
    .regex(CACHE_SHARDS, 'caches with a number of shards from 1 to 90, such as cache:3, separated by commas')
    .optional()
    .describe(
      'number of shards of managed caches before a move between tiers, such as cache:3, separated by commas; the node type stays that of the tier; `sizing move` prints it for a step before the last; default: as the tier defines',
    ),
  protectedShards: z
    .string()
    .regex(PROTECTED_SHARDS, 'document stores with a number of shards from 0 to 99, such as documents:1, separated by commas')
    .optional()
    .describe(
      'number of shards of managed document stores that have deletion protection before a move to fewer shards, such as documents:1, separated by commas; `sizing move` prints it for a step before the last; default: all, as deletionProtection defines',
    ),
  unprotectedDatabases: z
    .string()
    .regex(DATABASES, 'ids of databases, such as users, separated by commas')
    .optional()
    .describe(
      'managed databases without deletion protection before a move that removes them, such as users, separated by commas; `sizing move` prints it for a step before the last; default: none, as deletionProtection defines',
    ),
  clusterName: z
    .string()
    .regex(CLUSTER_NAME, 'the name of a cluster: letters, digits, hyphens and underscores, at most 100')
    .optional()
    .describe('name of the cluster that the manifests are applied to (platform=kubernetes); default: the name of the stack'),
  nodeRole: z
    .string()
    .regex(ROLE_NAME, 'the name of an IAM role, without its ARN')
    .optional()
    .describe(
      'name of the IAM role of the nodes that Karpenter creates (platform=kubernetes); default: `KarpenterNodeRole-<cluster name>`, as in the guide of Karpenter',
    ),
  discoveryTag: z
    .string()
    .regex(TAG, 'a tag as key=value, such as karpenter.sh/discovery=prod')
    .optional()
    .describe(
      'tag of the subnets and security groups of the nodes that Karpenter creates (platform=kubernetes); default: `karpenter.sh/discovery=<cluster name>`, as in the guide of Karpenter',
    ),
  natGateways: wholeNumber(0, 3)
    .optional()
    .describe(
      'NAT gateways of the VPC (platform=ecs and eks); with at least one, instances and tasks are in private subnets, and the API endpoint of an EKS cluster is private; a change from or to 0 moves instances and tasks to other subnets; default: as the tier defines, and at least 1 with platform=eks and where taskNetwork is awsvpc',
    ),
  taskNetwork: z
    .enum(['bridge', 'awsvpc'])
    .optional()
    .describe(
      'network mode of the tasks of HTTP services and workers on EC2 node pools (platform=ecs): bridge, in which services of a pool share the security group of its instances, or awsvpc, with a network interface and a security group per task; a change replaces services and target groups; default: awsvpc in systems in which services of a pool differ in the data stores and services that they use, otherwise bridge; with natGateways=0: bridge',
    ),
  certificate: z
    .string()
    .regex(CERTIFICATES, 'the ARN of an ACM certificate')
    .optional()
    .describe('ACM certificate for HTTPS; for several regions one per region, separated by commas; default: HTTP without TLS'),
  zones: z
    .string()
    .regex(ZONES, 'three Availability Zones, by id or by name, separated by commas')
    .optional()
    .describe(
      'three Availability Zones for the subnets, by id (use1-az1,use1-az2,use1-az4) or by name; set it once per environment, because a change replaces the subnets; with platform=kubernetes the zones of the nodes; default: ids that the data of the region lists, with platform=kubernetes the zones of the subnets of the cluster',
    ),
  deletionProtection: Switch.default(true).describe(
    'deletion protection of databases, and of EKS clusters with data stores; false for the first deployment, because CloudFormation cannot roll back a failed creation of protected resources, and the CDK cannot repeat it',
  ),
  restoreFrom: z
    .string()
    .regex(RESTORES, 'component ids with their snapshots, such as database:shop-2026-11-28,cache:shop-2026-11-28')
    .optional()
    .describe(
      'backups that components are created from: `database:<snapshot>`, `cache:<snapshot>`, a data volume `host:<snapshot>` or an existing bucket `files:<bucket>`, separated by commas; must stay set afterwards, because removing it replaces the component with an empty one; default: none',
    ),
  domain: z
    .string()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'the name of a hosted zone, such as example.com')
    .optional()
    .describe('Route 53 hosted zone for failover between regions; default: no automatic failover (tiers with several regions)'),
  clientCidrs: z
    .string()
    .regex(CIDRS, 'IPv4 ranges such as 203.0.113.0/24, separated by commas')
    .optional()
    .describe(
      'IPv4 ranges that may use TCP and UDP ports, such as the addresses of a SIP trunk, separated by commas; HTTP entry points stay open, and 0.0.0.0/0 is every address; default: private addresses (RFC 1918)',
    ),
  apiCidrs: z
    .string()
    .regex(CIDRS, 'IPv4 ranges such as 203.0.113.0/24, separated by commas')
    .optional()
    .describe(
      'IPv4 ranges that may use the public API endpoint of the EKS cluster, separated by commas (platform=eks); default: none, so that only the VPC has access; with natGateways=0: every address',
    ),
  ecsExec: Switch.optional().describe(
    'commands in running containers by aws ecs execute-command, with a log of each session (platform=ecs); default: off',
  ),
  terminationProtection: Switch.optional().describe(
    'whether stacks refuse to be deleted until the protection is switched off; default: as deletionProtection',
  ),
  budget: z
    .preprocess(numberOf, Positive)
    .optional()
    .describe('monthly budget in US dollars; an estimate above it is an error; default: none'),
});
export type Options = z.infer<typeof Options>;
