import { REFERENCE_REGION } from '../catalog/price-book';
import { readTemplates } from '../cloudformation/read-templates';
import type { Template } from '../cloudformation/template-resource';
import { declaredUse } from '../contract/schema';
import { REGIONS } from '../model/options';
import type { Estimate } from '../pricing/estimate';
import type { AnswerWarning } from './answer-warning';
import { priceTemplates, priceTemplatesOfRegions } from './price-templates';

/** The estimate of template files. */
export interface TemplateFilesEstimate {
  /** The templates in the order of their files. */
  readonly templates: readonly Template[];
  /** All templates together. */
  readonly estimate: Estimate;
  /** What a reader must know to use the estimate correctly. */
  readonly warnings: readonly AnswerWarning[];
}

/**
 * Prices a template file, or all stacks of a `cdk.out` folder together: in the given region, else each in its own,
 * and in us-east-1 where none is known. Throws an InputError for files that are not templates.
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

/** Region of the stack's environment; an environment-agnostic stack of this package declares the region of its prices. */
function regionOf(template: Template): string | undefined {
  if (template.region !== undefined) return template.region;
  return REGIONS.find((known) => known === declaredUse(template)?.options.region);
}

function warningsOf(
  templates: readonly Template[],
  priced: string,
  found: readonly string[],
  requested: string | undefined,
): AnswerWarning[] {
  const foreign = templates.filter((template) => declaredUse(template) === undefined);
  return [
    ...(found.length > 1 ? [{ kind: 'stacks-in-several-regions' as const, regions: found }] : []),
    ...(requested === undefined && found.length === 0 ? [{ kind: 'region-unknown' as const, pricedIn: priced }] : []),
    ...(foreign.length > 0 ? [{ kind: 'usage-undeclared' as const, of: 'templates' as const }] : []),
  ];
}
