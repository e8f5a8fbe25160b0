import type { UsageKey } from '../../contract/usage';
import { certain, type Interval, mapInterval } from '../../core/interval';
import { HOURS_PER_MONTH } from '../../core/time';
import type { ChargeKind } from '../charge-kinds';
import type { CostGroup } from '../estimate';
import type { Charge, Counted, UsageContext } from '../pricer';

const DIGITS = 6;

/** Keeps the noise of floating point out of quantities: 0.1 × 3 is 0.3. */
export function exact(quantity: Interval): Interval {
  return mapInterval(quantity, (value) => Number(value.toFixed(DIGITS)));
}

/** Some of each of a number of things: gigabytes of each machine, hours of each node. */
export function ofEach(count: Interval, amount: number): Interval {
  return exact(mapInterval(count, (value) => value * amount));
}

/** Hours of a month for a number of things that run all the time. */
export function hoursOf(count: Interval): Interval {
  return ofEach(count, HOURS_PER_MONTH);
}

/** One unit per month. */
export const ONE = certain(1);
/** All hours of a month. */
export const ONE_MONTH_HOURS = certain(HOURS_PER_MONTH);

/** A usage charge before its quantity is known. */
export interface UsageOf {
  /** Kind of the charge. */
  readonly kind: ChargeKind;
  /** What tells the line from others of its kind. Default: nothing. */
  readonly details?: readonly string[];
  /** The price, without the region. */
  readonly sku: string;
  /** The cost group that the line is summed in. */
  readonly group: CostGroup;
  /** Which declared quantity. */
  readonly key: UsageKey;
  /** How many of the declared units make one unit of the price; 10,000 for calls priced by 10 thousand. Default: 1. */
  readonly per?: number;
}

/** A charge whose quantity is declared use; at zero, with the note that nothing was declared, where it isn't. */
export function usageCharge(resource: Counted, context: UsageContext, { key, per = 1, ...charge }: UsageOf): Charge {
  const { quantity, assumption, isDeclared } = context.usage(resource, key);
  return { ...charge, quantity: exact(mapInterval(quantity, (value) => value / per)), assumption, excludesUsage: !isDeclared };
}

const THOUSANDS = new Intl.NumberFormat('en-US');

/** `12,000`, for names of lines. */
export function numberText(value: number): string {
  return THOUSANDS.format(value);
}
