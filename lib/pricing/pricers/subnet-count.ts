import { zoneCountOf } from '../../catalog/zone-counts';
import { certain, type Interval } from '../../core/interval';
import type { PricingContext } from '../pricer';
import { isIntrinsic, list, type Properties } from './properties';

/** A number of subnets or zones, with the detail of the lines that depend on it. */
export interface SubnetCount {
  /** The number. */
  readonly count: Interval;
  /** Detail of a number that is known only at deployment. Absent for a known number. */
  readonly details?: readonly string[];
}

/**
 * Number of the subnets or zones in a property, each in another zone. A function such as `Fn::GetAZs`, or a parameter that is a list,
 * gives between `fewest` and one for each zone of the region; the expected number is the largest, because a smaller one is not known.
 * Throws an UnreadableProperty for a function in a region whose number of zones is unknown.
 */
export function subnetCount(properties: Properties, key: string, fewest: number, { region }: Pick<PricingContext, 'region'>): SubnetCount {
  const zones = isIntrinsic(properties[key]) ? zoneCountOf(region) : undefined;
  if (zones === undefined) return { count: certain(list(properties, key).length) };
  return { count: { low: fewest, mid: zones, high: zones }, details: [`in ${fewest} to ${zones} zones`] };
}
