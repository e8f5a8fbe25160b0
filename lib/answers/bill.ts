import { synthesize } from '../aws/app';
import type { Blueprint } from '../blueprint/blueprint';
import { type Bill, billOfStacks, type Stack } from './bill-of-stacks';
import { chartObjects } from './chart-objects';

/**
 * Synthesizes a blueprint in this process, reads the templates back and prices each in its own region: the bill of what
 * is deployed, not of what was asked for. What has no price is a line of the estimate that says so.
 */
export function billOf(blueprint: Blueprint): Bill {
  return billOfStacks(stacksOf(blueprint), blueprint.options.region);
}

/** The stacks of a blueprint, that of its own region first. */
export function stacksOf(blueprint: Blueprint): Stack[] {
  return synthesize(blueprint, { chartObjects });
}
