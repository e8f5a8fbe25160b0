import { type Decimal, toCents } from '../../lib/core/money';
import { LimitExceededError } from '../../lib/core/problems';
import type { Estimate } from '../../lib/pricing/estimate';
import { type Completeness, incompleteness } from '../../lib/pricing/require-complete';

/** What a bill is held against. */
export interface Limits extends Completeness {
  /** Of the mid of the bill: what is expected, not what may be. */
  readonly maxMonthlyUsd?: Decimal;
}

/** Why a bill is not good enough, the gravest first: an incomplete total says nothing about a limit. */
export function failuresOf(estimate: Estimate, limits: Limits = {}): Error[] {
  const { maxMonthlyUsd } = limits;
  const incomplete = incompleteness(estimate, limits);
  const total = estimate.monthlyUsd.mid;
  return [
    ...(incomplete === undefined ? [] : [incomplete]),
    ...(maxMonthlyUsd?.lt(total) === true
      ? [new LimitExceededError(`$${toCents(total)} a month is above the limit of $${toCents(maxMonthlyUsd)}`)]
      : []),
  ];
}
