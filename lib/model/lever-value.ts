import type { Lever } from './lever';

/** A value of a lever: `60%`, or `20`. */
export function leverValueText({ value: { unit } }: Lever, value: number): string {
  return unit === 'share' ? `${Number((value * 100).toPrecision(4))}%` : String(value);
}

/** Multiple of the amounts and prices that a value of a lever leaves; 1 for a number, such as the size of a pool. */
export function leverFactor({ value: { today, unit } }: Lever, value: number): number {
  return unit === 'share' ? (1 - value) / (1 - today) : 1;
}
