import type { CapacityForm, ResourceSupply } from '../capacity/supply';
import { RESOURCES } from '../model/resource';

/** Name of the series of requests/s. */
export const REQUESTS = 'requests';

/** Units of a series. */
export type SeriesUnit =
  /** That of the resource, for all instances together: cores, MiB, connections. */
  | 'resource'
  /** Percent of the supply of the running instances. */
  | 'percent'
  /** Bytes, for all instances together; of memory only. */
  | 'bytes';

/** Measure of a series. */
export type Measure =
  /** Requests/s of the system. */
  | { readonly kind: 'requests' }
  /** Running instances of a service. */
  | { readonly kind: 'instances'; readonly component: string }
  /** Use of a resource. */
  | { readonly kind: 'use'; readonly supply: ResourceSupply; readonly unit: SeriesUnit };

const SUFFIXES: Readonly<Record<SeriesUnit, string>> = { resource: '', percent: '_percent', bytes: '_bytes' };

/** The names that series of a form may have, with the resource that they measure. Hyphens are underscores, because ids of CloudWatch have none. */
export function measuresOf({ supplies }: CapacityForm): ReadonlyMap<string, Measure> {
  const measured = supplies.filter(({ part, resource }) => part === 'primary' && RESOURCES[resource].nature !== 'stored');
  const scaled = new Set(measured.filter(({ instances: { min, max } }) => min < max).map(({ component }) => component));
  return new Map<string, Measure>([
    [REQUESTS, { kind: 'requests' }],
    ...measured.flatMap((supply) => unitsOf(supply).map((unit) => [seriesName(supply, unit), { kind: 'use', supply, unit }] as const)),
    ...[...scaled].map((component) => [instancesName(component), { kind: 'instances', component }] as const),
  ]);
}

/** Name of the series of a resource, such as `api_processor_percent`. */
export function seriesName({ component, resource }: Pick<ResourceSupply, 'component' | 'resource'>, unit: SeriesUnit = 'resource'): string {
  return `${underscored(component)}_${underscored(resource)}${SUFFIXES[unit]}`;
}

/** `api_instances`. */
export function instancesName(component: string): string {
  return `${underscored(component)}_instances`;
}

/** A component or resource in the name of a series. */
export function underscored(id: string): string {
  return id.replaceAll('-', '_');
}

function unitsOf({ resource }: ResourceSupply): readonly SeriesUnit[] {
  return resource === 'memory' ? ['resource', 'percent', 'bytes'] : ['resource', 'percent'];
}
