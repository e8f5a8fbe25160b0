import { didYouMean } from '../problems';
import type { Template, TemplateResource } from '../template';
import { addIntervals, certain, Decimal, type Interval, mapInterval, roundToCents, ZERO_USD } from '../units';
import { type DeclaredUse, declaredUse, type ExternalDeclaration, type UsageDeclaration } from './declared-use';
import type { CostGroup, Estimate, LineItem } from './estimate';
import { externalLine } from './external-line';
import type { Price, PriceBook } from './price-book';
import { type Charge, type Pricer, type PricingContext, UnreadableProperty } from './pricer';
import { indexResources, type ResourceIndex } from './resource-index';
import { type TierShare, tierShares } from './tiers';
import { resourceCounts, totalsOf } from './totals';
import { makeUsageLedger, type UsageLedger } from './usage-ledger';

/** What pricing templates needs, all of it data or pure functions. */
export interface EstimateSettings {
  readonly book: PriceBook;
  /** Who knows what a resource type costs; a type that two claim is an error. */
  readonly pricers: readonly Pricer[];
  /** Resource types that cost nothing, each with the reason. */
  readonly freeResources: Readonly<Record<string, string>>;
  /** vCPU of an EC2, RDS or ElastiCache instance type; undefined when unknown. */
  vcpuOf(instanceType: string): number | undefined;
  /** Default: what the templates declare in their metadata, else none. */
  readonly usage?: readonly UsageDeclaration[];
  /** Default: what the templates declare in their metadata, else none. */
  readonly externals?: readonly ExternalDeclaration[];
}

/** Charges that no resource stands for, by the key of the use that they are for. */
const RESOURCELESS: readonly { readonly key: string; readonly sku: string; readonly name: string }[] = [
  { key: 'internetOutGb', sku: 'transfer/internet-out', name: 'Data out to the internet' },
  { key: 'interZoneGb', sku: 'transfer/inter-zone', name: 'Data between zones (both directions)' },
];

/** Floats carry noise beyond this many digits: 0.1 + 0.2 is 0.3 on a bill. */
const QUANTITY_DIGITS = 12;

/**
 * The bill of templates: every resource is asked for its charges, every charge is looked up in the price book. What
 * nobody can price becomes an unpriced line, never a zero; `requireComplete` turns such lines into an error.
 * Linear in the number of resources. Throws an InputError for unreadable declarations, and an Error when declared
 * use would be missing from the bill.
 */
export function estimateTemplates(templates: readonly Template[], settings: EstimateSettings): Estimate {
  const uses = templates.map((template) => declaredUse(template));
  const ledgers = ledgersOf(uses, settings);
  const pricers = pricersByType(settings.pricers);
  const byResource = templates.flatMap((template, index) => templateLines(template, settings, pricers, ledgers[index] ?? ledgers[0]));
  const resourceLines = byResource.flat();
  const externals = settings.externals ?? uses.flatMap((use) => use?.externals ?? []);
  const lineItems = [...resourceLines, ...transferLines(ledgers, settings.book), ...externals.map(externalLine)];
  requireAllCounted(ledgers, resourceLines);
  return { currency: 'USD', region: settings.book.region, ...totalsOf(lineItems), resources: resourceCounts(byResource), lineItems };
}

type Ledgers = readonly [UsageLedger, ...UsageLedger[]];

/** Each template has its own, as two systems may both have an `api`; use that is passed in is for all templates together. */
function ledgersOf(uses: readonly (DeclaredUse | undefined)[], { usage }: EstimateSettings): Ledgers {
  if (usage !== undefined) return [makeUsageLedger(usage)];
  const [first, ...others] = uses.map((use) => makeUsageLedger(use?.usage ?? []));
  return [first ?? makeUsageLedger([]), ...others];
}

type PricersByType = ReadonlyMap<string, Pricer>;

function pricersByType(pricers: readonly Pricer[]): PricersByType {
  const byType = new Map<string, Pricer>();
  for (const pricer of pricers) {
    for (const type of pricer.types) {
      if (byType.has(type)) throw new Error(`two pricers claim ${type}`);
      byType.set(type, pricer);
    }
  }
  return byType;
}

function templateLines(template: Template, settings: EstimateSettings, pricers: PricersByType, ledger: UsageLedger): LineItem[][] {
  const context = contextOf(indexResources(template.resources), settings, ledger);
  const unknown = new Map<string, string>();
  return template.resources.map((resource) => {
    const pricer = pricers.get(resource.type);
    if (pricer !== undefined) return pricedLines(resource, pricer, context, settings.book);
    const free = freeReason(resource.type, settings.freeResources);
    if (free !== undefined) return [freeLine(resource, free)];
    const reason = unknown.get(resource.type) ?? unknownReason(resource.type, pricers, settings.freeResources);
    unknown.set(resource.type, reason);
    return [unpricedLine(resource, resource.type, reason)];
  });
}

function contextOf(index: ResourceIndex, { book, vcpuOf }: EstimateSettings, ledger: UsageLedger): PricingContext {
  return {
    region: book.region,
    follow: (reference) => index.follow(reference),
    ofType: (type) => index.ofType(type),
    usage: (resource, key) => ledger.quantityFor(resource, key),
    expectedCount: (resource) => ledger.expectedCount(resource),
    vcpuOf,
  };
}

function pricedLines(resource: TemplateResource, pricer: Pricer, context: PricingContext, book: PriceBook): LineItem[] {
  try {
    const charges = pricer.charges(resource, context);
    if (charges.length === 0) return [freeLine(resource, 'nothing in this configuration is billed')];
    return charges.flatMap((charge) => chargeLines(charge, resource, book));
  } catch (error) {
    if (error instanceof UnreadableProperty) return [unpricedLine(resource, resource.type, error.message)];
    throw error;
  }
}

interface Bearer {
  readonly id: string | null;
  readonly component: string;
  readonly type: string;
}

function chargeLines(charge: Charge, bearer: Bearer, book: PriceBook): LineItem[] {
  const price = book.find(charge.sku);
  if (price === undefined) return [unpricedLine(bearer, charge.name, `no price of ${charge.sku} in ${book.region}`, charge.group)];
  return tierShares(price, exactQuantity(charge, bearer)).map((share) => shareLine(charge, bearer, price, share));
}

function shareLine(charge: Charge, bearer: Bearer, price: Price, share: TierShare): LineItem {
  const rule = share.rule ?? price.rule;
  return {
    resource: bearer.id,
    component: bearer.component,
    type: bearer.type,
    state: charge.assumption === undefined ? 'priced' : 'usage',
    basis: rule === undefined ? 'list' : 'derived',
    name: tierName(charge.name, share.label),
    quantity: share.quantity,
    unit: price.unit,
    unitPriceUsd: share.usd,
    monthlyUsd: mapInterval(share.quantity, (quantity) => roundToCents(quantity.times(share.usd))),
    sku: price.sku,
    source: price.source,
    reason: [charge.assumption, rule].filter((text) => text !== undefined).join('; price derived: ') || null,
    group: charge.group,
  };
}

/** What varies is in brackets: `Data out to the internet (first 100 GB)`. */
function tierName(name: string, label: string | undefined): string {
  if (label === undefined) return name;
  return name.endsWith(')') ? `${name.slice(0, -1)}, ${label})` : `${name} (${label})`;
}

function exactQuantity(charge: Charge, bearer: Bearer): Interval<Decimal> {
  const { low, mid, high } = charge.quantity;
  if (!(0 <= low && low <= mid && mid <= high && Number.isFinite(high))) {
    throw new Error(`${bearer.type} ${bearer.id}: ${charge.name} has no valid quantity (${low}, ${mid}, ${high})`);
  }
  return mapInterval(charge.quantity, (quantity) => new Decimal(quantity).toSignificantDigits(QUANTITY_DIGITS));
}

function freeLine(resource: Bearer, reason: string): LineItem {
  return { ...lineWithoutPrice(resource, resource.type, reason), state: 'free' };
}

function unpricedLine(bearer: Bearer, name: string, reason: string, group?: CostGroup): LineItem {
  return { ...lineWithoutPrice(bearer, name, reason), state: 'unpriced', ...(group !== undefined && { group }) };
}

function lineWithoutPrice(bearer: Bearer, name: string, reason: string): Omit<LineItem, 'state'> {
  return {
    resource: bearer.id,
    component: bearer.component,
    type: bearer.type,
    basis: null,
    name,
    quantity: certain(new Decimal(1)),
    unit: 'resources',
    unitPriceUsd: ZERO_USD,
    monthlyUsd: certain(ZERO_USD),
    sku: null,
    source: null,
    reason,
    // Lines without a price add nothing to any group.
    group: 'compute',
  };
}

function freeReason(type: string, freeResources: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(freeResources, type) ? freeResources[type] : undefined;
}

function unknownReason(type: string, pricers: PricersByType, freeResources: Readonly<Record<string, string>>): string {
  const service = type.slice(0, type.lastIndexOf('::') + 2);
  const ofService = [...pricers.keys(), ...Object.keys(freeResources)].filter((known) => known.startsWith(service));
  const suggestion = didYouMean(type, ofService);
  return `no pricer knows the type ${type}${suggestion === undefined ? '' : `; the nearest known one is ${suggestion}`}`;
}

function transferLines(ledgers: Ledgers, book: PriceBook): LineItem[] {
  return RESOURCELESS.flatMap(({ key, sku, name }) => {
    const rest = ledgers.flatMap((ledger) => ledger.takeRest(key));
    if (rest.length === 0 && ledgers.some((ledger) => ledger.isCounted(key))) return [];
    const { component, quantity, assumption } = together(key, rest);
    return chargeLines({ name, sku, quantity, group: 'transfer', assumption }, { id: null, component, type: 'DataTransfer' }, book);
  });
}

/** Free gigabytes and tiers are counted for an account, so all transfer of a kind is one charge. */
function together(key: string, declarations: readonly UsageDeclaration[]): Pick<UsageDeclaration, 'component' | 'quantity' | 'assumption'> {
  const [first, ...others] = declarations;
  if (first === undefined) return { component: 'network', quantity: certain(0), assumption: `no usage declared (${key})` };
  if (others.length === 0) return first;
  return {
    component: 'network',
    quantity: addIntervals(...declarations.map(({ quantity }) => quantity)),
    assumption: declarations.map(({ component, assumption }) => `${component}: ${assumption}`).join('; '),
  };
}

/** Declared use that no line counts would be a bill that is too low in silence. Components with an unpriced line fail anyway. */
function requireAllCounted(ledgers: Ledgers, lines: readonly LineItem[]): void {
  const unpriced = new Set(lines.filter((line) => line.state === 'unpriced').map((line) => line.component));
  const missing = ledgers.flatMap((ledger) => ledger.uncounted()).filter(({ component }) => !unpriced.has(component));
  if (missing.length === 0) return;
  throw new Error(`declared use that no line of the bill counts: ${missing.map(({ component, key }) => `${component} ${key}`).join(', ')}`);
}
