/**
 * A value for each sample, or one value for all samples. Operations on single values give single values, so that certain
 * figures cost no time.
 */
export type Vector = number | Float64Array;

// Explicit loops: for hundreds of vectors of 10,000 samples, a function call for each value takes most of the time.

/** The products, element by element. */
export function times(left: Vector, right: Vector): Vector {
  if (typeof left === 'number') return typeof right === 'number' ? left * right : scaled(right, left);
  if (typeof right === 'number') return scaled(left, right);
  const result = new Float64Array(left.length);
  for (let sample = 0; sample < result.length; sample++) result[sample] = (left[sample] as number) * (right[sample] as number);
  return result;
}

/** The sums, element by element. */
export function plus(left: Vector, right: Vector): Vector {
  if (typeof left === 'number') return typeof right === 'number' ? left + right : shifted(right, left);
  if (typeof right === 'number') return shifted(left, right);
  const result = new Float64Array(left.length);
  for (let sample = 0; sample < result.length; sample++) result[sample] = (left[sample] as number) + (right[sample] as number);
  return result;
}

/** The differences, element by element. */
export function minus(left: Vector, right: Vector): Vector {
  if (typeof right === 'number') return plus(left, -right);
  const result = new Float64Array(right.length);
  for (let sample = 0; sample < result.length; sample++) result[sample] = inSample(left, sample) - (right[sample] as number);
  return result;
}

/** The quotients, element by element; infinite where the divisor is 0. */
export function dividedBy(left: Vector, right: Vector): Vector {
  return combine(left, right, (a, b) => (b === 0 ? Number.POSITIVE_INFINITY : a / b));
}

/** The smaller values, element by element. */
export function smaller(left: Vector, right: Vector): Vector {
  if (left === Number.POSITIVE_INFINITY) return right;
  if (right === Number.POSITIVE_INFINITY) return left;
  if (typeof left === 'number' || typeof right === 'number') return combine(left, right, Math.min);
  const result = new Float64Array(left.length);
  for (let sample = 0; sample < result.length; sample++) {
    result[sample] = Math.min(left[sample] as number, right[sample] as number);
  }
  return result;
}

/** The smallest value in each sample; infinite for an empty list. */
export function leastOf(vectors: readonly Vector[]): Vector {
  const numbers = vectors.filter((vector) => typeof vector === 'number');
  const [first, ...others] = vectors.filter((vector) => typeof vector !== 'number');
  const least = Math.min(Number.POSITIVE_INFINITY, ...numbers);
  if (first === undefined) return least;
  if (others.length === 0 && least === Number.POSITIVE_INFINITY) return first;
  const result = first.slice();
  for (const vector of others) {
    for (let sample = 0; sample < result.length; sample++) {
      const value = vector[sample] as number;
      if (value < (result[sample] as number)) result[sample] = value;
    }
  }
  if (least === Number.POSITIVE_INFINITY) return result;
  for (let sample = 0; sample < result.length; sample++) if (least < (result[sample] as number)) result[sample] = least;
  return result;
}

/** The sum of several vectors, element by element. */
export function sumOfVectors(vectors: readonly Vector[]): Vector {
  return vectors.reduce(plus, 0);
}

/** The sum of the products of several pairs, element by element, in the order of the pairs. Makes no vector for each product and each partial sum. */
export function sumOfProducts(pairs: readonly (readonly [Vector, Vector])[]): Vector {
  let sum: Vector = 0;
  // Whether the sum is a vector that nothing else has, which may be changed.
  let isOwn = false;
  for (const [left, right] of pairs) {
    const areVectors = typeof left !== 'number' && typeof right !== 'number';
    if (isOwn && areVectors && typeof sum !== 'number') {
      for (let sample = 0; sample < sum.length; sample++) {
        sum[sample] = (sum[sample] as number) + (left[sample] as number) * (right[sample] as number);
      }
    } else {
      const product = times(left, right);
      const next = plus(sum, product);
      isOwn = next === product ? areVectors : next !== sum;
      sum = next;
    }
  }
  return sum;
}

function scaled(vector: Float64Array, factor: number): Vector {
  if (factor === 0) return 0;
  if (factor === 1) return vector;
  const result = new Float64Array(vector.length);
  for (let sample = 0; sample < result.length; sample++) result[sample] = (vector[sample] as number) * factor;
  return result;
}

function shifted(vector: Float64Array, by: number): Float64Array {
  if (by === 0) return vector;
  const result = new Float64Array(vector.length);
  for (let sample = 0; sample < result.length; sample++) result[sample] = (vector[sample] as number) + by;
  return result;
}

/** Applies a function of two numbers to each sample. */
export function combine(left: Vector, right: Vector, of: (a: number, b: number) => number): Vector {
  if (typeof left === 'number' && typeof right === 'number') return of(left, right);
  const result = new Float64Array(typeof left === 'number' ? (right as Float64Array).length : left.length);
  for (let sample = 0; sample < result.length; sample++) result[sample] = of(inSample(left, sample), inSample(right, sample));
  return result;
}

/** The value in one sample. */
export function inSample(vector: Vector, sample: number): number {
  return typeof vector === 'number' ? vector : (vector[sample] as number);
}

/** Share of the samples in which the vector is at least a value. */
export function shareAtLeast(vector: Vector, value: number): number {
  if (typeof vector === 'number') return vector >= value ? 1 : 0;
  let count = 0;
  for (let sample = 0; sample < vector.length; sample++) if ((vector[sample] as number) >= value) count++;
  return count / vector.length;
}

/** Rounding error of a share multiplied by the number of samples. */
const ROUNDING = 1e-6;

/** The largest value that the vector reaches in at least this share of the samples. */
export function reachedIn(vector: Vector, share: number): number {
  if (typeof vector === 'number') return vector;
  const { length } = vector;
  return selected(vector.slice(), Math.min(length - 1, length - Math.ceil(share * length - ROUNDING)), 0, length - 1);
}

/** For each share, in ascending order: the smallest value that at least this share of the samples does not exceed. */
export function quantiles(vector: Vector, shares: readonly number[]): number[] {
  if (typeof vector === 'number') return shares.map(() => vector);
  const values = vector.slice();
  const { length } = values;
  let from = 0;
  return shares.map((share) => {
    const place = Math.max(0, Math.ceil(share * length - ROUNDING) - 1);
    const value = selected(values, place, from, length - 1);
    from = place;
    return value;
  });
}

/**
 * The value at an index of the sorted values. Reorders the values: none before the index is larger, none after it is smaller.
 * Hoare's selection algorithm takes a fraction of the time of sorting, and results have hundreds of quantiles.
 */
function selected(values: Float64Array, place: number, first: number, last: number): number {
  let [low, high] = [first, last];
  while (low < high) {
    const pivot = middleOf(values[low] as number, values[(low + high) >> 1] as number, values[high] as number);
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] as number) < pivot) left++;
      while ((values[right] as number) > pivot) right--;
      if (left > right) break;
      const swapped = values[left] as number;
      values[left++] = values[right] as number;
      values[right--] = swapped;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place] as number;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
