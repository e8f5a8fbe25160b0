import type { ResourceTransition, Transition } from './transition';

/** A resource of a stack. */
export interface StackResource {
  /** Name of the stack. */
  readonly stack: string;
  /** Effect of the update on the resource. */
  readonly resource: ResourceTransition;
}

/** Obstacles to a move, as lists of resources; empty lists mean that the update can be deployed as it is. */
export interface MoveObstacles {
  /** Resources whose update is rejected. */
  readonly rejected: readonly StackResource[];
  /** Resources whose data is deleted. */
  readonly lost: readonly StackResource[];
  /** Resources that are replaced by empty ones, while their data is retained or in a snapshot. */
  readonly migrated: readonly StackResource[];
}

/** The obstacles of the transitions of a move. */
export function obstaclesOf(transitions: readonly Transition[]): MoveObstacles {
  const all = transitions.flatMap(({ stack, resources }) => resources.map((resource) => ({ stack, resource })));
  return {
    rejected: all.filter(({ resource }) => resource.class === 'rejected'),
    lost: all.filter(({ resource }) => resource.data === 'lost'),
    migrated: all.filter(({ resource }) => resource.class === 'needs-data-migration' && resource.data !== 'lost'),
  };
}
