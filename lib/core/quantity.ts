/** A quantity that the API accepts: digits, then a decimal or binary suffix, or an exponent. Source: error message of kubectl. */
const QUANTITY = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;

/** The largest quantity (2^63 - 1 without a suffix) with its nine decimals has 30 characters. A longer string is not a quantity. */
const MAX_QUANTITY_LENGTH = 64;

const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** A quantity as a number: `250m` is 0.25, `1Ki` is 1,024; undefined for an invalid quantity. */
export function quantityOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const [, digits, suffix = ''] = typeof value === 'string' && value.length <= MAX_QUANTITY_LENGTH ? (QUANTITY.exec(value) ?? []) : [];
  if (digits === undefined) return undefined;
  if (BINARY.includes(suffix)) return Number(digits) * 1024 ** (BINARY.indexOf(suffix) + 1);
  if (!DECIMAL.includes(suffix)) return Number(`${digits}${suffix}`);
  // Divides fractions instead of multiplying them, so that 1100m and 1.1 are the same number.
  const power = (DECIMAL.indexOf(suffix) - DECIMAL.indexOf('')) * 3;
  return power < 0 ? Number(digits) / 10 ** -power : Number(digits) * 10 ** power;
}
