import { uslThroughput } from '../capacity/queueing/universal-scalability';
import { type Resampling, standardNormal } from './bootstrap';
import { type Sample, solveWithoutCrosstalk } from './least-squares';

/** A throughput that more load does not change, such as that of a pool, a rate limit or a full processor. */
export interface Ceiling {
  /** Throughput at the ceiling, successful requests/s. */
  readonly requestsPerSecond: number;
  /** Concurrency at which the rising part reaches the ceiling. */
  readonly concurrency: number;
  /** Both in each resample. */
  readonly resampled: readonly Pick<Ceiling, 'requestsPerSecond' | 'concurrency'>[];
}

/** Minimum number of levels at the ceiling: two may happen to be equal. */
const LEAST_FLAT_LEVELS = 3;

/** Minimum ratio of the highest to the lowest level at the ceiling: adjacent levels differ little on any curve. */
const LEAST_FLAT_RANGE = 1.5;

/**
 * Minimum gain of log-likelihood, doubled, over the Universal Scalability Law. Both have three coefficients, but the ceiling is also
 * searched among the levels, so that scatter alone gives it a gain. Chosen so that it is found in few tests without a ceiling, and in most
 * with one.
 */
const LEAST_GAIN = 10;

/** Relative error below which the law explains all of the throughput. */
const EXACT = 1e-6;

interface Fitted {
  readonly requestsPerSecond: number;
  readonly concurrency: number;
  readonly flat: readonly Sample[];
  readonly sumOfSquares: number;
}

/** How the Universal Scalability Law fits the same samples. */
interface LawFit {
  /** Sum of its squared errors. */
  readonly sumOfSquares: number;
  /** Root of its mean squared error, divided by the mean throughput. */
  readonly relativeError: number;
}

/**
 * The ceiling of throughput, where rising throughput that is cut off explains the samples better than the law does. Contention bends
 * the curve from the first user on; a ceiling leaves it as it is up to the ceiling. Undefined where the law explains them as well.
 */
export function ceilingOf(samples: readonly Sample[], law: LawFit, resampling: Resampling): Ceiling | undefined {
  const sorted = [...samples].sort((a, b) => a.concurrency - b.concurrency);
  const candidates = sorted.flatMap((_, from) => cutOff(sorted, from) ?? []);
  const [first, ...others] = candidates;
  if (first === undefined || law.relativeError < EXACT) return undefined;
  const best = others.reduce((least, one) => (one.sumOfSquares < least.sumOfSquares ? one : least), first);
  if (samples.length * Math.log(law.sumOfSquares / best.sumOfSquares) < LEAST_GAIN) return undefined;
  const { requestsPerSecond, concurrency } = best;
  return { requestsPerSecond, concurrency, resampled: resampledEnds(best, resampling) };
}

/** Rising throughput up to a level, and constant throughput from there on. */
function cutOff(sorted: readonly Sample[], from: number): Fitted | undefined {
  const [rising, flat] = [sorted.slice(0, from), sorted.slice(from)];
  const range = (flat.at(-1)?.concurrency ?? 0) / (flat[0]?.concurrency ?? 1);
  if (rising.length < 2 || flat.length < LEAST_FLAT_LEVELS || range < LEAST_FLAT_RANGE) return undefined;
  const curve = solveWithoutCrosstalk(rising);
  const requestsPerSecond = flat.reduce((sum, { throughput }) => sum + throughput, 0) / flat.length;
  // N / X = (1 − σ) / γ + σ / γ × N, solved for N.
  const { requestsPerSecondAtOne, contention } = curve;
  const concurrency = (requestsPerSecond * (1 - contention)) / (requestsPerSecondAtOne - contention * requestsPerSecond);
  const isReached = concurrency > 0 && concurrency <= (flat[1]?.concurrency ?? 0);
  if (!isReached) return undefined;
  const sumOfSquares = sorted.reduce(
    (sum, sample) => sum + (sample.throughput - Math.min(requestsPerSecond, uslThroughput(curve, sample.concurrency))) ** 2,
    0,
  );
  return { requestsPerSecond, concurrency, flat, sumOfSquares };
}

/**
 * Resamples of the mean of the flat part and of its beginning, with the scatter of the flat part, distributed as Student's t. The rising
 * part is known no better than one of its levels.
 */
function resampledEnds(
  { requestsPerSecond, concurrency, flat }: Fitted,
  { resamples, seed, scatterTimes }: Resampling,
): Ceiling['resampled'] {
  const normal = standardNormal(seed);
  const freedom = flat.length - 1;
  const squaresOfFlat = flat.reduce((sum, { throughput }) => sum + (throughput - requestsPerSecond) ** 2, 0);
  const scatter = (scatterTimes * Math.sqrt(squaresOfFlat / freedom)) / requestsPerSecond;
  return Array.from({ length: resamples }, () => {
    const squares = Array.from({ length: freedom }, () => normal() ** 2).reduce((sum, square) => sum + square, 0);
    const error = scatter / Math.sqrt(squares / freedom);
    const ofFlat = 1 + (error * normal()) / Math.sqrt(flat.length);
    const ofRising = 1 + error * normal();
    return { requestsPerSecond: requestsPerSecond * ofFlat, concurrency: concurrency * ofFlat * ofRising };
  });
}
