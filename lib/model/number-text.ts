/** A number that is written as a string: `"0.5"`, `1GiB`, `200 ms`. */
const NUMBER_WITH_UNIT = /^(\d+(?:\.\d+)?) ?(TiB|GiB|MiB|KiB|TB|GB|MB|ms|s|min|h|%)?$/;

/** The unit of a field, by the end of its name. */
const UNITS_OF_NAMES: readonly (readonly [end: RegExp, unit: string])[] = [
  [/Gib$/, 'GiB'],
  [/Mib$/, 'MiB'],
  [/Kib$/, 'KiB'],
  [/(?:^s|S)econds$/, 's'],
  [/Ms$/, 'ms'],
  [/(?:^p|P)ercent$/, '%'],
  [/(?:^s|S)hare$/, 'of 1'],
];

/** Units of one quantity in their smallest unit. GB are not GiB: a conversion would not be exact. */
const SIZES: readonly Readonly<Record<string, number>>[] = [
  { KiB: 1, MiB: 1_024, GiB: 1_024 ** 2, TiB: 1_024 ** 3 },
  { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 },
  { '%': 1, 'of 1': 100 },
];

/**
 * How a field expects a number that is written as a string, after the words for its type: ` without quotes: 0.5`, or
 * ` of GiB without a unit: 1`. Without the number where the field needs a whole one and it is none. Empty for a string that is no number.
 */
export function unquotedNumber(field: string, received: unknown, isWhole: boolean): string {
  if (typeof received !== 'string') return '';
  const [, digits, given] = NUMBER_WITH_UNIT.exec(received.trim()) ?? [];
  if (digits === undefined) return '';
  const named = (value: number) => (isWhole && !Number.isInteger(value) ? '' : `: ${value}`);
  if (given === undefined) return ` without quotes${named(Number(digits))}`;
  const unit = UNITS_OF_NAMES.find(([end]) => end.test(field))?.[1];
  if (unit === undefined) return ' without a unit';
  const sizes = SIZES.find((one) => given in one && unit in one);
  const of = unit === '%' || unit === 'of 1' ? '' : ` of ${unit}`;
  return `${of} without a unit${sizes === undefined ? '' : named((Number(digits) * (sizes[given] ?? 0)) / (sizes[unit] ?? 1))}`;
}
