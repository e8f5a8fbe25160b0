import type { Estimate } from '../../lib/pricing/estimate';

/** The expected total in US dollars per month. */
export function totalOf({ monthlyUsd }: Estimate): number {
  return monthlyUsd.mid.toNumber();
}
