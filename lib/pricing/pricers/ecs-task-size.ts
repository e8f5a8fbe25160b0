import type { TemplateResource } from '../../cloudformation/template-resource';
import { MIB_PER_GIB } from '../../core/data-size';
import { CPU_UNITS_PER_VCPU } from '../../core/processors';
import type { PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { followed } from './following';
import { LARGEST, numberUpTo, requireUpTo } from './largest-amounts';
import { object, optionalText, type Properties, requiredText, shownValue } from './properties';

/** Size of a Fargate task. */
export interface TaskSize {
  /** Processor architecture of the task. */
  readonly architecture: 'amd64' | 'arm64';
  /** vCPU of the task. */
  readonly vcpu: number;
  /** Memory of the task, GB. */
  readonly memoryGb: number;
  /** Ephemeral storage above the free 20 GB, GB. */
  readonly extraDiskGb: number;
}

/** Ephemeral storage of each task without a charge, GB. Source: AWS Fargate pricing. */
const INCLUDED_DISK_GB = 20;

/** Size of the tasks of a service, from its task definition. Throws an UnreadableProperty when it is not in the template. */
export function taskSize(service: TemplateResource, context: PricingContext): TaskSize {
  const definition = followed(service.properties.TaskDefinition, context);
  if (definition === undefined) throw new UnreadableProperty({ kind: 'outside-template', resource: 'task-definition' });
  const { properties } = definition;
  const diskGb = numberUpTo(object(properties, 'EphemeralStorage'), 'SizeInGiB', LARGEST.taskDiskGib) ?? INCLUDED_DISK_GB;
  const vcpu = amount(properties, 'Cpu', /^v?cpu$/i, CPU_UNITS_PER_VCPU);
  const memoryGb = amount(properties, 'Memory', /^gb$/i, MIB_PER_GIB);
  requireUpTo('Cpu', vcpu, LARGEST.taskVcpu);
  requireUpTo('Memory', memoryGb, LARGEST.taskMemoryGb);
  return {
    architecture: architectureOf(object(properties, 'RuntimePlatform')),
    vcpu,
    memoryGb,
    extraDiskGb: Math.max(0, diskGb - INCLUDED_DISK_GB),
  };
}

function architectureOf(platform: Properties): 'amd64' | 'arm64' {
  const system = optionalText(platform, 'OperatingSystemFamily') ?? 'LINUX';
  if (system !== 'LINUX')
    throw new UnreadableProperty({ kind: 'unlisted-value', property: 'OperatingSystemFamily', value: system, known: 'linux' });
  return optionalText(platform, 'CpuArchitecture') === 'ARM64' ? 'arm64' : 'amd64';
}

/** The longest string that is read as a size: the longest size that Fargate lists (`"122880"`, `"16 vCPU"`), with room for spaces. */
const MAX_SIZE_LENGTH = 32;
const SIZE = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)$/i;

/** Sizes are strings, with or without a unit: `"1024"`, `"1 vCPU"`, `".5 vCPU"`; `"2048"`, `"2 GB"`. */
function amount(properties: Properties, key: string, unit: RegExp, perUnit: number): number {
  const text = requiredText(properties, key);
  const [, digits, name] = text.length <= MAX_SIZE_LENGTH ? (SIZE.exec(text.trim()) ?? []) : [];
  if (digits === undefined || (name !== '' && !unit.test(name ?? ''))) {
    throw new UnreadableProperty({ kind: 'invalid', property: key, shown: shownValue(text), expected: 'task-size' });
  }
  return name === '' ? Number(digits) / perUnit : Number(digits);
}
