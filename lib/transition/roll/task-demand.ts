import type { TemplateResource } from '../../cloudformation/template-resource';
import { asNumber, valueAt } from '../property-value';

/** Resources that ECS reserves on an instance for one task. */
export interface TaskDemand {
  /** CPU units: 1,024 for each vCPU. */
  readonly cpuUnits: number;
  /** Memory, MiB. */
  readonly memoryMib: number;
  /** Whole GPUs. */
  readonly gpus: number;
  /** Network interfaces: one in the mode `awsvpc`, otherwise none. */
  readonly interfaces: number;
  /** Ports of the instance that the task occupies: `80/tcp`. */
  readonly hostPorts: readonly string[];
}

/** The demand of a task definition: its own size, or the sum of its containers. Undefined when a size is only known at deployment. */
export function taskDemand({ properties }: TemplateResource): TaskDemand | undefined {
  const containers = listOf(properties.ContainerDefinitions);
  if (containers.length === 0) return undefined;
  const cpuUnits = asNumber(properties.Cpu) ?? sum(containers.map((container) => asNumber(valueAt(container, 'Cpu')) ?? 0));
  const memoryMib = asNumber(properties.Memory) ?? sum(containers.map(memoryOf));
  if (Number.isNaN(cpuUnits) || Number.isNaN(memoryMib)) return undefined;
  return {
    cpuUnits,
    memoryMib,
    gpus: sum(containers.map(gpusOf)),
    interfaces: properties.NetworkMode === 'awsvpc' ? 1 : 0,
    hostPorts: containers.flatMap((container) => hostPorts(container, properties.NetworkMode)),
  };
}

/** The items of a list; empty for other values. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** ECS reserves the soft limit where there is one. A container of an unknown size makes the sum unknown. */
function memoryOf(container: unknown): number {
  return asNumber(valueAt(container, 'MemoryReservation')) ?? asNumber(valueAt(container, 'Memory')) ?? Number.NaN;
}

function gpusOf(container: unknown): number {
  const gpus = listOf(valueAt(container, 'ResourceRequirements')).filter((each) => valueAt(each, 'Type') === 'GPU');
  return sum(gpus.map((each) => asNumber(valueAt(each, 'Value')) ?? 0));
}

/** In host mode every port is one of the instance; in bridge mode those with a fixed host port are. */
function hostPorts(container: unknown, networkMode: unknown): readonly string[] {
  return listOf(valueAt(container, 'PortMappings')).flatMap((mapping) => {
    const fixed = asNumber(valueAt(mapping, 'HostPort')) ?? 0;
    const port = networkMode === 'host' ? (asNumber(valueAt(mapping, 'ContainerPort')) ?? fixed) : fixed;
    if (port === 0 || networkMode === 'awsvpc') return [];
    return [`${port}/${String(valueAt(mapping, 'Protocol') ?? 'tcp')}`];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
