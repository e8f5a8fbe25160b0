import { REFERENCE_REGION } from '../catalog/price-book';
import { requireParameters } from '../cloudformation/given-parameters';
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
 * and in us-east-1 where none is known. `parameters` are values of the templates' parameters by name; the default of a parameter
 * counts when none is given. Throws an InputError for files that are not templates, and for parameters that they do not have.
 */
export function estimateTemplateFiles(
  path: string,
  region?: string,
  parameters: Readonly<Record<string, string>> = {},
): TemplateFilesEstimate {
  const templates = readTemplates(path);
  const given = new Map(Object.entries(parameters));
  requireParameters(templates, given);
  if (region !== undefined) {
    const estimate = priceTemplates(templates, region, given);
    return { templates, estimate, warnings: warningsOf(templates, estimate, [], region) };
  }
  const placed = templates.map((template) => ({ ...template, ...inRegion(regionOf(template)) }));
  const found = [...new Set(placed.flatMap((template) => template.region ?? []))];
  const primary = placed.flatMap((template) => declaredUse(template)?.standsBy ?? []).find((each) => found.includes(each));
  const priced = primary ?? found[0] ?? REFERENCE_REGION;
  const estimate = priceTemplatesOfRegions(placed, priced, given);
  return { templates, estimate, warnings: warningsOf(templates, estimate, found, undefined) };
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
  { region: priced, undecided = [] }: Estimate,
  found: readonly string[],
  requested: string | undefined,
): AnswerWarning[] {
  const foreign = templates.filter((template) => declaredUse(template) === undefined);
  return [
    ...(found.length > 1 ? [{ kind: 'stacks-in-several-regions' as const, regions: found }] : []),
    ...(requested === undefined && found.length === 0 ? [{ kind: 'region-unknown' as const, pricedIn: priced }] : []),
    ...templates.flatMap(({ name, source }) =>
      (source?.origin.duplicateKeys ?? []).map(({ key, place }) => ({
        kind: 'duplicate-key' as const,
        of: 'template' as const,
        file: name,
        key,
        place,
      })),
    ),
    ...undecided.map((value) => ({ kind: 'undecided-value' as const, ...value })),
    ...(foreign.length > 0 ? [{ kind: 'usage-undeclared' as const, of: 'templates' as const }] : []),
  ];
}
