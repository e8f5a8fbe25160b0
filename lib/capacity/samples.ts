import type { Interval } from '../core/interval';
import type { Vector } from './vector';

/** Default number of samples of a simulation, which gives shares of samples with an error of about 1%. */
const DEFAULT_SAMPLE_COUNT = 10_000;

/** The other end of a range. */
const OTHER_END = { low: 'high', high: 'low' } as const;

/** Default seed. It is fixed so that the same request has the same answer. */
const DEFAULT_SEED = 1;

/** Settings of the simulation. */
export interface Simulation {
  /** Number of samples. Default: 10,000. */
  readonly sampleCount?: number;
  /** Seed of the random numbers: the same seed gives the same samples. */
  readonly seed?: number;
}

/** Values of a figure in one of its ranges. */
interface Drawn {
  readonly range: Interval;
  readonly values: Float64Array;
}

/** Ranges of a figure whose drawn values are cached: those of the tiers of a system. */
const MOST_DRAWN = 8;

/**
 * Samples of all uncertain figures. Each figure has a name, and its values depend only on the seed and the name: two tiers,
 * loads or runs use the same samples, so that differences between them are never due to chance.
 */
export class Samples {
  /** Number of samples. */
  readonly count: number;
  private readonly seed: number;
  private chances = new Map<string, Float64Array>();
  /** The values that were last drawn of each figure, the newest first: forms and loads differ in a few figures only. */
  private drawn = new Map<string, readonly Drawn[]>();
  private fixed: { readonly name: string; readonly end: 'low' | 'high' } | undefined;

  constructor({ sampleCount = DEFAULT_SAMPLE_COUNT, seed = DEFAULT_SEED }: Simulation = {}) {
    if (!Number.isInteger(sampleCount) || sampleCount < 1)
      throw new RangeError(`sampleCount: invalid value ${sampleCount}; expected a whole number of at least 1`);
    if (!Number.isInteger(seed)) throw new RangeError(`seed: invalid value ${seed}; expected a whole number`);
    this.count = sampleCount;
    this.seed = seed;
  }

  /**
   * The values of a figure. Half of the samples lie below its mid and half above, uniformly within each half and none outside
   * of low and high, because these three values are all that is known of the figure. The rest of a figure is at the other end: as
   * far from its high value as the figure is from its low one.
   */
  draw(name: string, range: Interval, isRest = false): Vector {
    const { low, mid, high } = range;
    if (low === high) return mid;
    if (this.fixed?.name === name) return range[isRest ? OTHER_END[this.fixed.end] : this.fixed.end];
    const key = isRest ? `rest ${name}` : name;
    const drawn = this.drawn.get(key) ?? [];
    const known = drawn.find(({ range: other }) => other.low === low && other.mid === mid && other.high === high);
    if (known !== undefined) return known.values;
    const chances = this.chancesOf(name);
    const below = 2 * (mid - low);
    const above = 2 * (high - mid);
    const values = new Float64Array(this.count);
    for (let sample = 0; sample < values.length; sample++) {
      const chance = isRest ? 1 - (chances[sample] as number) : (chances[sample] as number);
      values[sample] = chance < 0.5 ? low + below * chance : mid + above * (chance - 0.5);
    }
    this.drawn.set(key, [{ range, values }, ...drawn].slice(0, MOST_DRAWN));
    return values;
  }

  /** The same samples, with one figure at the low or high end of its range in all of them. Samples that are drawn in one are shared with the other. */
  withFixed(name: string, end: 'low' | 'high'): Samples {
    const samples = new Samples({ sampleCount: this.count, seed: this.seed });
    samples.chances = this.chances;
    samples.drawn = this.drawn;
    samples.fixed = { name, end };
    return samples;
  }

  /** Samples of the same seed, with the same fixed figure, of at most this number. */
  atMost(count: number): Samples {
    const samples = new Samples({ sampleCount: Math.min(count, this.count), seed: this.seed });
    samples.fixed = this.fixed;
    return samples;
  }

  /** Position of a figure in its range for each sample, 0 to 1. */
  private chancesOf(name: string): Float64Array {
    let chances = this.chances.get(name);
    if (chances === undefined) {
      chances = uniform(this.count, hash(`${this.seed}:${name}`));
      this.chances.set(name, chances);
    }
    return chances;
  }
}

/** Number of samples of response times by default: their 5th and 95th percentile have an error of about 1% of the samples. */
const SAMPLE_COUNT_OF_LATENCIES = 2_000;

/** The samples of response times and lags: 2,000, unless the simulation says otherwise. */
export function samplesOfLatencies(simulation: Simulation = {}): Samples {
  return new Samples({ sampleCount: SAMPLE_COUNT_OF_LATENCIES, ...simulation });
}

/** FNV-1a, 32 bits: a different seed for each name. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/**
 * Uniform numbers in 0..1, one from each of `count` equal slices, in random order (a Latin hypercube over all names): the
 * sample mean equals the mean of the distribution, so that fewer samples suffice. mulberry32 shuffles them.
 */
function uniform(count: number, seed: number): Float64Array {
  const random = mulberry32(seed);
  const values = new Float64Array(count);
  for (let slice = 0; slice < count; slice++) values[slice] = (slice + 0.5) / count;
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const swapped = values[last] as number;
    values[last] = values[other] as number;
    values[other] = swapped;
  }
  return values;
}

/** A random number generator with 32 bits of state (Tommy Ettinger, public domain): small, fast, and uniform enough to shuffle. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
