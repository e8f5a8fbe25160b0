import type { Interval } from '../core/interval';
import type { Vector } from './vector';

/** Worlds of a simulation unless asked otherwise: the share of them that carry a load is then known to about 1%. */
export const DEFAULT_WORLDS = 10_000;

/** Any number does; it is one, so that the same question has the same answer. */
export const DEFAULT_SEED = 1;

export interface Simulation {
  readonly worlds?: number;
  readonly seed?: number;
}

/**
 * Possible worlds: in each of them every uncertain number has one value. A number is known by its name, and its values
 * depend on seed and name alone: two tiers, two loads and two runs meet the same worlds, so that what differs between
 * them is never chance.
 */
export class Worlds {
  readonly count: number;
  private readonly seed: number;
  private readonly chances = new Map<string, Float64Array>();

  constructor({ worlds = DEFAULT_WORLDS, seed = DEFAULT_SEED }: Simulation = {}) {
    if (!Number.isInteger(worlds) || worlds < 1) throw new RangeError(`worlds is ${worlds}, allowed is a whole number of at least 1`);
    if (!Number.isInteger(seed)) throw new RangeError(`seed is ${seed}, allowed is a whole number`);
    this.count = worlds;
    this.seed = seed;
  }

  /**
   * The values of a number. Half of the worlds lie below its mid and half above, evenly within each half, none outside
   * of low and high: nothing more is known of a number that is given as three.
   */
  sample(name: string, { low, mid, high }: Interval): Vector {
    if (low === high) return mid;
    const chances = this.chancesOf(name);
    const below = 2 * (mid - low);
    const above = 2 * (high - mid);
    const values = new Float64Array(this.count);
    for (let world = 0; world < values.length; world++) {
      const chance = chances[world] as number;
      values[world] = chance < 0.5 ? low + below * chance : mid + above * (chance - 0.5);
    }
    return values;
  }

  /** Where in its range a number lies in each world, from 0 to 1. */
  private chancesOf(name: string): Float64Array {
    let chances = this.chances.get(name);
    if (chances === undefined) {
      chances = uniform(this.count, hash(`${this.seed}:${name}`));
      this.chances.set(name, chances);
    }
    return chances;
  }
}

/** FNV-1a, 32 bits: different names start at different places. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/**
 * Even numbers in 0..1, one from each of `count` equal slices, in random order (a Latin hypercube over all names): the
 * mean of a sample is then that of its distribution, and fewer worlds say as much. The order is by mulberry32.
 */
function uniform(count: number, seed: number): Float64Array {
  const random = mulberry32(seed);
  const values = new Float64Array(count);
  for (let slice = 0; slice < count; slice++) values[slice] = (slice + 0.5) / count;
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = values[last] as number;
    values[last] = values[other] as number;
    values[other] = kept;
  }
  return values;
}

/** A generator of 32 bits of state (Tommy Ettinger, public domain): small, fast, and even enough to shuffle with. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
