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

const same = () => ({ times: 1, per: 1 });

/** Sizes in units of `large`: prices in a family are proportional to it. */
const LARGES: Readonly<Record<string, number>> = {
  large: 1,
  xlarge: 2,
  '2xlarge': 4,
  '4xlarge': 8,
  '8xlarge': 16,
  '12xlarge': 24,
  '16xlarge': 32,
  '24xlarge': 48,
  '32xlarge': 64,
};

/** Price of a size from that of another size of the family. */
function linearFrom(knownSize: string) {
  return (match: RegExpExecArray) => {
    const times = LARGES[match.at(-1) ?? ''] ?? 0;
    const per = LARGES[knownSize] ?? 1;
    return times % per === 0 ? { times: times / per, per: 1 } : per % times === 0 ? { times: 1, per: per / times } : { times, per };
  };
}

const SIZE = '(large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge)';

/** The first rule that leads to a known price applies. */
export const SIBLING_RULES: readonly SiblingRule[] = [
  {
    sku: /^rds\/(?:mysql|mariadb)\/(db\.(?:m7g\.\w+|r7g\.\w+|t4g\.\w+))\/single-az$/,
    like: 'rds/postgres/$1/single-az',
    scale: same,
    reason: 'open-source-engines',
  },
  {
    sku: new RegExp(`^rds/(mysql|mariadb)/db\\.(m6i|r6i)\\.${SIZE}(?=/single-az$)`),
    like: 'rds/$1/db.$2.2xlarge/single-az',
    scale: linearFrom('2xlarge'),
    reason: 'proportional-to-size',
  },
  {
    sku: /^(rds\/.+)\/multi-az$/,
    like: '$1/single-az',
    scale: () => ({ times: 2, per: 1 }),
    reason: 'standby',
  },
  {
    sku: new RegExp(`^documentdb/db\\.r5\\.${SIZE}$`),
    like: 'documentdb/db.r5.4xlarge',
    scale: linearFrom('4xlarge'),
    reason: 'proportional-to-size',
  },
  {
    sku: new RegExp(`^msk/kafka\\.m5\\.${SIZE}$`),
    like: 'msk/kafka.m5.24xlarge',
    scale: linearFrom('24xlarge'),
    reason: 'proportional-to-size',
  },
  {
    sku: /^elb\/application\/hours$/,
    like: 'elb/network/hours',
    scale: same,
    reason: 'application-and-network-balancers',
  },
  {
    sku: /^nat\/data$/,
    like: 'nat/hours',
    scale: same,
    unit: 'GB',
    reason: 'gigabyte-like-hour',
  },
];

/** Sizes to compare families by if the nearest family lacks the size. Large sizes first, because rounding affects their prices least. */
const COMPARED_SIZES = ['16xlarge', '12xlarge', '8xlarge', '4xlarge', '2xlarge', 'xlarge', 'large', '112xlarge', 'metal'];

/** The first rule with a price that both regions list applies. */
export const REGIONAL_RULES: readonly RegionalRule[] = [
  ...ec2Rules(),
  { sku: /^ec2\/cpu-credits$/, like: 'unchanged', reason: 'flat-charge' },

  { sku: /^ebs\/io2\/iops$/, like: ['ebs/io1/iops'], reason: 'older-volume-operations' },
  { sku: /^ebs\/standard\/(?:storage|io)$/, like: ['ebs/gp2/storage'], reason: 'nearest-volume' },
  { sku: /^ebs\/snapshots$/, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },

  { sku: /^(rds\/\w+)\/db\.t4g\.(\w+)\/single-az$/, like: ['$1/db.t3.$2/single-az', '$1/db.t3.large/single-az'], reason: 'older-class' },
  {
    sku: /^(rds\/\w+)\/db\.([mr])[78]g\.(\w+)\/single-az$/,
    like: ['$1/db.$26g.$3/single-az', '$1/db.$26g.large/single-az'],
    reason: 'older-class',
  },
  {
    sku: /^(rds\/\w+)\/db\.([mr])[67]i\.(\w+)\/single-az$/,
    like: ['$1/db.$25.$3/single-az', '$1/db.$25.16xlarge/single-az'],
    reason: 'older-class',
  },
  { sku: /^rds\/storage\/gp3\/single-az$/, like: ['rds/storage/gp2/single-az', 'ebs/gp3/storage'], reason: 'nearest-volume' },
  { sku: /^rds\/storage\/(\w+)\/single-az$/, like: ['ebs/$1/storage', 'ebs/gp2/storage'], reason: 'same-volume' },
  { sku: /^rds\/iops\/(gp3|io1)\/single-az$/, like: ['ebs/$1/iops'], reason: 'same-volume-operations' },
  { sku: /^rds\/io\/standard$/, like: ['ebs/gp2/storage'], reason: 'nearest-volume' },
  { sku: /^rds\/backup$/, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  {
    sku: /^rds\/cpu-credits$/,
    like: ['rds/mysql/db.t3.large/single-az'],
    reason: 'cpu-credits',
  },
  {
    sku: /^rds\/(?:proxy|extended-support)/,
    like: ['rds/mysql/db.m5.large/single-az'],
    reason: 'vcpu-hours',
  },

  { sku: /^aurora\/db\.t4g\.(\w+)$/, like: ['aurora/db.t3.$1', 'aurora/db.t3.large'], reason: 'older-class' },
  { sku: /^aurora\/db\.r[78]g\.(\w+)$/, like: ['aurora/db.r6g.$1', 'aurora/db.r6g.16xlarge'], reason: 'older-class' },
  { sku: /^aurora\/serverless-v2$/, like: ['aurora/db.r6g.large'], reason: 'cluster-instance' },
  {
    sku: /^aurora\/cpu-credits$/,
    like: ['aurora/db.t3.medium'],
    reason: 'cpu-credits',
  },
  {
    sku: /^aurora\/(storage|backup|io)$/,
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
  { sku: /^elasticache\/backup$/, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  {
    sku: /^elasticache\/serverless\/(\w+)\//,
    like: ['elasticache/$1/cache.r7g.large'],
    reason: 'serverless-cache',
  },

  { sku: /^documentdb\/(db\.\w+\.\w+)$/, like: ['aurora/$1'], reason: 'class-of-cluster-database' },
  {
    sku: /^documentdb\/(storage|backup|io)$/,
    like: ['aurora/$1', 'ebs/gp3/storage'],
    reason: 'cluster-storage',
  },
  {
    sku: /^documentdb\/cpu-credits$/,
    like: ['aurora/db.t3.medium'],
    reason: 'cpu-credits',
  },

  { sku: /^elb\/application\/lcu$/, like: 'unchanged', reason: 'lcu' },
  {
    sku: /^elb\/(?:network\/lcu|classic\/data)$/,
    like: 'unchanged',
    reason: 'lcu-of-application-balancers',
  },
  { sku: /^elb\/gateway\/hours$/, like: ['elb/network/hours'], reason: 'nearest-balancer' },
  {
    sku: /^(?:vpc-endpoint|transit-gateway|vpn)\//,
    like: ['nat/hours'],
    reason: 'network-appliances',
  },

  { sku: /^(?:s3|efs|ecr)\//, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  { sku: /^logs\//, like: ['ec2/m5.large'], reason: 'general-purpose-instances' },
  { sku: /^fargate\/amd64\//, like: ['ec2/m5.large'], reason: 'general-purpose-instances' },
  { sku: /^fargate\/arm64\//, like: ['ec2/m6g.large'], reason: 'general-purpose-instances' },
  { sku: /^fargate\/ephemeral-storage$/, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  { sku: /^(?:msk|mq)\/storage/, like: ['ebs/gp3/storage'], reason: 'general-purpose-storage' },
  { sku: /^msk\/kafka\.(\w+)\.(\w+)$/, like: ['ec2/$1.$2', 'ec2/m5.large'], reason: 'general-purpose-instances' },
  { sku: /^mq\//, like: ['ec2/m5.large'], reason: 'general-purpose-instances' },
  { sku: /^(?:cloudwatch|secrets|kms|waf|sqs|sns|eventbridge|eks)\//, like: 'unchanged', reason: 'flat-charge' },
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
