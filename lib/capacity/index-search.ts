import type { IndexSearch } from '../model/index-search';
import { inSample, type Vector } from './vector';

/** A point of `IndexSearch` with the seconds of one sample. */
interface Point {
  readonly vectors: number;
  readonly seconds: number;
}

/**
 * Seconds of a search by the number of vectors in its index. Between two points, they are a power of the number: a straight line on
 * logarithmic scales. Beyond the last point, they are proportional to the number for an exact search, and to its logarithm for HNSW.
 * Source of the latter: Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search using Hierarchical Navigable Small
 * World graphs", IEEE TPAMI 42 (2020): "logarithmic complexity scaling".
 */
export function searchSeconds(points: readonly Point[], index: IndexSearch['index'], vectors: number): number {
  const above = points.findIndex((point) => point.vectors >= vectors);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return Number.NaN;
  if (above === 0) return first.seconds;
  if (above < 0) return last.seconds * growthBeyond(last.vectors, vectors)[index];
  const [from, to] = [points[above - 1] as Point, points[above] as Point];
  if (from.seconds === 0) return to.seconds;
  const share = Math.log(vectors / from.vectors) / Math.log(to.vectors / from.vectors);
  return from.seconds * (to.seconds / from.seconds) ** share;
}

/** An index of one vector has no logarithm to grow from; it grows from two. */
function growthBeyond(from: number, vectors: number): Readonly<Record<IndexSearch['index'], number>> {
  return { exact: vectors / from, hnsw: Math.max(1, Math.log(vectors) / Math.log(Math.max(2, from))) };
}

/** Vectors in one index, by sample. Without an index, all are in one. */
export function vectorsInIndex({ vectorsEach }: IndexSearch, stored: Vector, indexes: Vector, sample: number): number {
  return (inSample(stored, sample) * vectorsEach) / (inSample(indexes, sample) || 1);
}
