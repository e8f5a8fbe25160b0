import { templateFrom } from '../cloudformation/template-from';
import type { Template } from '../cloudformation/template-resource';
import type { Estimate } from '../pricing/estimate';
import { priceTemplatesOfRegions } from './price-templates';

/** A synthesized stack, in memory. */
export interface Stack {
  readonly stackName: string;
  readonly region: string;
  readonly template: Readonly<Record<string, unknown>>;
}

/** What a blueprint becomes on AWS, and what that costs. */
export interface BlueprintEstimate {
  /** Of the stack in the blueprint's own region. */
  readonly template: Template;
  /** Of all its stacks, that one first. */
  readonly templates: readonly Template[];
  readonly estimate: Estimate;
}

/** Reads the templates of stacks back, the primary region's first, and prices each in its own region. */
export function estimateStacks(stacks: readonly Stack[], region: string): BlueprintEstimate {
  const templates = stacks.map((stack) => templateFrom(stack.template, stack.stackName, stack.region));
  const [template] = templates;
  if (template === undefined) throw new Error('nothing was synthesized');
  return { template, templates, estimate: priceTemplatesOfRegions(templates, region) };
}
