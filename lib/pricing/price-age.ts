import { sumUsd } from '../core/money';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../core/time';
import type { Estimate } from './estimate';

/** Age in days that prices may have without a warning: AWS changes some prices every quarter. */
const FRESH_DAYS = 90;

/** Lines with a cost whose prices are old. */
export interface PriceAge {
  /** Share of the total that they cost, 0 to 1. */
  readonly shareOfTotal: number;
  /** Age in days that their prices exceed. */
  readonly freshDays: number;
  /** The oldest price: the name of its most expensive line, and its date, ISO 8601. */
  readonly oldest: { readonly name: string; readonly asOf: string };
}

/** Lines with a cost whose prices are more than 90 days older than a given day. Undefined without such lines. */
export function priceAge(estimates: readonly Pick<Estimate, 'lineItems'>[], today: Date): PriceAge | undefined {
  const billed = estimates.flatMap(({ lineItems }) => lineItems).filter(({ monthlyUsd }) => !monthlyUsd.mid.isZero());
  const old = billed.flatMap(({ name, monthlyUsd, source }) =>
    source !== null && daysBefore(source.asOf, today) > FRESH_DAYS ? [{ name, asOf: source.asOf, monthlyUsd: monthlyUsd.mid }] : [],
  );
  const [oldest] = [...old].sort((one, other) => one.asOf.localeCompare(other.asOf) || other.monthlyUsd.comparedTo(one.monthlyUsd));
  if (oldest === undefined) return undefined;
  const share = sumUsd(old.map(({ monthlyUsd }) => monthlyUsd)).div(sumUsd(billed.map(({ monthlyUsd }) => monthlyUsd.mid)));
  const { name, asOf } = oldest;
  return { shareOfTotal: share.toNumber(), freshDays: FRESH_DAYS, oldest: { name, asOf } };
}

function daysBefore(date: string, today: Date): number {
  return Math.floor((today.getTime() - Date.parse(date)) / (SECONDS_PER_DAY * MS_PER_SECOND));
}
