/**
 * A number in each simulated world, or one that is the same in all. Numbers stay numbers as long as they can, so that
 * what is certain costs nothing.
 */
export type Vector = number | Float64Array;

export function times(left: Vector, right: Vector): Vector {
  if (typeof left === 'number') return typeof right === 'number' ? left * right : scaled(right, left);
  if (typeof right === 'number') return scaled(left, right);
  return combine(left, right, (a, b) => a * b);
}

export function plus(left: Vector, right: Vector): Vector {
  if (left === 0) return right;
  if (right === 0) return left;
  return combine(left, right, (a, b) => a + b);
}

export function minus(left: Vector, right: Vector): Vector {
  return plus(left, times(right, -1));
}

/** By nothing: infinite. */
export function over(left: Vector, right: Vector): Vector {
  return combine(left, right, (a, b) => (b === 0 ? Number.POSITIVE_INFINITY : a / b));
}

export function smaller(left: Vector, right: Vector): Vector {
  if (left === Number.POSITIVE_INFINITY) return right;
  if (right === Number.POSITIVE_INFINITY) return left;
  return combine(left, right, Math.min);
}

export function sumOfVectors(vectors: readonly Vector[]): Vector {
  return vectors.reduce(plus, 0);
}

function scaled(vector: Float64Array, factor: number): Vector {
  if (factor === 0) return 0;
  return factor === 1 ? vector : vector.map((value) => value * factor);
}

/** A function of two numbers, in each world. */
export function combine(left: Vector, right: Vector, of: (a: number, b: number) => number): Vector {
  if (typeof left === 'number') return typeof right === 'number' ? of(left, right) : right.map((value) => of(left, value));
  if (typeof right === 'number') return left.map((value) => of(value, right));
  const result = new Float64Array(left.length);
  for (let world = 0; world < result.length; world++) result[world] = of(left[world] as number, right[world] as number);
  return result;
}

/** The value in one world. */
export function inWorld(vector: Vector, world: number): number {
  return typeof vector === 'number' ? vector : (vector[world] as number);
}

/** A vector whose quantiles can be asked for again and again. */
export class Quantiles {
  private readonly sorted: Float64Array;

  constructor(vector: Vector) {
    this.sorted = typeof vector === 'number' ? Float64Array.of(vector) : vector.slice().sort();
  }

  /** The least value that at least this share of the worlds does not exceed. */
  at(share: number): number {
    const { length } = this.sorted;
    return this.sorted[Math.min(length - 1, Math.max(0, Math.ceil(share * length) - 1))] as number;
  }

  /** Share of the worlds in which it is at least this. */
  shareAtLeast(value: number): number {
    const { sorted } = this;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return (sorted.length - low) / sorted.length;
  }
}
