import { oneOf } from '../core/problems';
import type { Component, ComponentKind } from './component';
import type { ReferenceProblem } from './reference-problem';
import { RESOURCES, type Resource } from './resource';

const ALL = Object.keys(RESOURCES) as Resource[];

/** Resources of every data store: its clients connect, and it handles their requests. */
const OF_STORES = ['connections', 'sessions', 'slots', 'requests', 'writes', 'network'] as const;

/**
 * The resources of each kind of component: those of its size, and those that its size does not decide, which have a limit if `limits` of
 * the component states it.
 */
export const RESOURCES_OF_KIND: Readonly<Record<ComponentKind, readonly Resource[]>> = {
  service: [
    'processor',
    'memory',
    'workers',
    'connections',
    'calls',
    'sessions',
    'slots',
    'requests',
    'writes',
    'api-calls',
    'tokens',
    'network',
  ],
  'node-pool': [],
  database: ['processor', 'storage', 'iops', 'throughput', 'replay', ...OF_STORES],
  cache: ['processor', 'memory', ...OF_STORES],
  'document-store': ['processor', 'storage', 'iops', 'throughput', ...OF_STORES],
  'vector-store': ['processor', 'memory', 'storage', 'iops', 'throughput', ...OF_STORES],
  'load-balancer': ['connections', 'sessions', 'requests', 'network'],
  bucket: ['storage', 'requests', 'writes', 'network', 'throughput'],
  queue: ['requests', 'writes', 'network', 'throughput'],
  cdn: ['connections', 'requests', 'network'],
  external: ALL,
};

/** The problem of a resource that a component does not have, such as worker processes of a database: it would have no limit. */
export function resourceProblems(path: (string | number)[], resource: Resource, id: string, component: Component): ReferenceProblem[] {
  const own = RESOURCES_OF_KIND[component.kind];
  const stated = 'limits' in component ? (component.limits ?? []).map((limit) => limit.resource) : [];
  if (own.includes(resource) || stated.includes(resource)) return [];
  return [{ path, input: resource, message: expected(own, id, component), params: { words: own } }];
}

function expected(own: readonly Resource[], id: string, { kind }: Component): string {
  if (own.length === 0) return `another component: ${id} is of kind ${kind}, which has no resources of its own`;
  return `a resource of the kind ${kind}, ${oneOf(own)}, or a resource that \`limits\` of ${id} state`;
}
