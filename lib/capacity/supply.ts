import type { Interval } from '../core/interval';
import type { Evidence } from '../model/evidence';
import type { Resource } from '../model/resource';

/** Servers of a component: the primary ones, or the read replicas. */
export type Part = 'primary' | 'replicas';

/** Supply of one resource by one component, in one form of a tier. In the unit of the resource; rates per second. */
export interface ResourceSupply {
  /** Id of the component. */
  readonly component: string;
  /** The resource. */
  readonly resource: Resource;
  /** The primary of a data store, or its replicas. */
  readonly part: Part;
  /** Supply of one instance, in the unit of the resource. */
  readonly perInstance: Interval;
  /** Number of instances, shards or replicas, within the bounds of autoscaling. 1 to 1 for a limit of the whole component. */
  readonly instances: { readonly min: number; readonly max: number };
  /** Worker processes of an instance; each has a base load of its own. */
  readonly workersPerInstance: number;
  /** Evidence of the supply. */
  readonly evidence: Evidence;
  /** How the supply is computed, or the source of the limit: `1 vCPU × 10 instances`. */
  readonly because: string;
}

/** The parts of a form of a tier that determine its capacity. */
export interface CapacityForm {
  /** Id of the tier. */
  readonly tier: string;
  /** Ids of its components. */
  readonly components: readonly string[];
  /** Ids of the external services among them, whose supply does not grow with the number of instances. */
  readonly externals: readonly string[];
  /** Supply of each resource of each component. */
  readonly supplies: readonly ResourceSupply[];
  /** Components that their provider scales with the load, each with the reason. */
  readonly withoutLimit: readonly { readonly component: string; readonly reason: string }[];
}
