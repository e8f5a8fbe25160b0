import type { TemplateResource } from '../../cloudformation/template-resource';
import { MIB_PER_GIB } from '../../core/data-size';
import { CPU_UNITS_PER_VCPU } from '../../core/processors';
import { type PricingContext, UnreadableProperty } from '../pricer';
import { followed } from './following';
import { object, optionalNumber, optionalText, type Properties, requiredText } from './properties';

/** How large a task is on Fargate. */
export interface TaskSize {
  /** Processor architecture of the task. */
  readonly architecture: 'amd64' | 'arm64';
  /** vCPU of the task. */
  readonly vcpu: number;
  /** Memory of the task, GB. */
  readonly memoryGb: number;
  /** Disk above what every task has. */
  readonly extraDiskGb: number;
}

/** Units of `"1024"` in one vCPU, and mebibytes of `"2048"` in one gigabyte as Fargate counts it. */

/** Disk that every task has without a charge. Source: AWS Fargate pricing. */
const INCLUDED_DISK_GB = 20;

/** The size that a service's task definition gives. Throws an UnreadableProperty when it is not in the template. */
export function taskSize(service: TemplateResource, context: PricingContext): TaskSize {
  const definition = followed(service.properties.TaskDefinition, context);
  if (definition === undefined) throw new UnreadableProperty('TaskDefinition leads out of this template, and its size decides the price');
  const { properties } = definition;
  const diskGb = optionalNumber(object(properties, 'EphemeralStorage'), 'SizeInGiB') ?? INCLUDED_DISK_GB;
  return {
    architecture: architectureOf(object(properties, 'RuntimePlatform')),
    vcpu: amount(properties, 'Cpu', /^v?cpu$/i, CPU_UNITS_PER_VCPU),
    memoryGb: amount(properties, 'Memory', /^gb$/i, MIB_PER_GIB),
    extraDiskGb: Math.max(0, diskGb - INCLUDED_DISK_GB),
  };
}

function architectureOf(platform: Properties): 'amd64' | 'arm64' {
  const system = optionalText(platform, 'OperatingSystemFamily') ?? 'LINUX';
  if (system !== 'LINUX') throw new UnreadableProperty(`OperatingSystemFamily is ${system}: only prices of Linux tasks are known`);
  return optionalText(platform, 'CpuArchitecture') === 'ARM64' ? 'arm64' : 'amd64';
}

/** Longer strings than the longest size that Fargate lists (`"122880"`, `"16 vCPU"`), with room for spaces, are none. */
const MAX_SIZE_LENGTH = 32;
const SIZE = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)$/i;

/** Sizes are texts, with or without a unit: `"1024"`, `"1 vCPU"`, `".5 vCPU"`; `"2048"`, `"2 GB"`. */
function amount(properties: Properties, key: string, unit: RegExp, perUnit: number): number {
  const text = requiredText(properties, key);
  const [, digits, name] = text.length <= MAX_SIZE_LENGTH ? (SIZE.exec(text.trim()) ?? []) : [];
  if (digits === undefined || (name !== '' && !unit.test(name ?? ''))) {
    throw new UnreadableProperty(`${key} decides the price and is not a size of a task: ${JSON.stringify(text.slice(0, MAX_SIZE_LENGTH))}`);
  }
  return name === '' ? Number(digits) / perUnit : Number(digits);
}
