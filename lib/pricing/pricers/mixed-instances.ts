import { type Interval, mapInterval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { hoursOf } from './quantities';

/** An instance type that a group may launch. */
export interface MixedType {
  /** Instance type. */
  readonly instanceType: string;
  /** Units of the group's capacity that one instance provides. */
  readonly weight: number;
}

/** Types that a group may launch, the first of them with the highest priority. */
export type MixedTypes = readonly [MixedType, ...MixedType[]];

/** Number of instances for a capacity: low and high are those of the type that needs the fewest and the most. */
export function instancesFor(capacity: Interval, types: MixedTypes): Interval {
  const counts = types.map(({ weight }) => mapInterval(capacity, (value) => (weight === 1 ? value : Math.ceil(value / weight))));
  return {
    low: Math.min(...counts.map(({ low }) => low)),
    mid: counts[0]?.mid ?? 0,
    high: Math.max(...counts.map(({ high }) => high)),
  };
}

/**
 * Instance hours of a group that may launch any of its types: low is the cheapest type for the capacity, mid the first, high the most
 * expensive. A type without a price stands for all: the group then has no price.
 */
export function mixedHours(charges: readonly Charge[], types: MixedTypes, capacity: Interval, context: PricingContext): readonly Charge[] {
  const [first] = types;
  const hours = charges.find(({ kind }) => kind === 'instance-hours');
  if (hours === undefined || types.length === 1) return charges;
  const costs = types.map(({ instanceType, weight }) => (context.unitUsdOf(`ec2/${instanceType}`) ?? Number.NaN) / weight);
  const unknown = types[costs.findIndex(Number.isNaN)];
  const low = types[costs.indexOf(Math.min(...costs))] ?? first;
  const high = types[costs.indexOf(Math.max(...costs))] ?? first;
  const launched = unknown === undefined ? [...new Set([first, low, high])] : [unknown];
  const lines = launched.map((type): Charge => {
    const count = hoursOf(instancesFor(capacity, [type]));
    const isAt = (chosen: MixedType) => unknown !== undefined || chosen === type;
    return {
      ...hours,
      details: [type.instanceType, ...(hours.details ?? []).slice(1)],
      sku: `ec2/${type.instanceType}`,
      quantity: { low: isAt(low) ? count.low : 0, mid: isAt(first) ? count.mid : 0, high: isAt(high) ? count.high : 0 },
      isOfMix: true,
    };
  });
  return charges.flatMap((charge) => (charge === hours ? lines : [charge]));
}
