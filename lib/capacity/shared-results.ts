import { minus, plus, times, type Vector } from './vector';

/** Results that are cached for one operand: forms and loads differ in a few figures only, and a search of sizes tries thousands. */
const MOST_RESULTS = 8;

/** Results of an operation by their operands, as long as the first operand exists. */
type Results = WeakMap<Float64Array, Map<Vector, Vector>>;

const products: Results = new WeakMap();
const sums: Results = new WeakMap();
const differences: Results = new WeakMap();

/** `times` of vectors that do not depend on the load: the same operands have the same result, computed once. */
export function timesOnce(left: Vector, right: Vector): Vector {
  return once(products, left, right, times);
}

/** `plus` of vectors that do not depend on the load: the same operands have the same result, computed once. */
export function plusOnce(left: Vector, right: Vector): Vector {
  return once(sums, left, right, plus);
}

/** `minus` of vectors that do not depend on the load: the same operands have the same result, computed once. */
export function minusOnce(left: Vector, right: Vector): Vector {
  return once(differences, left, right, minus);
}

function once(results: Results, left: Vector, right: Vector, compute: (left: Vector, right: Vector) => Vector): Vector {
  if (typeof left === 'number') return compute(left, right);
  const known = results.get(left) ?? new Map<Vector, Vector>();
  results.set(left, known);
  const result = known.get(right) ?? compute(left, right);
  const [oldest] = known.size < MOST_RESULTS || known.has(right) ? [] : known.keys();
  if (oldest !== undefined) known.delete(oldest);
  known.set(right, result);
  return result;
}
