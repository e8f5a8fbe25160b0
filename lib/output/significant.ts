import type { Interval } from '../core/interval';

const DIGITS = 2;

/** A number with two significant digits; `unknown` for one that is not finite. */
export function significant(value: number): string {
  if (!Number.isFinite(value)) return 'unknown';
  return Number(value.toPrecision(DIGITS)).toLocaleString('en-US', { maximumSignificantDigits: DIGITS });
}

/** `0.05 – 0.1 – 0.2`, or one number where they are the same. */
export function significantRange({ low, mid, high }: Interval): string {
  const texts = [low, mid, high].map(significant);
  return new Set(texts).size === 1 ? (texts[0] ?? '') : texts.join(' – ');
}
