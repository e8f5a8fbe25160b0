import { REFERENCE_REGION } from '../catalog/price-book';
import { readTemplates } from '../cloudformation/read-templates';
import type { Template } from '../cloudformation/template-resource';
import { declaredUse } from '../contract/schema';
import { REGIONS } from '../model/options';
import type { Estimate } from '../pricing/estimate';
import { priceTemplates, priceTemplatesOfRegions } from './price-templates';

/** The bill of template files, and what a reader must know about it. */
export interface TemplateFilesEstimate {
  readonly templates: readonly Template[];
  readonly estimate: Estimate;
  readonly warnings: readonly string[];
}

/**
 * Prices a template file, or all stacks of a `cdk.out` folder together: in the region that is asked for, else each in its
 * own, and in us-east-1 where none is known. Throws an InputError for files that are no templates.
 */
export function estimateTemplateFiles(path: string, region?: string): TemplateFilesEstimate {
  const templates = readTemplates(path);
  if (region !== undefined)
    return { templates, estimate: priceTemplates(templates, region), warnings: warningsOf(templates, region, [], region) };
  const placed = templates.map((template) => ({ ...template, ...inRegion(regionOf(template)) }));
  const found = [...new Set(placed.flatMap((template) => template.region ?? []))];
  const primary = placed.flatMap((template) => declaredUse(template)?.standsBy ?? []).find((each) => found.includes(each));
  const priced = primary ?? found[0] ?? REFERENCE_REGION;
  return { templates, estimate: priceTemplatesOfRegions(placed, priced), warnings: warningsOf(templates, priced, found, undefined) };
}

function inRegion(region: string | undefined): Pick<Template, 'region'> {
  return region === undefined ? {} : { region };
}

/** Of the environment of a stack; a stack of ours that was made for any names the region of its prices. */
function regionOf(template: Template): string | undefined {
  if (template.region !== undefined) return template.region;
  return REGIONS.find((known) => known === declaredUse(template)?.options.region);
}

function warningsOf(templates: readonly Template[], priced: string, found: readonly string[], asked: string | undefined): string[] {
  const foreign = templates.filter((template) => declaredUse(template) === undefined);
  return [
    ...(found.length > 1 ? [`stacks of ${found.join(', ')}: each has the prices of its own region; --region names one for all`] : []),
    ...(asked === undefined && found.length === 0 ? [`no region is known: prices are those of ${priced}; --region names another`] : []),
    ...(foreign.length > 0 ? ['use that no template declares counts as zero: its lines show their unit prices'] : []),
  ];
}
