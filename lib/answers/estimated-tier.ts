import type { Blueprint } from '../blueprint/blueprint';
import type { Estimate } from '../pricing/estimate';

/** Estimates a blueprint: the stacks or the manifests that it becomes. `synthesizeAndEstimate` does so in this process. */
export type Estimator = (blueprint: Blueprint) => Estimate;

/** A tier with its options and its cost. */
export interface EstimatedTier {
  /** The tier with its options, resolved. */
  readonly blueprint: Blueprint;
  /** The estimate of the templates or manifests of the blueprint. */
  readonly estimate: Estimate;
}
