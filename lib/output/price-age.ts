import { percent } from '../core/number-format';
import type { PriceAge } from '../pricing/price-age';

/** The warning about old prices. */
export function priceAgeText({ shareOfTotal, freshDays, oldest }: PriceAge): string {
  return `Prices of ${percent(shareOfTotal)} of the total are more than ${freshDays} days old; the oldest (${oldest.name}) is from ${oldest.asOf}. A newer version of this package may have newer ones; \`--json\` has the source and the date of each.`;
}
