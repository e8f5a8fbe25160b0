import { certain } from '../core/interval';
import type { Component } from './component';
import type { PublishedSize } from './published-size';
import type { Tier } from './tier';

/** A size for each kind of component that may have it. */
const SIZES_OF: Partial<Record<Component['kind'], readonly (keyof PublishedSize)[]>> = {
  service: ['instances', 'databasePool'],
  database: ['readReplicas', 'serverConnections'],
  external: ['limit'],
};

/** A published size of a component that the tier does not have, or whose kind has no such size. */
export interface PublishedSizeProblem {
  /** Keys and indexes that lead to the value. */
  readonly path: (string | number)[];
  /** The value. */
  readonly input: unknown;
  /** The expected value. */
  readonly message: string;
}

/** Published sizes that do not belong to a component of their tier. */
export function publishedSizeProblems(tiers: readonly Pick<Tier, 'components' | 'published'>[]): PublishedSizeProblem[] {
  return tiers.flatMap(({ components, published }, index) =>
    Object.entries(published?.sizes ?? {}).flatMap(([id, size]): PublishedSizeProblem[] => {
      const path = ['tiers', index, 'published', 'sizes', id];
      const component = Object.hasOwn(components, id) ? components[id] : undefined;
      if (component === undefined) return [{ path, input: id, message: `one of ${Object.keys(components).join(', ')}` }];
      const allowed = SIZES_OF[component.kind] ?? [];
      return Object.keys(size)
        .filter((key) => !allowed.includes(key as keyof PublishedSize))
        .map((key) => ({
          path: [...path, key],
          input: key,
          message: allowed.length === 0 ? `no size, because ${id} is a ${component.kind}` : `one of ${allowed.join(', ')}`,
        }));
    }),
  );
}

/** The tier with the sizes of its document; undefined where it has no others. */
export function withPublishedSizes(tier: Tier): Tier | undefined {
  const { components, published } = tier;
  if (published?.sizes === undefined) return undefined;
  const sized = Object.entries(published.sizes).map(([id, size]) => [id, withSize(components[id] as Component, size)] as const);
  return { ...tier, components: { ...components, ...Object.fromEntries(sized) } };
}

function withSize(component: Component, size: PublishedSize): Component {
  switch (component.kind) {
    case 'service': {
      const { instances, databasePool = component.databasePool } = size;
      return { ...component, databasePool, ...(instances === undefined ? {} : { instances: atMost(component.instances, instances) }) };
    }
    case 'database': {
      const { readReplicas = component.readReplicas, serverConnections } = size;
      const { poolerLimits } = component;
      const limits =
        poolerLimits === undefined || serverConnections === undefined ? {} : { poolerLimits: { ...poolerLimits, serverConnections } };
      return { ...component, readReplicas, ...limits };
    }
    case 'external': {
      const limits = component.limits?.map((limit) => (size.limit === undefined ? limit : { ...limit, amount: certain(size.limit) }));
      return { ...component, limits };
    }
    default:
      return component;
  }
}

/** A range of instances with another maximum; its other bounds are lowered to that. */
function atMost<Instances extends { readonly min: number; readonly expected?: number | undefined; readonly max: number }>(
  instances: Instances,
  max: number,
): Instances {
  const { min, expected } = instances;
  return { ...instances, min: Math.min(min, max), max, ...(expected === undefined ? {} : { expected: Math.min(expected, max) }) };
}
