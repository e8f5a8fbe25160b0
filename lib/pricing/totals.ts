import { sumUsd, sumUsdIntervals } from '../core/money';
import type { Estimate, ExcludedUsage, LineItem, LineState, ResourceCounts } from './estimate';

/** Worst first: a resource is in the first of these states that one of its lines has. */
const WORST_FIRST: readonly LineState[] = ['unpriced', 'priced', 'usage', 'free'];

/** Decimal places of a share. */
const SHARE_DIGITS = 6;

/** Totals of the lines of an estimate. */
export function totalsOf(
  lines: readonly LineItem[],
): Pick<Estimate, 'priceDate' | 'monthlyUsd' | 'externalMonthlyUsd' | 'derivedShare' | 'excludesUsageOf'> {
  const monthlyUsd = sumUsdIntervals(lines.map((line) => line.monthlyUsd));
  const derived = sumUsd(lines.filter((line) => line.basis === 'derived').map((line) => line.monthlyUsd.mid));
  return {
    priceDate: oldestDate(lines),
    monthlyUsd,
    externalMonthlyUsd: sumUsdIntervals(lines.filter((line) => line.group === 'external').map((line) => line.monthlyUsd)),
    derivedShare: monthlyUsd.mid.isZero() ? 0 : derived.div(monthlyUsd.mid).toDecimalPlaces(SHARE_DIGITS).toNumber(),
    excludesUsageOf: excludedUsage(lines),
  };
}

/** Each resource once, even if several of its lines exclude usage. */
function excludedUsage(lines: readonly LineItem[]): ExcludedUsage[] {
  const found = new Map<string, ExcludedUsage>();
  for (const { excludesUsage, resource, component, type, region } of lines) {
    if (excludesUsage !== true) continue;
    const excluded = { resource, component, type, ...(region !== undefined && { region }) };
    found.set(JSON.stringify(excluded), excluded);
  }
  return [...found.values()];
}

function oldestDate(lines: readonly LineItem[]): string | null {
  let oldest: string | null = null;
  for (const { source } of lines) {
    if (source !== null && (oldest === null || source.asOf < oldest)) oldest = source.asOf;
  }
  return oldest;
}

/** Every resource once, in the worst state of its lines. */
export function resourceCounts(byResource: readonly (readonly LineItem[])[]): ResourceCounts {
  const counts = { total: byResource.length, priced: 0, usage: 0, free: 0, unpriced: 0 };
  for (const lines of byResource) counts[lines.map((line) => line.state).reduce(worse)] += 1;
  return counts;
}

function worse(left: LineState, right: LineState): LineState {
  return WORST_FIRST.indexOf(left) <= WORST_FIRST.indexOf(right) ? left : right;
}
