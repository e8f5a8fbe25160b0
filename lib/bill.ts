import { synthesize } from './aws';
import type { Blueprint } from './blueprint';
import { chartObjects } from './chart-objects';
import { priceTemplatesOfRegions } from './price-templates';
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
 * Synthesizes a blueprint in this process, reads the templates back and prices each in its own region: the bill of what
 * is deployed, not of what was asked for. What has no price is a line of the estimate that says so.
 */
export function billOf(blueprint: Blueprint): Bill {
  const templates = synthesize(blueprint, { chartObjects }).map(({ template, stackName, region }) =>
    templateFrom(template, stackName, region),
  );
  const [template] = templates;
  if (template === undefined) throw new Error(`${blueprint.stackName} was not synthesized`);
  return { template, templates, estimate: priceTemplatesOfRegions(templates, blueprint.options.region) };
}
