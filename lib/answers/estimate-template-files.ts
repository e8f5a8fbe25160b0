import { REFERENCE_REGION } from '../catalog/price-book';
import { requireParameters } from '../cloudformation/given-parameters';
import { readTemplates } from '../cloudformation/read-templates';
import type { Template } from '../cloudformation/template-resource';
import { declaredUse } from '../contract/schema';
import type { UsageInput } from '../contract/usage-file';
import { REGIONS } from '../model/options';
import type { Estimate } from '../pricing/estimate';
import type { PricedTemplates, TemplateUse } from '../pricing/estimate-template';
import type { AnswerWarning } from './answer-warning';
import { type GivenDeployment, priceTemplatesOfRegions, priceTemplatesWithUse } from './price-templates';
import { requireKnownUsage, USAGE_SUBJECT } from './require-known-usage';

/** The estimate of template files. */
export interface TemplateFilesEstimate {
  /** The templates in the order of their files. */
  readonly templates: readonly Template[];
  /** All templates together. */
  readonly estimate: Estimate;
  /** Usage that the prices of each template depend on. */
  readonly uses: readonly TemplateUse[];
  /** Warnings: limitations of the estimate that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/** Values that a user gives about the deployment of template files. */
export interface TemplateFilesGiven {
  /** Values of the parameters of the templates, by name. Default: the defaults of the parameters. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Usage that the templates do not contain, by selector; it counts instead of declared usage. Default: as declared. */
  readonly usage?: UsageInput;
}

/**
 * Prices a template file, or all stacks of a `cdk.out` folder together: in the given region, else each in its own,
 * and in us-east-1 where none is known. Throws an InputError for files that are not templates, for parameters that they do not have,
 * and for usage of resources that they do not have or whose price does not depend on it.
 */
export function estimateTemplateFiles(path: string, region?: string, stated: TemplateFilesGiven = {}): TemplateFilesEstimate {
  return estimateTemplates(readTemplates(path, { assumedRegion: region ?? REFERENCE_REGION }), region, stated);
}

/** Prices templates together; see `estimateTemplateFiles`. */
export function estimateTemplates(
  templates: readonly Template[],
  region: string | undefined,
  stated: TemplateFilesGiven = {},
): TemplateFilesEstimate {
  const given = givenOf(stated);
  requireParameters(templates, given.parameters);
  if (region !== undefined) {
    const priced = priceTemplatesWithUse(templates, region, given);
    return answerOf(templates, priced, given, warningsOf(templates, priced.estimate, [], region));
  }
  const placed = templates.map((template) => ({ ...template, ...inRegion(regionOf(template)) }));
  const found = [...new Set(placed.flatMap((template) => template.region ?? []))];
  const primary = placed.flatMap((template) => declaredUse(template)?.standsBy ?? []).find((each) => found.includes(each));
  const priced = priceTemplatesOfRegions(placed, primary ?? found[0] ?? REFERENCE_REGION, given);
  return answerOf(templates, priced, given, warningsOf(templates, priced.estimate, found, undefined));
}

function givenOf({ parameters = {}, usage }: TemplateFilesGiven): GivenDeployment & { readonly parameters: ReadonlyMap<string, string> } {
  const known = { parameters: new Map(Object.entries(parameters)) };
  if (usage === undefined) return known;
  const { parseUsage } = require('../contract/usage-file') as typeof import('../contract/usage-file');
  return { ...known, usage: parseUsage(usage, USAGE_SUBJECT) };
}

function answerOf(
  templates: readonly Template[],
  { estimate, uses }: PricedTemplates,
  { usage }: GivenDeployment,
  warnings: readonly AnswerWarning[],
): TemplateFilesEstimate {
  if (usage !== undefined) requireKnownUsage(usage, templates, { estimate, uses });
  return { templates, estimate, uses, warnings };
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
  { region: priced, undecided = [], excludesUsageOf }: Estimate,
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
    ...(foreign.length > 0 && excludesUsageOf.length > 0 ? [{ kind: 'usage-undeclared' as const, of: 'templates' as const }] : []),
  ];
}
