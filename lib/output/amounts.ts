import type { Interval } from '../core/interval';
import { Decimal, toCents, type Usd } from '../core/money';
import { thousands } from '../core/thousands';

/** `$1,234.56`; negative amounts as `-$1,234.56`. */
export function cents(amount: Usd): string {
  return withDollar(toCents(amount));
}

/** `$1,235`. An amount that is not zero never looks like zero: below half a dollar it is `<$1`. */
export function dollars(amount: Usd): string {
  const whole = amount.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  if (whole.isZero() && !amount.isZero()) return amount.isNegative() ? '>-$1' : '<$1';
  return withDollar(whole.toFixed(0));
}

/** `+$1,235`, `-$35`, `±$0`: a difference. */
export function change(amount: Usd): string {
  if (amount.isZero()) return '±$0.00';
  return amount.isNegative() ? cents(amount) : `+${cents(amount)}`;
}

/** `$0.0416`: a unit price in full, with at least two decimal places. */
export function unitPrice(price: Usd): string {
  return withDollar(price.decimalPlaces() < 2 ? price.toFixed(2) : price.toFixed());
}

/** `730 hours`, and `2.5 × 10,000 requests` for a unit that is a number of something. */
export function quantityOf(amount: string, unit: string): string {
  return /^\d/.test(unit) ? `${amount} × ${unit}` : `${amount} ${unit}`;
}

/** `2 cores`, `1 core`, `1 MiB`: an amount of a resource. Units that are plural nouns have a singular. */
export function withUnit(amount: string, unit: string): string {
  return `${amount} ${amount === '1' ? unit.replace(/^([a-z]{3,})s$/, '$1') : unit}`;
}

const QUANTITY_PLACES = 3;

/** `1,234.5`: a quantity, with as many decimal places as it has, and three at most. A trace is not rounded to zero. */
export function quantity(amount: Decimal): string {
  const rounded = amount.toDecimalPlaces(QUANTITY_PLACES, Decimal.ROUND_HALF_UP);
  return thousands((rounded.isZero() ? amount.toSignificantDigits(1) : rounded).toFixed());
}

/** `1 – 3`, or `2` when all points are the same. */
export function intervalText<T>(interval: Interval<T>, text: (value: T) => string): string {
  const [low, high] = [text(interval.low), text(interval.high)];
  return low === high ? low : `${low} – ${high}`;
}

function withDollar(digits: string): string {
  return digits.startsWith('-') ? `-$${thousands(digits.slice(1))}` : `$${thousands(digits)}`;
}
