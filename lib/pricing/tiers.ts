import { firstPaid } from '../catalog/derivation';
import type { Price, PriceTier } from '../catalog/price';
import { type Interval, mapInterval } from '../core/interval';
import { Decimal, type Usd } from '../core/money';
import type { PriceDerivation } from '../core/price-derivation';
import { thousands } from '../core/thousands';

/** The part of a quantity that one tier of a price covers. */
export interface TierShare {
  /** `first 100 GB`; absent for flat prices. */
  readonly label?: string;
  /** Quantity in this tier of the price. */
  readonly quantity: Interval<Decimal>;
  /** Price of one unit in this tier, US dollars. */
  readonly usd: Usd;
  /** How the price of this part was derived; present when the listed tiers end below the quantity. */
  readonly derivation?: PriceDerivation;
}

const ZERO = new Decimal(0);

/**
 * Splits a quantity at the bounds of the tiers of a price. Each charge starts at the first tier: two distributions are
 * priced as if each were the only one, which is never too low, because prices fall with the quantity. Tiers that the
 * quantity does not reach are left out. A quantity of zero is one share at the price of the first unit that is not free.
 */
export function tierShares(price: Pick<Price, 'tiers' | 'unit'>, quantity: Interval<Decimal>): readonly TierShare[] {
  const [first] = price.tiers;
  if (first !== undefined && price.tiers.length === 1 && first.upTo === undefined) return [{ quantity, usd: first.usd }];
  if (quantity.high.isZero()) return [{ quantity, usd: firstPaid(price) }];
  return boundsOf(price).flatMap((bound) => {
    const share = mapInterval(quantity, (amount) => within(amount, bound));
    return share.high.isZero() ? [] : [{ label: labelOf(bound, price.unit), quantity: share, ...pick(bound) }];
  });
}

interface Bound {
  readonly from: Decimal;
  readonly upTo?: Decimal;
  readonly usd: Usd;
  readonly derivation?: PriceDerivation;
}

function boundsOf({ tiers, unit }: Pick<Price, 'tiers' | 'unit'>): Bound[] {
  const bounds = tiers.map((tier, index) => ({ ...tier, from: tiers[index - 1]?.upTo ?? ZERO }));
  return [...bounds, ...beyond(tiers.at(-1), unit)];
}

function beyond(last: PriceTier | undefined, unit: string): Bound[] {
  if (last?.upTo === undefined) return [];
  const derivation = { kind: 'beyond-last-tier', usd: last.usd.toString(), upTo: last.upTo.toFixed(), unit } as const;
  return [{ from: last.upTo, usd: last.usd, derivation }];
}

function within(amount: Decimal, { from, upTo }: Bound): Decimal {
  const end = upTo === undefined ? amount : Decimal.min(amount, upTo);
  return Decimal.max(end.minus(from), ZERO);
}

function labelOf({ from, upTo }: Bound, unit: string): string {
  if (upTo === undefined) return `above ${thousands(from.toFixed())} ${unit}`;
  return `${from.isZero() ? 'first' : 'next'} ${thousands(upTo.minus(from).toFixed())} ${unit}`;
}

function pick({ usd, derivation }: Bound): Pick<TierShare, 'usd' | 'derivation'> {
  return { usd, ...(derivation !== undefined && { derivation }) };
}
