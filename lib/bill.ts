import { synthesize } from './aws';
import type { Blueprint } from './blueprint';
import { priceTemplates } from './price-templates';
import type { Estimate } from './pricing';
import { type Template, templateFrom } from './template';

/** What a blueprint becomes on AWS, and what that costs. */
export interface Bill {
  /** Of the stack in the blueprint's own region. */
  readonly template: Template;
  /** Of all its stacks, that one first. */
  readonly templates: readonly Template[];
  readonly estimate: Estimate;
}

/**
 * Synthesizes a blueprint in this process, reads the template back and prices it: the bill of what is deployed, not
 * of what was asked for. What has no price is a line of the estimate that says so.
 */
export function billOf(blueprint: Blueprint): Bill {
  const [stack] = synthesize(blueprint);
  if (stack === undefined) throw new Error(`${blueprint.stackName} was not synthesized`);
  const template = templateFrom(stack.template, stack.stackName, blueprint.options.region);
  return { template, templates: [template], estimate: priceTemplates([template], blueprint.options.region) };
}
