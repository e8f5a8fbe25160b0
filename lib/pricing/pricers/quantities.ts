import type { UsageKey } from '../../contract/usage';
import { certain, type Interval, mapInterval } from '../../core/interval';
import { thousands } from '../../core/thousands';
import { HOURS_PER_MONTH } from '../../core/time';
import type { ChargeKind } from '../charge-kinds';
import type { CostGroup } from '../estimate';
import type { Charge, Counted, UsageContext } from '../pricer';

const DIGITS = 6;

/** Requests and messages whose prices are for a million. */
export const MILLION = 1_000_000;

/** Removes floating-point errors from quantities: 0.1 × 3 is 0.3. */
export function exact(quantity: Interval): Interval {
  return mapInterval(quantity, (value) => (Number.isInteger(value) ? value : Number(value.toFixed(DIGITS))));
}

/** A count times an amount for each: gigabytes of each instance, hours of each node. */
export function ofEach(count: Interval, amount: number): Interval {
  return exact(mapInterval(count, (value) => value * amount));
}

/** Hours per month of a number of resources that run all the time. */
export function hoursOf(count: Interval): Interval {
  return ofEach(count, HOURS_PER_MONTH);
}

/** One unit per month. */
export const ONE = certain(1);
/** All hours of a month. */
export const ONE_MONTH_HOURS = certain(HOURS_PER_MONTH);

/**
 * Charges of a resource that has one of two prices, which the template does not decide: low and mid have the lower one, high the other one.
 */
export function eitherOf(lower: Charge, higher: Charge): readonly Charge[] {
  return [
    { ...lower, quantity: { ...lower.quantity, high: 0 }, isOfMix: true },
    { ...higher, quantity: { low: 0, mid: 0, high: higher.quantity.high }, isOfMix: true },
  ];
}

/** A usage charge before its quantity is known. */
export interface UsageOf {
  /** Kind of the charge. */
  readonly kind: ChargeKind;
  /** Details in the brackets of the line's name. Default: none. */
  readonly details?: readonly string[];
  /** Name of the price, without the region. */
  readonly sku: string;
  /** The cost group that the line is summed in. */
  readonly group: CostGroup;
  /** Key of the declared quantity. */
  readonly key: UsageKey;
  /** Declared units in one unit of the price: 10,000 for calls that are priced by 10,000. Default: 1. */
  readonly per?: number;
}

/** A charge whose quantity is declared usage. Without a declaration the quantity is zero, which the assumption states. */
export function usageCharge(resource: Counted, context: UsageContext, { key, per = 1, ...charge }: UsageOf): Charge {
  const { quantity, assumption, isDeclared } = context.usage(resource, key);
  return { ...charge, quantity: exact(mapInterval(quantity, (value) => value / per)), assumption, excludesUsage: !isDeclared };
}

/** `12,000`, for names of lines. */
export function numberText(value: number): string {
  return thousands(String(value));
}
