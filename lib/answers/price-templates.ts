import { vcpuOf } from '../catalog/instance-shapes';
import { openPriceBook } from '../catalog/price-book';
import { parentOf } from '../cloudformation/deployed-stack';
import type { AssumedValue } from '../cloudformation/deployments';
import type { Template } from '../cloudformation/template-resource';
import type { GivenUsage } from '../contract/usage-file';
import { certain } from '../core/interval';
import { combineEstimates } from '../pricing/combine-estimates';
import { deploymentRange } from '../pricing/deployment-range';
import type { Estimate, RangeCause } from '../pricing/estimate';
import { estimateTemplates, type PricedTemplates, priceWithUse, type TemplateUse } from '../pricing/estimate-template';
import { FREE_RESOURCES } from '../pricing/free-resources';
import { PRICERS } from '../pricing/pricers';
import { TRANSFER_KEYS } from '../pricing/transfer-lines';
import { NETWORK } from '../pricing/usage-selectors';
import { type StackRange, stackRange } from './stack-range';

/** Values that a user gives about a deployment. */
export interface GivenDeployment {
  /** Values of the parameters of the templates. Default: the defaults of the parameters. */
  readonly parameters?: ReadonlyMap<string, string>;
  /** Usage by selector. Default: as declared in the templates. */
  readonly usage?: GivenUsage;
}

/**
 * The estimate of templates in a region with the price list of this package. Conditions are decided with the region, the given
 * parameter values and the defaults; when others decide them, the estimate has the range of the possible deployments (`undecided`).
 * Templates of this package declare their usage; the usage of other templates is not included and is listed in `excludesUsageOf`.
 * Throws an InputError for a region without prices.
 */
export function priceTemplates(templates: readonly Template[], region: string, parameters?: ReadonlyMap<string, string>): Estimate {
  return priceTemplatesWithUse(templates, region, parameters === undefined ? {} : { parameters }).estimate;
}

/** `priceTemplates`, with the usage that the prices of the most and the least expensive deployment depend on. */
export function priceTemplatesWithUse(
  templates: readonly Template[],
  region: string,
  { parameters = new Map(), usage }: GivenDeployment = {},
): PricedTemplates {
  const settings = { book: openPriceBook(region), pricers: PRICERS, freeResources: FREE_RESOURCES, vcpuOf };
  const price = (each: readonly Template[]) => priceWithUse(each, { ...settings, ...(usage !== undefined && { given: usage }) });
  const priceAlone = (template: Template) => estimateTemplates([template], { ...settings, given: withoutNetwork(usage) });
  const ranges = stacksIn(templates).map((stack) => stackRange(stack, { region, given: parameters }, priceAlone));
  const highest = price(ranges.flatMap(({ high }) => high.templates));
  const undecided = ranges.flatMap(undecidedOf);
  if (undecided.length === 0) return highest;
  const lowest = price(ranges.flatMap(({ low }) => low.templates));
  const unpriced = ranges.flatMap((range) => range.unpriced);
  return {
    estimate: deploymentRange(highest.estimate, lowest.estimate, unpriced, undecided),
    uses: highest.uses.map((use) =>
      withReadsOf(
        use,
        lowest.uses.find(({ template }) => template.name === use.template.name),
      ),
    ),
  };
}

/** Usage of resources that only the cheapest deployment has is needed too. */
function withReadsOf(use: TemplateUse, lowest: TemplateUse | undefined): TemplateUse {
  const known = new Set(use.reads.map(({ resource, key }) => `${resource} ${key}`));
  const others = lowest?.reads.filter(({ resource, key }) => !known.has(`${resource} ${key}`)) ?? [];
  return { ...use, reads: [...use.reads, ...others] };
}

/** Each stack with its nested stacks, which follow it. */
function stacksIn(templates: readonly Template[]): readonly (readonly Template[])[] {
  const stacks: Template[][] = [];
  for (const template of templates) {
    if (parentOf(template) === undefined) stacks.push([template]);
    else stacks.at(-1)?.push(template);
  }
  return stacks;
}

/** Data transfer belongs to no template, so that no deployment of one template costs more or less by it. */
function withoutNetwork(usage: GivenUsage = new Map()): GivenUsage {
  return new Map([...usage].filter(([selector]) => selector !== NETWORK));
}

/** Values in which the most expensive and the cheapest deployment differ, of the templates whose deployments have other prices. */
function undecidedOf({ high, low, varying }: StackRange): readonly RangeCause[] {
  const isVarying = ({ template }: AssumedValue) => varying.has(template);
  const [atHigh, atLow] = [high.assumed.filter(isVarying), low.assumed.filter(isVarying)];
  const lowValues = new Map(atLow.map((each) => [assumedKey(each), assumedValue(each)]));
  const values = new Map(atHigh.map((each) => [assumedKey(each), each]));
  for (const each of atLow) if (!values.has(assumedKey(each))) values.set(assumedKey(each), each);
  return [...values].map(([key, each]) => ({
    template: each.template,
    name: each.kind === 'parameter' ? each.name : each.condition,
    of: each.kind === 'parameter' ? 'parameter' : 'condition',
    atHigh: atHigh.includes(each) ? assumedValue(each) : null,
    atLow: lowValues.get(key) ?? null,
  }));
}

function assumedKey(value: AssumedValue): string {
  return JSON.stringify([value.template, value.kind, value.kind === 'parameter' ? value.name : value.condition]);
}

function assumedValue(value: AssumedValue): string | boolean | null {
  return value.kind === 'comparison' ? value.holds : (value.value ?? null);
}

/**
 * The estimate of templates, each in its own region; templates without one are in `region`, the region of the estimate. Given data
 * transfer is that of all templates, at the prices of that region.
 */
export function priceTemplatesOfRegions(templates: readonly Template[], region: string, given: GivenDeployment = {}): PricedTemplates {
  const regions = [...new Set([region, ...templates.map((template) => template.region ?? region)])];
  const [first, ...others] = regions.map((each) =>
    priceTemplatesWithUse(
      templates.filter((template) => (template.region ?? region) === each),
      each,
      each === region ? given : withoutTransfer(given),
    ),
  );
  if (first === undefined) throw new Error('an estimate has a region');
  return {
    estimate: combineEstimates(first.estimate, ...others.map(({ estimate }) => estimate)),
    uses: [...first.uses, ...others.flatMap(({ uses }) => uses.map(ofResources))],
  };
}

/** Data transfer is given once, in the region of the estimate. */
function ofResources(use: TemplateUse): TemplateUse {
  return { ...use, reads: use.reads.filter(({ resource }) => resource !== null) };
}

/** Given data transfer is counted once: in other regions it is zero. */
function withoutTransfer({ usage, ...given }: GivenDeployment): GivenDeployment {
  const network = usage?.get(NETWORK);
  if (usage === undefined || network === undefined) return { ...given, ...(usage !== undefined && { usage }) };
  const zero = new Map([...network].map(([key, quantity]) => [key, TRANSFER_KEYS.includes(key) ? certain(0) : quantity] as const));
  return { ...given, usage: new Map([...usage, [NETWORK, zero]]) };
}
