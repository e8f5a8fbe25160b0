/** Significant digits of numbers: more precise than a measurement, and the same on all platforms. */
const DIGITS = 6;

/** Data with the numbers of a file of measurements. */
export function significant(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(significant);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, significant(inner)]));
}

/** Name of a file without its folders, which may be private. */
export function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
