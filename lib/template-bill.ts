import { REGIONS } from './model';
import { priceTemplates } from './price-templates';
import { DECLARATION_KEY, type Estimate, REFERENCE_REGION } from './pricing';
import { InputError } from './problems';
import { readTemplates, type Template } from './template';

/** The bill of template files, and what a reader must know about it. */
export interface TemplateBill {
  readonly templates: readonly Template[];
  readonly estimate: Estimate;
  readonly remarks: readonly string[];
}

/**
 * Prices a template file, or all stacks of a `cdk.out` folder together. The region is the one that is asked for, else
 * that of the stacks, else us-east-1. Throws an InputError for files that are no templates, and for stacks of several
 * regions when none is asked for.
 */
export function billOfTemplates(path: string, region?: string): TemplateBill {
  const templates = readTemplates(path);
  const found = [...new Set(templates.flatMap((template) => regionOf(template) ?? []))];
  const [only, another] = found;
  if (region === undefined && another !== undefined) {
    throw new InputError(path, [{ path: 'region', received: `stacks of ${found.join(', ')}`, allowed: 'one region a bill: say which' }]);
  }
  const priced = region ?? only ?? REFERENCE_REGION;
  return { templates, estimate: priceTemplates(templates, priced), remarks: remarksOf(templates, priced, found, region) };
}

/** Of the environment of a stack; a stack of ours that was made for any names the region of its prices. */
function regionOf({ region, metadata }: Template): string | undefined {
  if (region !== undefined) return region;
  const declaration = metadata[DECLARATION_KEY] as { readonly options?: { readonly region?: unknown } } | undefined;
  return REGIONS.find((known) => known === declaration?.options?.region);
}

function remarksOf(templates: readonly Template[], priced: string, found: readonly string[], asked: string | undefined): string[] {
  const foreign = templates.filter((template) => template.metadata[DECLARATION_KEY] === undefined);
  return [
    ...(asked === undefined && found.length === 0 ? [`no region is known: prices are those of ${priced}; --region names another`] : []),
    ...(foreign.length > 0 ? ['use that no template declares counts as zero: its lines show their unit prices'] : []),
  ];
}
