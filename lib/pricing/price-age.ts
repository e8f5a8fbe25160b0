import { sumUsd } from '../core/money';
import { percent } from '../core/number-format';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../core/time';
import type { Estimate } from './estimate';

/** Prices older than this are worth a warning: AWS changes some every quarter. */
const FRESH_DAYS = 90;

/**
 * One line when lines of bills that cost something stand on prices of more than 90 days before a day: how many, and how
 * much of the total they are; undefined without such lines.
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
