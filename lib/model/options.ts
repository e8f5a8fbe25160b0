import { z } from 'zod';
import { Id } from './scalars';

/** The regions that there is price data for; each has a file in `data/prices`. */
export const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-1'] as const;
export type Region = (typeof REGIONS)[number];

export const GPU_MODELS = ['t4', 'a10g', 'l4', 'a100'] as const;
export type GpuModel = (typeof GPU_MODELS)[number];

/** `true`/`false` as a boolean or as the text that a context value or a flag is. */
const Switch = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** A number, or the text of one. */
const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** The ARN of a certificate, or several with commas. */
const CERTIFICATES =
  /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[a-z0-9-]+(,arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[a-z0-9-]+)*$/;

/**
 * The choices that are orthogonal to the tier, and their defaults. The keys are the CDK context keys
 * (`-c gpu=t4`) and, in kebab case, the flags of the command (`--gpu t4`).
 */
export const Options = z.strictObject({
  region: z.enum(REGIONS).default('us-east-1').describe('AWS region'),
  environment: Id.default('dev').describe('name of the environment; part of the stack name'),
  platform: z
    .enum(['ecs', 'eks', 'kubernetes'])
    .default('ecs')
    .describe('what services run on: ECS, EKS with its data stores managed, or manifests for a cluster'),
  compute: z.enum(['ec2', 'fargate']).default('ec2').describe('where ECS services run: EC2 node pools or Fargate'),
  topology: z
    .enum(['managed', 'single-host'])
    .default('managed')
    .describe('managed services, or one machine that runs everything (small tiers)'),
  dataStores: z
    .enum(['managed', 'statefulset', 'operator'])
    .optional()
    .describe(
      'who runs data stores: AWS, StatefulSets of our own, or operators; default on kubernetes: operator where any tier has high availability',
    ),
  entry: z
    .enum(['gateway', 'ingress'])
    .optional()
    .describe('how HTTP enters a cluster: Gateway API, or an Ingress of the AWS Load Balancer Controller; default: gateway'),
  gpu: z
    .enum(['none', ...GPU_MODELS])
    .optional()
    .describe('GPU for image work; default: what the tier takes'),
  architecture: z.enum(['amd64', 'arm64']).default('amd64').describe('processor of machines and containers; data stores take the cheaper'),
  highAvailability: Switch.optional().describe('a database standby in another zone; default: what the tier takes'),
  cacheEngine: z.enum(['redis', 'valkey']).optional().describe('engine of the cache; default: what the tier names'),
  readReplicas: wholeNumber(0, 15).optional().describe('read replicas of the database; default: what the tier has'),
  databaseStorageGib: wholeNumber(20, 65_536)
    .optional()
    .describe('database storage when it already has more than the tier asks: it cannot shrink'),
  certificate: z
    .string()
    .regex(CERTIFICATES, 'the ARN of an ACM certificate')
    .optional()
    .describe('ACM certificate for HTTPS, and for several regions one of each, with commas; without it load balancers speak HTTP'),
  domain: z
    .string()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'the name of a hosted zone, such as example.com')
    .optional()
    .describe('hosted zone of Route 53 for failover between regions; without it nothing moves users (tiers of several regions)'),
  budget: z.coerce.number().positive().optional().describe('monthly budget in US dollars; exceeding it is an error'),
});
export type Options = z.infer<typeof Options>;
export type OptionsInput = z.input<typeof Options>;
