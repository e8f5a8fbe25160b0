import type { PriceBook } from '../catalog/price';
import { parameterPath } from '../cloudformation/parameter-path';
import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { openCondition } from '../cloudformation/undecided';
import { valueNames } from '../cloudformation/value-names';
import { type DeclaredUse, declaredUse, type ExternalDeclaration, type UsageDeclaration } from '../contract/schema';
import { usageUnitText } from '../contract/usage';
import type { GivenUsage } from '../contract/usage-file';
import type { FreeReason } from '../core/free-reason';
import { lazy } from '../core/lazy';
import { chargeLines, readableLines } from './charge-lines';
import { withDeclaredComponents } from './declared-components';
import type { Estimate, LineItem } from './estimate';
import { externalLine } from './external-line';
import { featureLines } from './feature-lines';
import { givenLookup } from './given-usage';
import type { UnpricedReason } from './line-reason';
import type { Pricer, PricingContext } from './pricer';
import { CUSTOM_RESOURCE, isCustomResource } from './pricers/custom-resource';
import { type PricersByType, pricersByType, unknownReason } from './pricers-by-type';
import { requireAllCounted, uncountedUse } from './require-all-counted';
import { indexResources } from './resource-index';
import { resourceCounts, totalsOf } from './totals';
import { type TransferUse, transferLines, transferUse } from './transfer-lines';
import { freeLine, unpricedLine } from './unbilled-lines';
import { makeUsageLedger, type UsageLedger, type UsageRead } from './usage-ledger';

/** Settings of the estimate of templates. All of them are data or pure functions. */
export interface EstimateSettings {
  /** Prices of the region. */
  readonly book: PriceBook;
  /** Pricers of all resource types. Two pricers of one type are an error. */
  readonly pricers: readonly Pricer[];
  /** Resource types that cost nothing, each with the reason. */
  readonly freeResources: Readonly<Record<string, FreeReason>>;
  /** vCPU of an EC2, RDS or ElastiCache instance type; undefined when unknown. */
  vcpuOf(instanceType: string): number | undefined;
  /** Default: as declared in the metadata of the templates, otherwise none. */
  readonly usage?: readonly UsageDeclaration[];
  /** Usage that counts instead of declared usage, by selector. Default: none. */
  readonly given?: GivenUsage;
  /** Default: as declared in the metadata of the templates, otherwise none. */
  readonly externals?: readonly ExternalDeclaration[];
}

/** The usage that the prices of a template depend on. */
export interface TemplateUse {
  /** The template; its data transfer is part of the use of the first one. */
  readonly template: Template;
  /** Each quantity once, in the order of the resources. */
  readonly reads: readonly UsageRead[];
}

/** An estimate with the usage that its prices depend on. */
export interface PricedTemplates {
  /** The estimate. */
  readonly estimate: Estimate;
  /** Usage of each template. */
  readonly uses: readonly TemplateUse[];
}

/**
 * The estimate of templates: a pricer determines the charges of each resource, and each charge is looked up in the price
 * book. A resource without a known price becomes an unpriced line, never zero; `requireComplete` turns such lines into an
 * error. Linear in the number of resources. Throws an InputError for unreadable declarations, and when the lines do
 * not count all declared usage.
 */
export function priceWithUse(templates: readonly Template[], settings: EstimateSettings): PricedTemplates {
  const uses = templates.map((template) => declaredUse(template));
  const ledgers = ledgersOf(templates, uses, settings);
  const pricers = pricersByType(settings.pricers);
  const byResource = templates.flatMap((template, index) =>
    templateLines(withDeclaredComponents(template, uses[index]?.usage ?? []), settings, pricers, ledgers[index] ?? ledgers[0]),
  );
  const resourceLines = byResource.flat();
  const externals = settings.externals ?? uses.flatMap((use) => use?.externals ?? []);
  const transfer = transferUse(ledgers);
  const lineItems = [...resourceLines, ...transferLines(transfer, settings.book), ...externals.map(externalLine)];
  requireAllCounted(uncountedUse(ledgers, resourceLines));
  const { region } = settings.book;
  return {
    estimate: { currency: 'USD', region, ...totalsOf(lineItems), resources: resourceCounts(byResource), lineItems },
    uses: templates.map((template, index) => ({
      template,
      reads: [...distinctReads(ledgers[index]?.reads ?? []), ...(index === 0 ? transfer.map(transferRead) : [])],
    })),
  };
}

/** The estimate of templates; see `priceWithUse`. */
export function estimateTemplates(templates: readonly Template[], settings: EstimateSettings): Estimate {
  return priceWithUse(templates, settings).estimate;
}

/** Pricers of a template may read a quantity more than once. */
function distinctReads(reads: readonly UsageRead[]): UsageRead[] {
  return [...new Map(reads.map((read) => [`${read.resource} ${read.key}`, read])).values()];
}

function transferRead({ key, quantity, isDeclared }: TransferUse): UsageRead {
  return { resource: null, key, unit: usageUnitText(key), quantity: isDeclared ? quantity : null };
}

type Ledgers = readonly [UsageLedger, ...UsageLedger[]];

/** Each template has its own ledger, because two systems may both have an `api`. Usage that is passed in applies to all templates. */
function ledgersOf(
  templates: readonly Template[],
  uses: readonly (DeclaredUse | undefined)[],
  { usage, given = new Map() }: EstimateSettings,
): Ledgers {
  if (usage !== undefined) return [makeUsageLedger(usage)];
  const [first, ...others] = templates.map((template, index) => makeUsageLedger(uses[index]?.usage ?? [], givenLookup(given, template)));
  return [first ?? makeUsageLedger([]), ...others];
}

function templateLines(template: Template, settings: EstimateSettings, pricers: PricersByType, ledger: UsageLedger): LineItem[][] {
  const context = contextOf(template, settings, ledger);
  const unknown = new Map<string, UnpricedReason>();
  return template.resources.map((resource) => closed(template, resource, linesOf(resource)));

  function linesOf(resource: TemplateResource): LineItem[] {
    const pricer = pricers.get(resource.type);
    if (pricer !== undefined) return pricedLines(resource, pricer, context, settings.book);
    const free = freeReason(resource.type, settings.freeResources);
    if (free !== undefined) return withFeatures([freeLine(resource, free)], featureLines(resource, context, settings.book));
    const custom = isCustomResource(resource.type) ? pricers.get(CUSTOM_RESOURCE) : undefined;
    if (custom !== undefined) return pricedLines(resource, custom, context, settings.book);
    const reason = unknown.get(resource.type) ?? unknownReason(resource.type, pricers, settings.freeResources);
    unknown.set(resource.type, reason);
    return [unpricedLine(resource, reason)];
  }
}

/** A resource that may not exist, or exist several times, has no price unless it is free. */
function closed(template: Template, resource: TemplateResource, lines: LineItem[]): LineItem[] {
  const open = resource.open ?? openCondition(template, resource);
  if (open === undefined || lines.every(({ state }) => state === 'free')) return lines;
  return [unpricedLine(resource, { kind: 'unreadable-property', problem: { kind: 'known-at-deployment', ...open } })];
}

function contextOf(template: Template, { book, vcpuOf }: EstimateSettings, ledger: UsageLedger): PricingContext {
  const index = indexResources(template.resources);
  const names = lazy(() => valueNames(template.raw));
  return {
    region: book.region,
    follow: (reference) => index.follow(reference),
    parameterPath: (reference) => parameterPath(reference, template.raw),
    namesOf: (value) => names().get(value) ?? [],
    ofType: (type) => index.ofType(type),
    usage: (resource, key) => ledger.quantityFor(resource, key),
    expectedCount: (resource) => ledger.expectedCount(resource),
    declaresUsageOf: (resource, key) => ledger.declaresUsageOf(resource, key),
    unitUsdOf: (sku) => book.find(sku)?.tiers[0]?.usd.toNumber(),
    vcpuOf,
  };
}

function pricedLines(resource: TemplateResource, pricer: Pricer, context: PricingContext, book: PriceBook): LineItem[] {
  const lines = readableLines(resource, () => {
    const charges = pricer.charges(resource, context);
    if (charges.length > 0) return charges.flatMap((charge) => chargeLines(charge, resource, book));
    const free = pricer.freeReason?.(resource, context);
    return [free === undefined ? unpricedLine(resource, { kind: 'no-charges' }) : freeLine(resource, free)];
  });
  return withFeatures(lines, featureLines(resource, context, book));
}

/** A resource is not free when one of its features has a charge. */
function withFeatures(lines: readonly LineItem[], features: readonly LineItem[]): LineItem[] {
  return [...(features.length === 0 ? lines : lines.filter(({ state }) => state !== 'free')), ...features];
}

function freeReason(type: string, freeResources: Readonly<Record<string, FreeReason>>): FreeReason | undefined {
  return Object.hasOwn(freeResources, type) ? freeResources[type] : undefined;
}
