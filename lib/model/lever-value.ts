import type { Lever } from './lever';

/** A value of a lever: `60%`, or `20`. */
export function leverValueText({ value: { unit } }: Lever, value: number): string {
  return unit === 'share' ? `${Number((value * 100).toPrecision(4))}%` : String(value);
}
