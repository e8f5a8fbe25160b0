/** The value. Throws a RangeError unless it is finite and at least a bound: the mistake is in the calling code, not in input. */
export function atLeast(least: number, value: number, name: string): number {
  if (!(value >= least) || value === Number.POSITIVE_INFINITY)
    throw new RangeError(`${name}: invalid value ${value}; expected at least ${least}`);
  return value;
}

/** The value. Throws a RangeError unless it is finite and above a bound. */
export function above(bound: number, value: number, name: string): number {
  if (!(value > bound) || value === Number.POSITIVE_INFINITY)
    throw new RangeError(`${name}: invalid value ${value}; expected above ${bound}`);
  return value;
}

/** The value. Throws a RangeError unless it is a whole number and at least a bound. */
export function wholeAtLeast(least: number, value: number, name: string): number {
  if (!Number.isInteger(value)) throw new RangeError(`${name}: invalid value ${value}; expected a whole number`);
  return atLeast(least, value, name);
}

/** The value. Throws a RangeError unless it is between 0 and 1, both excluded: the percentile at 1 is infinite. */
export function openShare(value: number, name: string): number {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name}: invalid value ${value}; expected between 0 and 1`);
  return value;
}
