import { percent } from '../core/number-format';
import type { PriceAge } from '../pricing/price-age';

/** The warning about old prices. */
export function priceAgeText({ oldLines, billedLines, shareOfTotal, freshDays, oldest }: PriceAge): string {
  return `${oldLines} of ${billedLines} billed lines, ${percent(shareOfTotal)} of the total, have prices more than ${freshDays} days old, the oldest of ${oldest}: check them against the current price list`;
}
