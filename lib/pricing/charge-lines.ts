import type { Price, PriceBook } from '../catalog/price';
import { type Interval, mapInterval } from '../core/interval';
import { Decimal, roundToCents } from '../core/money';
import { chargeName } from './charge-kinds';
import type { LineItem } from './estimate';
import type { LineSubject } from './line-subject';
import type { Charge } from './pricer';
import { UnreadableProperty } from './property-problem';
import { type TierShare, tierShares } from './tiers';
import { unpricedLine } from './unbilled-lines';

/** Significant digits of a quantity: floating-point sums are inexact beyond them, and 0.1 + 0.2 must be 0.3 in an estimate. */
const QUANTITY_DIGITS = 12;

/** The lines of a charge: one for each tier of its price that the quantity reaches. */
export function chargeLines(charge: Charge, subject: LineSubject, book: PriceBook): LineItem[] {
  const price = book.find(charge.sku);
  if (price === undefined) return [unpricedLine(subject, { kind: 'no-list-price', sku: charge.sku, region: book.region }, charge)];
  const quantity = exactQuantity(charge);
  if (quantity === undefined)
    return [unpricedLine(subject, { kind: 'invalid-quantity', quantity: charge.quantity, unit: price.unit }, charge)];
  return tierShares(price, quantity).map((share) => shareLine(charge, subject, price, share));
}

/** Lines of a subject; one unpriced line if a property that decides its price is unreadable, or the usage of it is unknown. */
export function readableLines(subject: LineSubject, lines: () => LineItem[]): LineItem[] {
  try {
    return lines();
  } catch (error) {
    if (error instanceof UnreadableProperty) return [unpricedLine(subject, { kind: 'unreadable-property', problem: error.problem })];
    throw error;
  }
}

function shareLine(charge: Charge, subject: LineSubject, price: Price, share: TierShare): LineItem {
  const derivation = share.derivation ?? price.derivation;
  return {
    resource: subject.id,
    component: subject.component,
    type: subject.type,
    state: charge.assumption === undefined ? 'priced' : 'usage',
    ...(charge.excludesUsage === true && { excludesUsage: true as const }),
    basis: derivation === undefined ? 'list' : 'derived',
    kind: charge.kind,
    name: chargeName(charge.kind, [...(charge.details ?? []), ...(share.label === undefined ? [] : [share.label])]),
    quantity: share.quantity,
    unit: price.unit,
    unitPriceUsd: share.usd,
    monthlyUsd: mapInterval(share.quantity, (quantity) => roundToCents(quantity.times(share.usd))),
    sku: price.sku,
    source: price.source,
    reason: charge.assumption ?? null,
    ...(derivation !== undefined && { derivation }),
    group: charge.group,
  };
}

/** The largest quantity of a line. A larger one is a mistake: no account has 10^15 hours, gigabytes or requests per month. */
const MAX_QUANTITY = 1e15;

/** Undefined for anything but an interval from 0 to the largest quantity: a template may state that a disk has -5 GB. */
function exactQuantity({ quantity, isOfMix = false }: Charge): Interval<Decimal> | undefined {
  const { low, mid, high } = quantity;
  const isAmount = [low, mid, high].every((amount) => amount >= 0 && amount <= MAX_QUANTITY);
  if (!isAmount || !(isOfMix || (low <= mid && mid <= high))) return undefined;
  return mapInterval(quantity, (amount) => new Decimal(amount).toSignificantDigits(QUANTITY_DIGITS));
}
