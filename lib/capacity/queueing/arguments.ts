/** A number that a formula is defined for. Throws a RangeError: these are mistakes of the calling code, not of a user. */
export function atLeast(least: number, value: number, name: string): number {
  if (!(value >= least) || value === Number.POSITIVE_INFINITY)
    throw new RangeError(`${name}: invalid value ${value}; expected at least ${least}`);
  return value;
}

/** Throws a RangeError unless a number is above a bound. */
export function above(bound: number, value: number, name: string): number {
  if (!(value > bound) || value === Number.POSITIVE_INFINITY)
    throw new RangeError(`${name}: invalid value ${value}; expected above ${bound}`);
  return value;
}

/** Throws a RangeError unless a number is whole and at least a bound. */
export function wholeAtLeast(least: number, value: number, name: string): number {
  if (!Number.isInteger(value)) throw new RangeError(`${name}: invalid value ${value}; expected a whole number`);
  return atLeast(least, value, name);
}

/** A probability without its ends: a percentile of 1 lies at infinity. */
export function openShare(value: number, name: string): number {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name}: invalid value ${value}; expected between 0 and 1`);
  return value;
}
