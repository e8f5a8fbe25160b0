import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type UslCoefficients, uslThroughput } from '../capacity/queueing/universal-scalability';
import { type Sample, solveUsl, type UslSolution } from './least-squares';

/**
 * A residual of a sample with more leverage would be blown up by more than twenty: such a sample pins the curve, and says
 * nothing of the scatter around it.
 */
const MAX_LEVERAGE = 0.95;

/** Draws after which generators of neighbouring seeds have nothing in common any more. */
const DRAWS_TO_PART = 32;

/** Least share of its fitted throughput that a resampled throughput keeps: the law knows none below 0. */
const LEAST_SHARE = 1e-3;

/**
 * The curves of other test runs that might have been: each sample keeps its concurrency, which whoever tests has chosen,
 * and its fitted throughput moves by its own residual, as large as without the pull of the sample on the curve (divided
 * by 1 − leverage), times a standard normal number (wild bootstrap of Wu, with HC3 residuals).
 *
 * Its own residual, because scatter is seldom the same at 10 and at 1,000 requests/s; drawing among all residuals, or
 * among whole points, gave intervals of 95% that held the truth in as few as 70% of simulated tests, this in 91–97%.
 */
export function resampledCurves(samples: readonly Sample[], solution: UslSolution, resamples: number, seed: number): UslCoefficients[] {
  const normal = standardNormal(seed);
  const scatter = samples.map((sample, index) => {
    const fitted = uslThroughput(solution.coefficients, sample.concurrency);
    const residual = sample.throughput - fitted;
    return { ...sample, fitted, error: residual / (1 - Math.min(MAX_LEVERAGE, solution.leverages[index] ?? 0)) };
  });
  return Array.from({ length: resamples }, () => {
    const drawn = scatter.map(({ concurrency, fitted, error }) => ({
      concurrency,
      throughput: Math.max(LEAST_SHARE * fitted, fitted + error * normal()),
    }));
    return solveUsl(drawn).coefficients;
  });
}

/** Seeded normal numbers around 0 with deviation 1, by Box and Muller. */
function standardNormal(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  for (let draw = 0; draw < DRAWS_TO_PART; draw++) generator.next();
  const uniform = () => uniformFloat64(generator);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** The value that a share of the values lies at or below, between neighbours in proportion. Infinite values sort last. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below === above ? below : below + (above - below) * (position - Math.floor(position));
}
