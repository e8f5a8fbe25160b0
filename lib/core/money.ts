import { Decimal } from 'decimal.js';
import { certain, combineIntervals, type Interval } from './interval';

/** US dollars as an exact decimal. Never a float: totals must be exact to the cent. */
export type Usd = Decimal;

/** $0. */
export const ZERO_USD: Usd = new Decimal(0);

/** Parses a price or amount such as `"0.0416"`. Throws a DecimalError for anything that is not a number. */
export function usd(amount: string): Usd {
  return new Decimal(amount);
}

/** Rounds to whole cents, half up, as AWS rounds line items. The only place where money is rounded. */
export function roundToCents(amount: Usd): Usd {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** The exact sum of amounts. */
export function sumUsd(amounts: Iterable<Usd>): Usd {
  let sum = ZERO_USD;
  for (const amount of amounts) sum = sum.plus(amount);
  return sum;
}

/** The sum of intervals of amounts, point by point. */
export function sumUsdIntervals(amounts: Iterable<Interval<Usd>>): Interval<Usd> {
  let sum = certain(ZERO_USD);
  // Most lines of a template cost nothing.
  for (const amount of amounts) if (!isZero(amount)) sum = combineIntervals(sum, amount, (a, b) => a.plus(b));
  return sum;
}

function isZero({ low, mid, high }: Interval<Usd>): boolean {
  return low.isZero() && mid.isZero() && high.isZero();
}

/** The form that money has in JSON: a decimal string with exactly two places, `"1234.50"`. */
export function toCents(amount: Usd): string {
  return amount.toFixed(2);
}

export { Decimal };
