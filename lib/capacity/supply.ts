import type { Interval } from '../core/interval';
import type { Evidence } from '../model/evidence';
import type { Resource } from '../model/resource';

/** Which nodes of a component: those that take everything, or the copies that answer reads. */
export type Part = 'primary' | 'replicas';

/** What one component has of one resource, in one form of a tier. In the unit of the resource; rates a second. */
export interface ResourceSupply {
  /** Id of the component. */
  readonly component: string;
  /** The resource. */
  readonly resource: Resource;
  /** The primary of a data store, or its replicas. */
  readonly part: Part;
  /** Supply of one instance, in the unit of the resource. */
  readonly perInstance: Interval;
  /** Instances (shards, replicas): autoscaling's bounds. 1 to 1 for what is of the component as a whole. */
  readonly instances: { readonly min: number; readonly max: number };
  /** Worker processes of an instance, each with a base load of its own. */
  readonly workersPerInstance: number;
  /** Evidence of the supply. */
  readonly evidence: Evidence;
  /** Where it comes from: `1 vCPU × 10 instances`. */
  readonly because: string;
}

/** A form of a tier, as far as its capacity goes. */
export interface CapacityForm {
  /** Id of the tier. */
  readonly tier: string;
  /** Ids of the components that it has. */
  readonly components: readonly string[];
  /** Of them, those that belong to others: more machines of ours don't make more of them. */
  readonly externals: readonly string[];
  /** What each component provides of each resource. */
  readonly supplies: readonly ResourceSupply[];
  /** Components that their provider scales with the load, each with the reason. */
  readonly withoutLimit: readonly { readonly component: string; readonly reason: string }[];
}
