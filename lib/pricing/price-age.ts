/** Prices older than this are worth a warning: AWS changes some every quarter. */
const FRESH_DAYS = 90;

const MILLISECONDS_PER_DAY = 86_400_000;

/** One line when the oldest price of a bill (ISO date; null without prices) is more than 90 days old on a day, else undefined. */
export function priceAgeWarning(priceDate: string | null, today: Date): string | undefined {
  if (priceDate === null) return undefined;
  const days = Math.floor((today.getTime() - Date.parse(priceDate)) / MILLISECONDS_PER_DAY);
  if (days <= FRESH_DAYS) return undefined;
  return `the oldest price of this bill is of ${priceDate}, ${days} days ago; check what matters against the current price list`;
}
