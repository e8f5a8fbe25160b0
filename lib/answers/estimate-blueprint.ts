import { synthesize } from '../aws/app';
import type { Blueprint } from '../blueprint/blueprint';
import type { Deployment } from '../model/environment-file';
import { chartObjects } from './chart-objects';
import { type BlueprintEstimate, estimateStacks, type Stack } from './estimate-stacks';

/**
 * Synthesizes a blueprint in this process, reads the templates back and prices each in its own region: the estimate of the
 * deployed resources. Resources without a price are `unpriced` lines of the estimate.
 */
export function estimateBlueprint(blueprint: Blueprint): BlueprintEstimate {
  return estimateStacks(stacksOf(blueprint), blueprint.options.region);
}

/** The stacks of a blueprint, that of its own region first. Services without an image in `deployment` run the placeholder. */
export function stacksOf(blueprint: Blueprint, deployment: Deployment = {}): Stack[] {
  return synthesize(blueprint, { chartObjects, ...deployment });
}
