import { synthesize } from '../aws/app';
import type { Blueprint } from '../blueprint/blueprint';
import { chartObjects } from './chart-objects';
import { type BlueprintEstimate, estimateStacks, type Stack } from './estimate-stacks';

/**
 * Synthesizes a blueprint in this process, reads the templates back and prices each in its own region: the estimate of what
 * is deployed. Resources without a price are `unpriced` lines of the estimate.
 */
export function estimateBlueprint(blueprint: Blueprint): BlueprintEstimate {
  return estimateStacks(stacksOf(blueprint), blueprint.options.region);
}

/** The stacks of a blueprint, that of its own region first. */
export function stacksOf(blueprint: Blueprint): Stack[] {
  return synthesize(blueprint, { chartObjects });
}
