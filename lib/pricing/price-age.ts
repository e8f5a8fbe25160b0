import { sumUsd } from '../core/money';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../core/time';
import type { Estimate } from './estimate';

/** Age in days that prices may have without a warning: AWS changes some prices every quarter. */
const FRESH_DAYS = 90;

/** Lines with a cost whose prices are old. */
export interface PriceAge {
  /** Number of these lines. */
  readonly oldLines: number;
  /** Number of lines with a cost. */
  readonly billedLines: number;
  /** Share of the total that they cost, 0 to 1. */
  readonly shareOfTotal: number;
  /** Age in days that their prices exceed. */
  readonly freshDays: number;
  /** Date of the oldest price, ISO 8601. */
  readonly oldest: string;
}

/** Lines with a cost whose prices are more than 90 days older than a given day. Undefined without such lines. */
export function priceAge(estimates: readonly Pick<Estimate, 'lineItems'>[], today: Date): PriceAge | undefined {
  const billed = estimates.flatMap(({ lineItems }) => lineItems).filter(({ monthlyUsd }) => !monthlyUsd.mid.isZero());
  const old = billed.filter(({ source }) => source !== null && daysBefore(source.asOf, today) > FRESH_DAYS);
  const oldest = old.flatMap(({ source }) => source?.asOf ?? []).sort()[0];
  if (oldest === undefined) return undefined;
  const share = sumUsd(old.map(({ monthlyUsd }) => monthlyUsd.mid)).div(sumUsd(billed.map(({ monthlyUsd }) => monthlyUsd.mid)));
  return { oldLines: old.length, billedLines: billed.length, shareOfTotal: share.toNumber(), freshDays: FRESH_DAYS, oldest };
}

function daysBefore(date: string, today: Date): number {
  return Math.floor((today.getTime() - Date.parse(date)) / (SECONDS_PER_DAY * MS_PER_SECOND));
}
