import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { SPOT_NOTE } from './instance';
import { knownWord, list, object, optionalNumber, optionalText, type Properties, requiredText, shownValue } from './properties';
import { eitherOf, usageCharge } from './quantities';

const GROUP = 'compute';
/**
 * Instance families that words in InstanceTypes stand for. Source: AWS Batch API, ComputeResource, instanceTypes; `optimal` is the same as
 * `default_x86_64` since 2025-11-01.
 */
const X86_FAMILIES = ['c6i', 'c7i', 'm6i', 'r6i'];
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  default_arm64: ['c6g', 'c7g', 'm6g', 'r6g'],
  default_x86_64: X86_FAMILIES,
  optimal: X86_FAMILIES,
};
const SIZES = ['medium', 'large', 'xlarge', ...[2, 4, 8, 9, 12, 16, 18, 24, 32, 48].map((times) => `${times}xlarge`)];

/**
 * Compute environment of AWS Batch, which has no charge itself. Its jobs are charged by the resources that run them: by size on Fargate, by
 * the hours of instances on EC2. Sources: https://aws.amazon.com/batch/pricing/, https://aws.amazon.com/fargate/pricing/.
 */
export const batchComputeEnvironment: Pricer = {
  types: ['AWS::Batch::ComputeEnvironment'],
  charges: (resource, context) => {
    const { properties } = resource;
    if (optionalText(properties, 'Type')?.toUpperCase() === 'UNMANAGED') return [];
    const resources = object(properties, 'ComputeResources');
    requiredText(resources, 'Type');
    const type = knownWord(resources, 'Type', ['EC2', 'SPOT', 'FARGATE', 'FARGATE_SPOT'], 'EC2');
    const notes = type.endsWith('SPOT') ? [SPOT_NOTE] : [];
    if (type.startsWith('FARGATE')) {
      const architecture = architectureOf(context);
      const details = [architecture, ...notes];
      return [
        usageCharge(resource, context, {
          kind: 'task-vcpu-hours',
          details,
          sku: `fargate/${architecture}/vcpu`,
          group: GROUP,
          key: 'jobVcpuHours',
        }),
        usageCharge(resource, context, {
          kind: 'task-memory-gb-hours',
          details,
          sku: `fargate/${architecture}/memory`,
          group: GROUP,
          key: 'jobGbHours',
        }),
      ];
    }
    if ((optionalNumber(resources, 'MinvCpus') ?? 0) > 0) {
      throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'ComputeResources.MinvCpus', by: 'aws' });
    }
    const [cheapest, dearest] = endsOf(shapesOf(resources, context));
    const hours = ({ instanceType, vcpu }: Shape): Charge =>
      usageCharge(resource, context, {
        kind: 'instance-hours',
        details: [instanceType, ...notes],
        sku: `ec2/${instanceType}`,
        group: GROUP,
        key: 'jobVcpuHours',
        per: vcpu,
      });
    return [
      ...(cheapest.usdPerVcpu === dearest.usdPerVcpu ? [hours(cheapest)] : eitherOf(hours(cheapest), hours(dearest))),
      usageCharge(resource, context, {
        kind: 'volume-gb-months',
        details: ['gp2', 'disks of the instances'],
        sku: 'ebs/gp2/storage',
        group: 'storage and backup',
        key: 'storedGb',
      }),
    ];
  },
  freeReason: () => ({ kind: 'billed-elsewhere', as: 'own-nodes' }),
};

/** Jobs of the template decide the architecture; x86 by default. Source: AWS CloudFormation, AWS::Batch::JobDefinition RuntimePlatform. */
function architectureOf(context: PricingContext): 'amd64' | 'arm64' {
  const jobs = context.ofType('AWS::Batch::JobDefinition').map(({ properties }) => object(properties, 'ContainerProperties'));
  const isArm = (job: Properties) => optionalText(object(job, 'RuntimePlatform'), 'CpuArchitecture') === 'ARM64';
  return jobs.length > 0 && jobs.every(isArm) ? 'arm64' : 'amd64';
}

/** An instance type that AWS Batch may choose. */
interface Shape {
  readonly instanceType: string;
  readonly vcpu: number;
  readonly usdPerVcpu: number;
}

function shapesOf(resources: Properties, context: PricingContext): readonly Shape[] {
  const types = list(resources, 'InstanceTypes');
  if (types.length === 0) throw new UnreadableProperty({ kind: 'missing', property: 'InstanceTypes' });
  return types.flatMap((type) => {
    if (typeof type !== 'string') {
      throw new UnreadableProperty({ kind: 'known-at-deployment', property: 'InstanceTypes', shown: shownValue(type) });
    }
    const names = type.includes('.') ? [type] : (FAMILIES[type] ?? [type]).flatMap((family) => SIZES.map((size) => `${family}.${size}`));
    const known = names.flatMap((name) => shapeOf(name, context));
    // A name without a price leads to an unpriced line.
    return known.length > 0 ? known : [{ instanceType: type, vcpu: 1, usdPerVcpu: Number.MAX_VALUE }];
  });
}

function shapeOf(instanceType: string, { vcpuOf, unitUsdOf }: PricingContext): readonly Shape[] {
  const [vcpu, usd] = [vcpuOf(instanceType), unitUsdOf(`ec2/${instanceType}`)];
  return vcpu === undefined || usd === undefined ? [] : [{ instanceType, vcpu, usdPerVcpu: Number((usd / vcpu).toFixed(9)) }];
}

function endsOf(shapes: readonly Shape[]): readonly [cheapest: Shape, dearest: Shape] {
  const [first, ...others] = shapes;
  if (first === undefined) throw new Error('a compute environment has an instance type');
  return [
    others.reduce((least, each) => (each.usdPerVcpu < least.usdPerVcpu ? each : least), first),
    others.reduce((most, each) => (each.usdPerVcpu > most.usdPerVcpu ? each : most), first),
  ];
}
