import { MAX_DOCUMENT_VALUES, MAX_NESTING_LEVELS } from '../limits';

interface Extent {
  readonly values: number;
  readonly levels: number;
}

const ENDLESS: Extent = { values: Number.POSITIVE_INFINITY, levels: Number.POSITIVE_INFINITY };

/**
 * Whether a value with aliases stays within the limits once they are written out: an alias is one value in many places,
 * and a few lines of aliases of aliases can expand to more values than any reader can process.
 */
export function isBounded(value: unknown): boolean {
  const extents = new Map<object, Extent>();
  const extentOf = (part: unknown): Extent => {
    if (typeof part !== 'object' || part === null) return { values: 1, levels: 0 };
    const known = extents.get(part);
    if (known !== undefined) return known;
    // Counts as endless until its size is known, because a value that contains itself has no end.
    extents.set(part, ENDLESS);
    const parts = Object.values(part).map(extentOf);
    const extent = parts.reduce<Extent>(
      (sum, { values, levels }) => ({ values: sum.values + values, levels: Math.max(sum.levels, levels + 1) }),
      { values: 1, levels: 1 },
    );
    extents.set(part, extent);
    return extent;
  };
  const { values, levels } = extentOf(value);
  return values <= MAX_DOCUMENT_VALUES && levels <= MAX_NESTING_LEVELS;
}
