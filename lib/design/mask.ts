import type { Vector } from '../capacity/vector';

const BITS = 32;

/** The samples in which something holds, one bit each. */
export type Mask = Uint32Array;

/** The samples in which every vector is at least 1. Without vectors, all samples. */
export function maskOf(factors: readonly Vector[], sampleCount: number): Mask {
  const mask = new Uint32Array(Math.ceil(sampleCount / BITS));
  for (let sample = 0; sample < sampleCount; sample += BITS)
    mask[sample / BITS] = 0xffffffff >>> Math.max(0, BITS - (sampleCount - sample));
  for (const factor of factors) {
    if (typeof factor === 'number') {
      if (!(factor >= 1)) mask.fill(0);
    } else {
      for (let word = 0; word < mask.length; word++) mask[word] = (mask[word] as number) & handledFrom(word * BITS, factor);
    }
  }
  return mask;
}

/** One bit for each of the samples from the first one, as many as a word has, in which a vector is at least 1. */
function handledFrom(first: number, factor: Float64Array): number {
  let bits = 0;
  const count = Math.min(BITS, factor.length - first);
  for (let bit = 0; bit < count; bit++) if ((factor[first + bit] as number) >= 1) bits |= 1 << bit;
  return bits;
}

/** The samples of both masks. */
export function intersection(left: Mask, right: Mask): Mask {
  const result = new Uint32Array(left.length);
  for (let word = 0; word < result.length; word++) result[word] = (left[word] as number) & (right[word] as number);
  return result;
}

/** Number of samples of both masks, without a new mask. */
export function sizeOfIntersection(left: Mask, right: Mask): number {
  let count = 0;
  for (let word = 0; word < left.length; word++) count += bitsIn((left[word] as number) & (right[word] as number));
  return count;
}

/** Number of samples. */
export function sizeOf(mask: Mask): number {
  let count = 0;
  for (const word of mask) count += bitsIn(word);
  return count;
}

/** Whether a mask has every sample of another one. */
export function includesAll(mask: Mask, other: Mask): boolean {
  for (let word = 0; word < mask.length; word++) if (((other[word] as number) & ~(mask[word] as number)) !== 0) return false;
  return true;
}

/** Number of bits that are set: Hacker's Delight, figure 5-2. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
