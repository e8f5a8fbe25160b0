import type { CapacityRow } from '../capacity/capacity';
import { percent } from '../core/number-format';

/** `an instance is too small for one operation in 8% of the samples`. */
export function tooSmallText({ tooSmallInShare }: Pick<CapacityRow, 'tooSmallInShare'>): string {
  return `an instance is too small for one operation in ${percent(tooSmallInShare)} of the samples`;
}
