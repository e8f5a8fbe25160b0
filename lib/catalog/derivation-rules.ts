import type { DerivationReason } from '../core/price-derivation';
import { EC2_FAMILY_LINES } from './ec2-family-lines';

/** A price that follows from another one in the same region. */
export interface SiblingRule {
  /** Pattern of the names of prices that the rule derives. */
  readonly sku: RegExp;
  /** Name of the price that it is derived from; `$1` is the first group of the pattern. */
  readonly like: string;
  /** The factor of the price: multiplied by `times`, divided by `per`. */
  readonly scale: (match: RegExpExecArray) => { readonly times: number; readonly per: number };
  /** Unit of the derived price. Default: the unit of the other price. */
  readonly unit?: string;
  /** Reason of the rule, part of the printed derivation. */
  readonly reason: DerivationReason;
}

/** A price that follows from the reference region's, by the ratio of another price in both regions. */
export interface RegionalRule {
  /** Pattern of the names of prices that the rule derives. */
  readonly sku: RegExp;
  /** Prices whose ratio is used, nearest first: the first with a list price in both regions. `unchanged`: the price of the reference region. */
  readonly like: readonly string[] | 'unchanged';
  /** Reason of the rule, part of the printed derivation. */
  readonly reason: DerivationReason;
}

/** A price of the reference region that follows from the list of another region, whose prices are the same. */
export interface TwinRule {
  /** Pattern of the names of prices that the rule derives. */
  readonly sku: RegExp;
  /** The other region. */
  readonly region: string;
  /** Reason of the rule, part of the printed derivation. */
  readonly reason: DerivationReason;
}

/** Sizes in units of `large`: prices in a family are proportional to it. */
const LARGES: Readonly<Record<string, number>> = {
  medium: 0.5,
  large: 1,
  xlarge: 2,
  '2xlarge': 4,
  '4xlarge': 8,
  '8xlarge': 16,
  '12xlarge': 24,
  '16xlarge': 32,
  '24xlarge': 48,
  '32xlarge': 64,
  '48xlarge': 96,
};

/** Price of a size from that of another size of the family. */
function linearFrom(knownSize: string) {
  return (match: RegExpExecArray) => {
    const times = LARGES[match.at(-1) ?? ''] ?? 0;
    const per = LARGES[knownSize] ?? 1;
    return times % per === 0 ? { times: times / per, per: 1 } : per % times === 0 ? { times: 1, per: per / times } : { times, per };
  };
}

const SIZE = '(large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge|48xlarge)';

/** Families of SageMaker notebooks of which a list has one or two sizes, by the size that the others are derived from. */
const NOTEBOOKS = { medium: 't3', '2xlarge': 'r7i', '4xlarge': 'm5|m6i|r5|r6i', '8xlarge': 'c6i' } as const;

function notebookSizes(known: keyof typeof NOTEBOOKS): SiblingRule {
  return {
    sku: new RegExp(`^sagemaker/notebook/ml\\.(${NOTEBOOKS[known]})\\.${SIZE}$`),
    like: `sagemaker/notebook/ml.$1.${known}`,
    scale: linearFrom(known),
    reason: 'proportional-to-size',
  };
}

/** Families of RDS of which a list has some sizes only, by the size that the others are derived from. */
const PARTLY_LISTED = { xlarge: 'm8g|r8gd', '2xlarge': 'r8g', '8xlarge': 'r7i' } as const;

function databaseSizes(known: keyof typeof PARTLY_LISTED): SiblingRule {
  return {
    sku: new RegExp(`^rds/(\\w+)/db\\.(${PARTLY_LISTED[known]})\\.${SIZE}(?=/single-az$)`),
    like: `rds/$1/db.$2.${known}/single-az`,
    scale: linearFrom(known),
    reason: 'proportional-to-size',
  };
}

/** The first rule that leads to a known price applies. */
export const SIBLING_RULES: readonly SiblingRule[] = [
  ...(['xlarge', '2xlarge', '8xlarge'] as const).map(databaseSizes),
  ...(['medium', '2xlarge', '4xlarge', '8xlarge'] as const).map(notebookSizes),
  { sku: /^sagemaker\/hosting\/storage$/, like: 'sagemaker/notebook/storage', scale: () => ({ times: 1, per: 1 }), reason: 'same-volume' },
  {
    sku: /^(rds\/.+)\/multi-az$/,
    like: '$1/single-az',
    scale: () => ({ times: 2, per: 1 }),
    reason: 'standby',
  },
  {
    sku: /^(rds\/(?:storage|iops|throughput)\/.+)\/multi-az-cluster$/,
    like: '$1/single-az',
    scale: () => ({ times: 3, per: 1 }),
    reason: 'two-standbys',
  },
  {
    sku: /^aurora\/io-optimized\/(db\..+|serverless-v2)$/,
    like: 'aurora/$1',
    scale: () => ({ times: 13, per: 10 }),
    reason: 'io-optimized',
  },
  {
    sku: /^aurora\/io-optimized\/storage$/,
    like: 'aurora/storage',
    scale: () => ({ times: 9, per: 4 }),
    reason: 'io-optimized',
  },
  {
    sku: new RegExp(`^aurora/db\\.(r7i|r8gd)\\.${SIZE}$`),
    like: 'aurora/db.$1.8xlarge',
    scale: linearFrom('8xlarge'),
    reason: 'proportional-to-size',
  },
  {
    sku: new RegExp(`^aurora/db\\.(r8g)\\.${SIZE}$`),
    like: 'aurora/db.$1.16xlarge',
    scale: linearFrom('16xlarge'),
    reason: 'proportional-to-size',
  },
  {
    sku: /^aurora\/db\.r6i\.((?:\d*x)?large)$/,
    like: 'aurora/db.r5.$1',
    scale: () => ({ times: 1, per: 1 }),
    reason: 'older-class',
  },
  {
    sku: new RegExp(`^documentdb/db\\.r5\\.${SIZE}$`),
    like: 'documentdb/db.r5.4xlarge',
    scale: linearFrom('4xlarge'),
    reason: 'proportional-to-size',
  },
  {
    sku: new RegExp(`^neptune/db\\.r5\\.${SIZE}$`),
    like: 'neptune/db.r5.2xlarge',
    scale: linearFrom('2xlarge'),
    reason: 'proportional-to-size',
  },
  { sku: /^neptune\/backup$/, like: 'documentdb/backup', scale: () => ({ times: 1, per: 1 }), reason: 'cluster-storage' },
];

/** Prices of the reference region that only the list of another region has. */
export const TWIN_RULES: readonly TwinRule[] = [
  { sku: /^rds\/\w+\/db\.(?:[mr]7i|[mr]8gd?)\.\w+\/single-az$/, region: 'us-west-2', reason: 'us-east-1-like-us-west-2' },
  { sku: /^aurora\/db\.(?:r7i|r8gd)\.\w+$/, region: 'us-west-2', reason: 'us-east-1-like-us-west-2' },
];

/** Sizes to compare families by if the nearest family lacks the size. Large sizes first, because rounding affects their prices least. */
const COMPARED_SIZES = ['16xlarge', '12xlarge', '8xlarge', '4xlarge', '2xlarge', 'xlarge', 'large', '112xlarge', 'metal'];

/** The first rule with a price that both regions list applies. */
export const REGIONAL_RULES: readonly RegionalRule[] = [
  ...ec2Rules(),
  { sku: /^\w+\/(?:cpu-credits|backup)$/, like: 'unchanged', reason: 'flat-charge' },

  {
    sku: /^(rds\/\w+)\/db\.([mr])8g(d?)\.(\w+)\/single-az$/,
    like: ['$1/db.$27g$3.$4/single-az', '$1/db.$27g.large/single-az'],
    reason: 'older-class',
  },
  {
    sku: /^(rds\/\w+)\/db\.([mr])7i\.(\w+)\/single-az$/,
    like: ['$1/db.$26i.$3/single-az', '$1/db.$26i.16xlarge/single-az'],
    reason: 'older-class',
  },
  { sku: /^sagemaker\/notebook\/storage$/, like: ['ebs/gp2/storage'], reason: 'same-volume' },
  { sku: /^rds\/storage\/gp3\/single-az$/, like: ['rds/storage/gp2/single-az', 'ebs/gp3/storage'], reason: 'nearest-volume' },
  { sku: /^rds\/storage\/(\w+)\/single-az$/, like: ['ebs/$1/storage', 'ebs/gp2/storage'], reason: 'same-volume' },
  { sku: /^rds\/iops\/(gp3|io1)\/single-az$/, like: ['ebs/$1/iops'], reason: 'same-volume-operations' },
  { sku: /^rds\/io\/standard$/, like: ['ebs/gp2/storage'], reason: 'nearest-volume' },
  {
    sku: /^rds\/(?:proxy|extended-support)/,
    like: ['rds/mysql/db.m5.large/single-az'],
    reason: 'vcpu-hours',
  },

  { sku: /^aurora\/db\.t4g\.(\w+)$/, like: ['aurora/db.t3.$1', 'aurora/db.t3.large'], reason: 'older-class' },
  { sku: /^aurora\/db\.r[78]g\.(\w+)$/, like: ['aurora/db.r6g.$1', 'aurora/db.r6g.16xlarge'], reason: 'older-class' },
  { sku: /^aurora\/serverless-v2$/, like: ['aurora/db.r6g.large'], reason: 'cluster-instance' },
  {
    sku: /^aurora\/(storage|io)$/,
    like: ['documentdb/$1', 'ebs/gp3/storage'],
    reason: 'cluster-storage',
  },

  {
    sku: /^elasticache\/(\w+)\/cache\.c7gn\.(\w+)$/,
    like: ['elasticache/$1/cache.r7g.$2'],
    reason: 'same-generation',
  },
  { sku: /^elasticache\/(\w+)\/cache\.t1\.micro$/, like: ['elasticache/$1/cache.t2.micro'], reason: 'next-family' },
  { sku: /^elasticache\/(\w+)\/cache\.[cm][12]\./, like: ['elasticache/$1/cache.m3.large'], reason: 'next-family' },
  {
    sku: /^elasticache\/serverless\/(\w+)\//,
    like: ['elasticache/$1/cache.r7g.large'],
    reason: 'serverless-cache',
  },

  { sku: /^(?:documentdb|neptune)\/(db\.\w+\.\w+)$/, like: ['aurora/$1'], reason: 'class-of-cluster-database' },
  {
    sku: /^(?:documentdb|neptune)\/(storage|io)$/,
    like: ['aurora/$1', 'ebs/gp3/storage'],
    reason: 'cluster-storage',
  },

  { sku: /^elb\/application\/lcu$/, like: 'unchanged', reason: 'lcu' },
  {
    sku: /^elb\/(?:(?:network|gateway)\/lcu|classic\/data)$/,
    like: 'unchanged',
    reason: 'lcu-of-application-balancers',
  },
  { sku: /^elb\/gateway\/hours$/, like: ['elb/network/hours'], reason: 'nearest-balancer' },
  {
    sku: /^(?:vpc-endpoint|transit-gateway)\//,
    like: ['nat/hours'],
    reason: 'network-appliances',
  },

  {
    sku: /^s3\/[\w-]+\/storage$/,
    like: ['s3/standard/storage'],
    reason: 'other-class',
  },
  { sku: /^efs\//, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  { sku: /^neptune\/serverless$/, like: ['aurora/serverless-v2', 'aurora/db.r6g.large'], reason: 'cluster-instance' },
  { sku: /^(?:cloudwatch\/canary-run$|logs\/)/, like: ['ec2/m5.large'], reason: 'general-purpose-instances' },
  { sku: /^fargate\/arm64\/(\w+)$/, like: ['fargate/amd64/$1'], reason: 'other-architecture' },
  { sku: /^fargate\/ephemeral-storage$/, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  { sku: /^(?:msk|mq)\/storage/, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  { sku: /^(?:network-firewall|route53-resolver)\//, like: ['nat/hours'], reason: 'network-appliances' },
  { sku: /^opensearch\/\w+\/\w+$/, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  { sku: /^(?:opensearch|redshift)\//, like: ['ec2/m5.large'], reason: 'general-purpose-instances' },
  { sku: /^lambda\/arm64\/provisioned-concurrency$/, like: ['lambda/x86/provisioned-concurrency'], reason: 'same-generation' },
  {
    sku: /^(?:api-gateway|codebuild|directory-service|dynamodb|firehose|glue|iot|kinesis|step-functions)\//,
    like: ['ec2/m5.large'],
    reason: 'general-purpose-instances',
  },
  { sku: /^sns\/fifo\//, like: ['ec2/m5.large'], reason: 'general-purpose-instances' },
  {
    sku: /^(?:appsync|emr|cloudtrail|cloudwatch|codecommit|codepipeline|private-ca|cognito|config|transfer-family|secrets|kms|waf|ssm|sqs|sns|eventbridge|eks|s3|ecr|vpn|xray)\//,
    like: 'unchanged',
    reason: 'flat-charge',
  },
];

function ec2Rules(): RegionalRule[] {
  const ofFamily = (family: string, sizes: readonly string[]) => sizes.map((size) => `ec2/${family}.${size}`);
  return [
    { sku: /^ec2\/([^.]+)\.[^.]+$/, like: ofFamily('$1', COMPARED_SIZES), reason: 'size-of-family' },
    ...EC2_FAMILY_LINES.map(
      ({ families, like }): RegionalRule => ({
        sku: new RegExp(`^ec2/${families}\\.([^.]+)$`),
        like: like.flatMap((family) => ofFamily(family, ['$1', ...COMPARED_SIZES])),
        reason: 'older-family',
      }),
    ),
  ];
}
