/** Scope of a quota: all uses in a region or an account together, or those of each zone, cluster, node group or primary. */
export type QuotaScope = 'region' | 'account' | 'zone' | 'cluster' | 'node-group' | 'primary';

/** A quota of AWS that limits what a stack can create. */
export interface ServiceQuota {
  /** Code of the service in Service Quotas: `ec2`. */
  readonly service: string;
  /** Code of the quota: `L-1216C47A`. */
  readonly code: string;
  /** Name of the limited amount. */
  readonly name: string;
  /** Uses that count together against the quota. */
  readonly scope: QuotaScope;
  /** Default of AWS; undefined when the documentation does not settle it. */
  readonly defaultValue: number | undefined;
  /** The values that versions of the documentation state, where they contradict each other; absent when the default is known. */
  readonly contradictoryValues?: readonly number[];
  /** Lower defaults, by region. Default: none. */
  readonly lowerIn?: Readonly<Record<string, number>>;
  /** Whether the documentation states that new accounts may start below the default. Default: false. */
  readonly startsLower?: boolean;
  /** Address of the documentation that states it. */
  readonly source: string;
}

/** Day when the documentation of all quotas was read. */
export const QUOTAS_AS_OF = '2026-11-28';

/** The region in which quotas of an account are read and raised. Source: Amazon S3 user guide, "Bucket quotas". */
export const ACCOUNT_QUOTA_REGION = 'us-east-1';

const EC2 = {
  service: 'ec2',
  scope: 'region',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html',
} as const;
const VPC = { source: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html' } as const;
const RDS = { service: 'rds', source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html' } as const;
// Outputs of list-aws-default-service-quotas have the same codes and defaults; older versions of the guide have 100 nodes of a node group.
const EKS = { service: 'eks', source: 'https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html' } as const;
// "Quotas for ElastiCache": 300 nodes per Region; 90 nodes per cluster per instance type, with cluster mode enabled.
const CACHE = { service: 'elasticache', source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html' } as const;
const BALANCERS = { service: 'elasticloadbalancing', scope: 'region' } as const;
const BALANCER_GUIDE = 'https://docs.aws.amazon.com/elasticloadbalancing/latest';

/** Quotas that the stacks of a tier count against, in the order of tables. */
const QUOTAS = {
  standardVcpu: { ...EC2, code: 'L-1216C47A', name: 'EC2 Standard vCPU, On-Demand', defaultValue: 5 },
  graphicsVcpu: { ...EC2, code: 'L-DB2E81BA', name: 'EC2 G and VT vCPU, On-Demand', defaultValue: 0 },
  acceleratorVcpu: { ...EC2, code: 'L-417A185B', name: 'EC2 P vCPU, On-Demand', defaultValue: 0 },
  inferenceVcpu: { ...EC2, code: 'L-1945791B', name: 'EC2 Inf vCPU, On-Demand', defaultValue: 0 },
  trainingVcpu: { ...EC2, code: 'L-2C3B7624', name: 'EC2 Trn vCPU, On-Demand', defaultValue: 0 },
  deepLearningVcpu: { ...EC2, code: 'L-6E869C2A', name: 'EC2 DL vCPU, On-Demand', defaultValue: 0 },
  fpgaVcpu: { ...EC2, code: 'L-74FC7D96', name: 'EC2 F vCPU, On-Demand', defaultValue: 0 },
  memoryVcpu: { ...EC2, code: 'L-7295265B', name: 'EC2 X vCPU, On-Demand', defaultValue: 0 },
  highMemoryVcpu: { ...EC2, code: 'L-43DA4232', name: 'EC2 High Memory vCPU, On-Demand', defaultValue: 0 },
  hpcVcpu: { ...EC2, code: 'L-F7808C92', name: 'EC2 HPC vCPU, On-Demand', defaultValue: 0 },
  fargateVcpu: {
    service: 'fargate',
    code: 'L-3032A538',
    name: 'Fargate vCPU, On-Demand',
    scope: 'region',
    defaultValue: 6,
    startsLower: true,
    source: 'https://docs.aws.amazon.com/general/latest/gr/ecs-service.html',
  },
  vpcs: { ...VPC, service: 'vpc', code: 'L-F678F1CE', name: 'VPCs', scope: 'region', defaultValue: 5 },
  elasticIps: { ...VPC, service: 'ec2', code: 'L-0263D0A3', name: 'Elastic IP addresses', scope: 'region', defaultValue: 5 },
  natGateways: { ...VPC, service: 'vpc', code: 'L-FE5A380F', name: 'NAT gateways of a zone', scope: 'zone', defaultValue: 5 },
  applicationBalancers: {
    ...BALANCERS,
    code: 'L-53DA6B97',
    name: 'Application Load Balancers',
    defaultValue: 50,
    source: `${BALANCER_GUIDE}/application/load-balancer-limits.html`,
  },
  networkBalancers: {
    ...BALANCERS,
    code: 'L-69A177A2',
    name: 'Network Load Balancers',
    defaultValue: 50,
    source: `${BALANCER_GUIDE}/network/load-balancer-limits.html`,
  },
  targetGroups: {
    ...BALANCERS,
    code: 'L-B22855CB',
    name: 'target groups',
    defaultValue: 3000,
    source: `${BALANCER_GUIDE}/application/load-balancer-limits.html`,
  },
  eksClusters: { ...EKS, code: 'L-1194D53C', name: 'EKS clusters', scope: 'region', defaultValue: 100 },
  nodeGroups: { ...EKS, code: 'L-6D54EA21', name: 'node groups of a cluster', scope: 'cluster', defaultValue: 30 },
  nodes: { ...EKS, code: 'L-BD136A63', name: 'nodes of a node group', scope: 'node-group', defaultValue: 450 },
  databases: {
    ...RDS,
    code: 'L-7B6409FD',
    name: 'RDS and DocumentDB instances',
    scope: 'region',
    defaultValue: 40,
    lowerIn: { 'ap-south-1': 20 },
  },
  databaseClusters: { ...RDS, code: 'L-952B80B8', name: 'RDS and DocumentDB clusters', scope: 'region', defaultValue: 40 },
  readReplicas: { ...RDS, code: 'L-5BC124EF', name: 'read replicas of a primary', scope: 'primary', defaultValue: 15 },
  databaseStorageGib: { ...RDS, code: 'L-7ADDB58A', name: 'RDS storage, GiB', scope: 'region', defaultValue: 100_000 },
  databaseProxies: { ...RDS, code: 'L-D94C7EA3', name: 'RDS proxies', scope: 'region', defaultValue: 20 },
  cacheNodes: { ...CACHE, code: 'L-DFE45DF3', name: 'ElastiCache nodes', scope: 'region', defaultValue: 300 },
  cacheClusterNodes: { ...CACHE, code: 'L-AF354865', name: 'ElastiCache nodes of a cluster', scope: 'cluster', defaultValue: 90 },
  // The EKS best practices guide, "Known Limits and Service Quotas", has the same code and default.
  secrets: {
    service: 'secretsmanager',
    code: 'L-2F66C23C',
    name: 'secrets',
    scope: 'region',
    defaultValue: 500_000,
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html',
  },
  buckets: {
    service: 's3',
    code: 'L-DC2B2D3D',
    name: 'S3 general purpose buckets',
    scope: 'account',
    defaultValue: 10_000,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html',
  },
  distributions: {
    service: 'cloudfront',
    code: 'L-24B04930',
    name: 'CloudFront distributions',
    scope: 'account',
    defaultValue: undefined,
    contradictoryValues: [200, 500],
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  },
} as const satisfies Readonly<Record<string, ServiceQuota>>;

/** Key of a quota. */
export type QuotaKey = keyof typeof QUOTAS;
/** Quotas that the stacks of a tier count against, in the order of tables. */
export const SERVICE_QUOTAS: Readonly<Record<QuotaKey, ServiceQuota>> = QUOTAS;

/** First letters of instance types, by quota. Source: Amazon EC2 user guide, "On-Demand Instance quotas". */
const VCPU_QUOTAS: readonly (readonly [type: RegExp, quota: QuotaKey])[] = [
  [/^(?:g\d|gr\d|vt\d)/, 'graphicsVcpu'],
  [/^p\d/, 'acceleratorVcpu'],
  [/^inf\d/, 'inferenceVcpu'],
  [/^trn\d/, 'trainingVcpu'],
  [/^dl\d/, 'deepLearningVcpu'],
  [/^f\d/, 'fpgaVcpu'],
  [/^x\d/, 'memoryVcpu'],
  [/^u(?:-|\d)/, 'highMemoryVcpu'],
  [/^hpc\d/, 'hpcVcpu'],
];

/** The quota that On-Demand instances of a type count against. */
export function vcpuQuotaOf(instanceType: string): QuotaKey {
  return VCPU_QUOTAS.find(([type]) => type.test(instanceType))?.[1] ?? 'standardVcpu';
}

/** The default of a quota in a region; undefined when it is unknown. */
export function defaultIn({ defaultValue, lowerIn = {} }: ServiceQuota, region: string): number | undefined {
  return Object.hasOwn(lowerIn, region) ? lowerIn[region] : defaultValue;
}
