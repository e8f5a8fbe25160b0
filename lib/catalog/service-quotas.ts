/** A quota of an account in a region that limits what a stack can create. */
export interface ServiceQuota {
  /** Code of the service in Service Quotas: `ec2`. */
  readonly service: string;
  /** Code of the quota. */
  readonly code: string;
  /** Name of what it limits. */
  readonly name: string;
  /** Default of a new account. */
  readonly defaultValue: number;
  /** Address of the documentation that states it. */
  readonly source: string;
}

const EC2 = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html';
const VPC = 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html';
const RDS = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html';

const LOAD_BALANCERS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest';
const CACHE = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html';

/** Quotas that the stacks of a tier count against. */
export const SERVICE_QUOTAS = {
  standardVcpu: { service: 'ec2', code: 'L-1216C47A', name: 'vCPU of On-Demand Standard instances', defaultValue: 5, source: EC2 },
  graphicsVcpu: { service: 'ec2', code: 'L-DB2E81BA', name: 'vCPU of On-Demand G and VT instances', defaultValue: 0, source: EC2 },
  acceleratorVcpu: { service: 'ec2', code: 'L-417A185B', name: 'vCPU of On-Demand P instances', defaultValue: 0, source: EC2 },
  elasticIps: { service: 'ec2', code: 'L-0263D0A3', name: 'Elastic IP addresses', defaultValue: 5, source: VPC },
  vpcs: { service: 'vpc', code: 'L-F678F1CE', name: 'VPCs', defaultValue: 5, source: VPC },
  databases: { service: 'rds', code: 'L-7B6409FD', name: 'RDS instances', defaultValue: 40, source: RDS },
  applicationBalancers: {
    service: 'elasticloadbalancing',
    code: 'L-53DA6B97',
    name: 'Application Load Balancers',
    defaultValue: 50,
    source: `${LOAD_BALANCERS}/application/load-balancer-limits.html`,
  },
  networkBalancers: {
    service: 'elasticloadbalancing',
    code: 'L-69A177A2',
    name: 'Network Load Balancers',
    defaultValue: 50,
    source: `${LOAD_BALANCERS}/network/load-balancer-limits.html`,
  },
  cacheNodes: { service: 'elasticache', code: 'L-DFE45DF3', name: 'ElastiCache nodes', defaultValue: 300, source: CACHE },
} as const satisfies Readonly<Record<string, ServiceQuota>>;
/** Key of a quota. */
export type QuotaKey = keyof typeof SERVICE_QUOTAS;
