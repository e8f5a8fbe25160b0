import { templateFrom } from '../cloudformation/template-from';
import type { Template } from '../cloudformation/template-resource';
import type { Estimate } from '../pricing/estimate';
import { priceTemplatesOfRegions } from './price-templates';

/** A synthesized stack, in memory. */
export interface Stack {
  /** Name of the stack. */
  readonly stackName: string;
  /** AWS region code. */
  readonly region: string;
  /** The template as plain JSON. */
  readonly template: Readonly<Record<string, unknown>>;
}

/** The stacks of a blueprint and their cost. */
export interface BlueprintEstimate {
  /** Template of the stack in the blueprint's own region. */
  readonly template: Template;
  /** Templates of all stacks, that one first. */
  readonly templates: readonly Template[];
  /** All stacks together. */
  readonly estimate: Estimate;
}

/** Reads the templates of stacks back, the primary region's first, and prices each in its own region. */
export function estimateStacks(stacks: readonly Stack[], region: string): BlueprintEstimate {
  return estimateStackTemplates(templatesOf(stacks), region);
}

/** The templates of stacks, read back. */
export function templatesOf(stacks: readonly Stack[]): Template[] {
  return stacks.map(({ template, stackName, region }) => templateFrom(template, stackName, region));
}

/** Prices the templates of stacks, the primary region's first, each in its own region. */
export function estimateStackTemplates(templates: readonly Template[], region: string): BlueprintEstimate {
  const [template] = templates;
  if (template === undefined) throw new Error('nothing was synthesized');
  return { template, templates, estimate: priceTemplatesOfRegions(templates, region).estimate };
}
