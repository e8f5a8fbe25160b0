import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { MIB_PER_GIB } from '../../core/data-size';
import type { PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { oncePerTemplate } from './following';
import { LARGEST, numberUpTo } from './largest-amounts';
import { list, object, optionalText, type Properties } from './properties';

/** Memory of a function without MemorySize, MB. Source: AWS CloudFormation template reference, AWS::Lambda::Function. */
const DEFAULT_MEMORY_MB = 128;
/** Ephemeral storage without a charge, MB. Source: AWS Lambda pricing. */
const INCLUDED_DISK_MB = 512;
/** Languages in which SnapStart has no charge. Source: AWS Lambda developer guide, SnapStart pricing. */
const FREE_SNAPSTART = /^java/;

/** The properties of a function that decide the price of its duration. */
export interface FunctionSize {
  /** Instruction set, as names of prices have it. */
  readonly architecture: 'x86' | 'arm64';
  /** Memory, GB. */
  readonly memoryGb: number;
  /** Ephemeral storage with a charge, GB. */
  readonly extraDiskGb: number;
  /** Whether a distribution of CloudFront runs it at the edge locations. */
  readonly isAtEdge: boolean;
}

/** The size of a function. Throws an UnreadableProperty for features with other charges, which the price list does not contain. */
export function functionSize(resource: TemplateResource, context: PricingContext): FunctionSize {
  const { properties } = resource;
  requireListedFeatures(properties);
  const [architecture = 'x86_64'] = list(properties, 'Architectures');
  if (architecture !== 'x86_64' && architecture !== 'arm64') {
    throw new UnreadableProperty({
      kind: 'invalid',
      property: 'Architectures',
      shown: JSON.stringify(architecture),
      expected: ['x86_64', 'arm64'],
    });
  }
  const diskMb = numberUpTo(object(properties, 'EphemeralStorage'), 'Size', LARGEST.functionDiskMb) ?? INCLUDED_DISK_MB;
  return {
    architecture: architecture === 'arm64' ? 'arm64' : 'x86',
    memoryGb: (numberUpTo(properties, 'MemorySize', LARGEST.functionMemoryMb) ?? DEFAULT_MEMORY_MB) / MIB_PER_GIB,
    extraDiskGb: Math.max(diskMb - INCLUDED_DISK_MB, 0) / MIB_PER_GIB,
    isAtEdge: edgeFunctions(context).has(resource.id),
  };
}

function requireListedFeatures(properties: Properties): void {
  const refuse = (property: string, feature: string) => new UnreadableProperty({ kind: 'unlisted-extra', property, feature });
  if (properties.CapacityProviderConfig !== undefined) throw refuse('CapacityProviderConfig', 'Lambda Managed Instances');
  if (properties.DurableConfig !== undefined) throw refuse('DurableConfig', 'durable functions');
  if (hasPaidSnapStart(properties)) throw refuse('SnapStart', 'SnapStart of this runtime');
}

function hasPaidSnapStart(properties: Properties): boolean {
  const applyOn = optionalText(object(properties, 'SnapStart'), 'ApplyOn') ?? 'None';
  return applyOn !== 'None' && !FREE_SNAPSTART.test(optionalText(properties, 'Runtime') ?? '');
}

/** Functions that CloudFront distributions run at their edges, by themselves or by their versions. */
const edgeFunctions = oncePerTemplate((context) => {
  const ids = context.ofType('AWS::CloudFront::Distribution').flatMap(({ properties }) => referencesIn(associationsIn(properties)));
  const functions = ids.flatMap((id) => {
    const resource = context.follow({ Ref: id });
    return resource?.type === 'AWS::Lambda::Version' ? [id, ...referencesIn(resource.properties.FunctionName)] : [id];
  });
  return new Set(functions);
});

function associationsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(associationsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'LambdaFunctionAssociations' ? [part] : associationsIn(part)));
}
