import { sumUsd } from '../core/money';
import { percent } from '../core/number-format';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../core/time';
import type { Estimate } from './estimate';

/** Age in days from which prices cause a warning: AWS changes some prices every quarter. */
const FRESH_DAYS = 90;

/**
 * A warning when lines with a cost have prices that are more than 90 days older than a given day: the number of lines and
 * their share of the total. Undefined without such lines.
 */
export function priceAgeWarning(estimates: readonly Pick<Estimate, 'lineItems'>[], today: Date): string | undefined {
  const billed = estimates.flatMap(({ lineItems }) => lineItems).filter(({ monthlyUsd }) => !monthlyUsd.mid.isZero());
  const old = billed.filter(({ source }) => source !== null && daysBefore(source.asOf, today) > FRESH_DAYS);
  const oldest = old.flatMap(({ source }) => source?.asOf ?? []).sort()[0];
  if (oldest === undefined) return undefined;
  const share = sumUsd(old.map(({ monthlyUsd }) => monthlyUsd.mid)).div(sumUsd(billed.map(({ monthlyUsd }) => monthlyUsd.mid)));
  return `${old.length} of ${billed.length} billed lines, ${percent(share.toNumber())} of the total, have prices more than ${FRESH_DAYS} days old, the oldest of ${oldest}: check them against the current price list`;
}

function daysBefore(date: string, today: Date): number {
  return Math.floor((today.getTime() - Date.parse(date)) / (SECONDS_PER_DAY * MS_PER_SECOND));
}
