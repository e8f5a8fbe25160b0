import type { Usd } from '../core/money';
import { LimitExceededError } from '../core/problems';
import type { Estimate } from '../pricing/estimate';
import { type PriceAge, priceAge } from '../pricing/price-age';
import { type Completeness, incompleteness } from '../pricing/require-complete';
import type { UnpricedError } from '../pricing/unpriced-error';

/** Requirements of an estimate. */
export interface EstimateLimits extends Completeness {
  /** The most US dollars per month that the mid of the estimate may be. Default: no limit. */
  readonly budgetUsd?: Usd;
}

/** Why an estimate does not meet its requirements; an incomplete total comes first, because it proves nothing about a limit. */
export function estimateFailures(estimate: Estimate, limits: EstimateLimits = {}): (UnpricedError | LimitExceededError)[] {
  const { budgetUsd } = limits;
  const incomplete = incompleteness(estimate, limits);
  const total = estimate.monthlyUsd.mid;
  return [
    ...(incomplete === undefined ? [] : [incomplete]),
    ...(budgetUsd?.lt(total) === true ? [new LimitExceededError({ kind: 'budget', monthlyUsd: total, budgetUsd })] : []),
  ];
}

/** Line items whose prices are more than 90 days older than a day; undefined without such lines. */
export function oldPrices(estimates: readonly Pick<Estimate, 'lineItems'>[], today: Date): PriceAge | undefined {
  return priceAge(estimates, today);
}
