import { sumUsd, type Usd } from '../core/money';
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
  const newestOld = dateBefore(today, FRESH_DAYS + 1);
  const billed = estimates.flatMap(({ lineItems }) => lineItems).filter(({ monthlyUsd }) => !monthlyUsd.mid.isZero());
  const old = billed.flatMap(({ name, monthlyUsd, source }) =>
    source !== null && source.asOf <= newestOld ? [{ name, asOf: source.asOf, usd: monthlyUsd.mid }] : [],
  );
  const [first, ...others] = old;
  if (first === undefined) return undefined;
  const { name, asOf } = others.reduce((oldest, line) => (isOlder(line, oldest) ? line : oldest), first);
  const shareOfTotal = sumUsd(old.map(({ usd }) => usd))
    .div(sumUsd(billed.map(({ monthlyUsd }) => monthlyUsd.mid)))
    .toNumber();
  return { shareOfTotal, freshDays: FRESH_DAYS, oldest: { name, asOf } };
}

interface DatedCost {
  readonly asOf: string;
  readonly usd: Usd;
}

/** Whether the price of a line is older; of prices with the same date, that of the more expensive line counts. */
function isOlder(line: DatedCost, other: DatedCost): boolean {
  return line.asOf === other.asOf ? line.usd.gt(other.usd) : line.asOf < other.asOf;
}

/** The date some days before a day, ISO 8601. */
function dateBefore(day: Date, days: number): string {
  return new Date(day.getTime() - days * SECONDS_PER_DAY * MS_PER_SECOND).toISOString().slice(0, 10);
}
