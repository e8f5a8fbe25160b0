import type { Usd } from '../core/money';
import type { PriceDerivation } from '../core/price-derivation';
import { REGIONAL_RULES, type RegionalRule, SIBLING_RULES, type SiblingRule, TWIN_RULES } from './derivation-rules';
import type { Price, PriceBook, PriceTier } from './price';

/** A price that no list contains, computed by a rule. */
export type Derived = Pick<Price, 'unit' | 'tiers' | 'source'> & { readonly derivation: PriceDerivation };

/**
 * Significant digits of a derived price: it is a ratio of prices with at most six digits, and its error is far larger.
 * Estimates round once, per line.
 */
const SIGNIFICANT_DIGITS = 6;

/**
 * Derives a price that the list of a region does not contain: from another price of the same region if a rule relates
 * them, otherwise from the price of the reference region times the ratio of the nearest known price. A price that the
 * reference region itself lacks is that of a region with the same prices. Undefined without a rule.
 */
export function derive(sku: string, here: PriceBook, reference: PriceBook, open: (region: string) => PriceBook): Derived | undefined {
  return fromSibling(sku, here, reference) ?? (here === reference ? fromTwin(sku, open) : fromReference(sku, here, reference));
}

function fromTwin(sku: string, open: (region: string) => PriceBook): Derived | undefined {
  const rule = TWIN_RULES.find((candidate) => candidate.sku.test(sku));
  const price = rule === undefined ? undefined : open(rule.region).listPrice(sku);
  return rule === undefined || price === undefined ? undefined : unchanged(rule, price, rule.region);
}

function fromSibling(sku: string, here: PriceBook, reference: PriceBook): Derived | undefined {
  for (const rule of SIBLING_RULES) {
    const match = rule.sku.exec(sku);
    if (match === null) continue;
    const like = filled(rule.like, match);
    // The size that other sizes of the family are derived from has no other price in its own region.
    const sibling = like === sku ? undefined : here.find(like);
    if (sibling !== undefined) return scaledSibling(sku, rule, match, sibling, here, reference);
  }
  return undefined;
}

function scaledSibling(
  sku: string,
  rule: SiblingRule,
  match: RegExpExecArray,
  sibling: Price,
  here: PriceBook,
  reference: PriceBook,
): Derived {
  const { times, per } = rule.scale(match);
  return {
    unit: (here === reference ? undefined : reference.find(sku)?.unit) ?? rule.unit ?? sibling.unit,
    tiers: scaledTiers(sibling, (usd) => usd.times(times).div(per)),
    source: sibling.source,
    derivation: {
      kind: 'sibling',
      usd: amounts(sibling),
      times,
      per,
      sku: sibling.sku,
      region: here.region,
      reason: rule.reason,
      ...baseOf(sibling),
    },
  };
}

function fromReference(sku: string, here: PriceBook, reference: PriceBook): Derived | undefined {
  const base = reference.find(sku);
  if (base === undefined) return undefined;
  for (const rule of REGIONAL_RULES) {
    const match = rule.sku.exec(sku);
    const derived = match === null ? undefined : byRule(rule, match, base, here, reference);
    if (derived !== undefined) return derived;
  }
  return undefined;
}

function byRule(rule: RegionalRule, match: RegExpExecArray, base: Price, here: PriceBook, reference: PriceBook): Derived | undefined {
  if (rule.like === 'unchanged') return unchanged(rule, base, reference.region);
  for (const like of rule.like) {
    const name = filled(like, match);
    const priceHere = here.listPrice(name);
    const priceThere = reference.listPrice(name);
    if (priceHere !== undefined && priceThere !== undefined) return byRatio(rule, base, priceHere, priceThere, here, reference);
  }
  return undefined;
}

function unchanged({ reason }: Pick<RegionalRule, 'reason'>, base: Price, reference: string): Derived {
  return {
    unit: base.unit,
    tiers: base.tiers,
    source: base.source,
    derivation: { kind: 'unchanged', usd: amounts(base), reference, reason, ...baseOf(base) },
  };
}

function byRatio(rule: RegionalRule, base: Price, priceHere: Price, priceThere: Price, here: PriceBook, reference: PriceBook): Derived {
  const [usdHere, usdThere] = [firstPaid(priceHere), firstPaid(priceThere)];
  return {
    unit: base.unit,
    tiers: scaledTiers(base, (usd) => usd.times(usdHere).div(usdThere)),
    source: { name: base.source.name, asOf: oldest(base, priceHere, priceThere) },
    derivation: {
      kind: 'ratio',
      usd: amounts(base),
      reference: reference.region,
      usdHere: usdHere.toString(),
      usdThere: usdThere.toString(),
      sku: priceHere.sku,
      region: here.region,
      reason: rule.reason,
      ...baseOf(base),
    },
  };
}

function baseOf({ derivation }: Price): { readonly base?: PriceDerivation } {
  return derivation === undefined ? {} : { base: derivation };
}

function scaledTiers(price: Price, scale: (usd: Usd) => Usd): PriceTier[] {
  return price.tiers.map((tier) => ({ ...tier, usd: scale(tier.usd).toSignificantDigits(SIGNIFICANT_DIGITS) }));
}

/** The price by which tiered prices are compared: that of the first unit that is not free. */
export function firstPaid(price: Pick<Price, 'tiers'>): Usd {
  const tier = price.tiers.find(({ usd }) => !usd.isZero()) ?? price.tiers[0];
  if (tier === undefined) throw new Error('a price without tiers');
  return tier.usd;
}

function amounts(price: Price): string[] {
  return price.tiers.map(({ usd }) => usd.toString());
}

function oldest(...prices: readonly Price[]): string {
  const [first = ''] = prices.map((price) => price.source.asOf).sort();
  return first;
}

/** Replaces `$1`, `$2` and so on in the `like` of a rule by the groups that its pattern matched. */
function filled(like: string, match: RegExpExecArray): string {
  return like.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
}
