import type { UslCoefficients } from '../capacity/queueing/universal-scalability';
import { type Matrix, normalMatrix, solveLeastSquares, solvePositive } from './normal-equations';

/** A measured throughput at a concurrency. */
export interface Sample {
  /** Concurrency of the measurement. */
  readonly concurrency: number;
  /** Successful requests/s. */
  readonly throughput: number;
}

/**
 * The law in the form in which it is fitted: N / X = a + b N + c N (N − 1), with γ = 1 / (a + b), σ = b / (a + b) and
 * κ = c / (a + b). The bounds 0 ≤ σ ≤ 1 and κ ≥ 0 then mean that a, b and c are at least 0, and the starting point is the
 * solution of a linear problem.
 */
type Parameters = readonly [number, number, number];

/** The best coefficients for a set of measurements. */
export interface UslSolution {
  /** Coefficients of the law. */
  readonly coefficients: UslCoefficients;
  /** Sum of the squared errors in throughput. */
  readonly sumOfSquares: number;
  /** Leverage of each sample, 0 to 1: the share by which its residual is smaller than its error. */
  readonly leverages: readonly number[];
}

/**
 * Coefficients that are fitted; the others are 0. The least squares within the bounds are inside, where all three are fitted,
 * or on one of the faces. Faces without a and b are excluded: the throughput of one user would be infinite.
 */
const INSIDE: readonly number[] = [0, 1, 2];
const FACES: readonly (readonly number[])[] = [[0, 1], [0, 2], [1, 2], [0], [1]];

const FACES_WITHOUT_CROSSTALK: readonly (readonly number[])[] = [[0, 1], [0], [1]];
const FACES_WITHOUT_CONTENTION: readonly (readonly number[])[] = [[0, 2], [0]];

/** Share of N / X at the highest concurrency below which a term is a rounding error and counts as 0. */
const NEGLIGIBLE = 1e-9;

const MAX_STEPS = 200;
const LEAST_GAIN = 1e-12;
const FIRST_DAMPING = 1e-3;
const MAX_DAMPING = 1e12;
const REWEIGHTINGS = 5;

/**
 * Least squares of throughput within the bounds of the law, by Levenberg and Marquardt from a linear start. A solution beyond a
 * bound is not clipped: each face of the bounds is solved separately, and the best solution within the bounds is used.
 */
export function solveUsl(samples: readonly Sample[]): UslSolution {
  return toUsl(samples, solutionOn(samples, INSIDE) ?? bestOf(FACES.map((face) => solutionOn(samples, face))));
}

/** The least squares without crosstalk, whose curve approaches a limit. At least two samples. */
export function solveWithoutCrosstalk(samples: readonly Sample[]): UslCoefficients {
  return toUsl(samples, bestOf(FACES_WITHOUT_CROSSTALK.map((face) => solutionOn(samples, face)))).coefficients;
}

/** The least squares without contention. At least two samples. */
export function solveWithoutContention(samples: readonly Sample[]): UslSolution {
  return toUsl(samples, bestOf(FACES_WITHOUT_CONTENTION.map((face) => solutionOn(samples, face))));
}

function toUsl(samples: readonly Sample[], { face, parameters, sumOfSquares }: FaceSolution): UslSolution {
  const [a, b, c] = parameters;
  const alone = a + b;
  return {
    coefficients: { requestsPerSecondAtOne: 1 / alone, contention: b / alone, crosstalk: c / alone },
    sumOfSquares,
    leverages: leveragesOf(samples, face, parameters),
  };
}

interface FaceSolution {
  readonly face: readonly number[];
  readonly parameters: Parameters;
  readonly sumOfSquares: number;
}

/** The least squares on a face; undefined when they are beyond its bounds. */
function solutionOn(samples: readonly Sample[], face: readonly number[]): FaceSolution | undefined {
  const parameters = descend(samples, face, linearStart(samples, face));
  const highest = Math.max(...samples.map(({ concurrency }) => concurrency));
  const terms = basis(highest).map((value, index) => value * (parameters[index] ?? 0));
  const total = terms.reduce((sum, term) => sum + term, 0);
  if (!face.every((index) => (terms[index] ?? 0) > NEGLIGIBLE * total)) return undefined;
  return { face, parameters, sumOfSquares: sumOfSquaresOf(samples, parameters) };
}

function bestOf(solutions: readonly (FaceSolution | undefined)[]): FaceSolution {
  const within = solutions.filter((solution) => solution !== undefined);
  return within.reduce((best, solution) => (solution.sumOfSquares < best.sumOfSquares ? solution : best));
}

function basis(concurrency: number): Parameters {
  return [1, concurrency, concurrency * (concurrency - 1)];
}

function predicted({ concurrency }: Sample, parameters: Parameters): number {
  const [one, linear, square] = basis(concurrency);
  return concurrency / (parameters[0] * one + parameters[1] * linear + parameters[2] * square);
}

function sumOfSquaresOf(samples: readonly Sample[], parameters: Parameters): number {
  let sum = 0;
  for (const sample of samples) {
    const value = predicted(sample, parameters);
    // The law has no poles, so a curve with a pole among the samples is rejected.
    if (!(value > 0)) return Number.POSITIVE_INFINITY;
    sum += (sample.throughput - value) ** 2;
  }
  return sum;
}

/**
 * Linear least squares of N / X. An error d of throughput changes N / X by N d / X², so each sample has the weight
 * X X̂ / N. The sum is then the squared error of throughput, once the prediction X̂ has converged.
 */
function linearStart(samples: readonly Sample[], face: readonly number[]): Parameters {
  let weights = samples.map(({ concurrency, throughput }) => throughput ** 2 / concurrency);
  let parameters: Parameters = [0, 0, 0];
  for (let round = 0; round < REWEIGHTINGS; round++) {
    const rows = samples.map(({ concurrency }, index) => face.map((column) => (weights[index] ?? 0) * (basis(concurrency)[column] ?? 0)));
    const targets = samples.map(({ concurrency, throughput }, index) => ((weights[index] ?? 0) * concurrency) / throughput);
    parameters = withinBounds(spread(solveLeastSquares(rows, targets, 0), face), face, samples);
    weights = samples.map((sample) => (sample.throughput * predicted(sample, parameters)) / sample.concurrency);
  }
  return parameters;
}

/** Moves a starting point beyond a bound onto the bound. At least one of a and b stays above 0, so that throughput is finite. */
function withinBounds(parameters: Parameters, face: readonly number[], samples: readonly Sample[]): Parameters {
  const [a, b, c] = parameters.map((value) => Math.max(0, value)) as [number, number, number];
  if (a + b > 0) return [a, b, c];
  const little = 1e-9 / Math.max(...samples.map(({ throughput }) => throughput));
  return face.includes(0) ? [little, b, c] : [a, little, c];
}

function descend(samples: readonly Sample[], face: readonly number[], start: Parameters): Parameters {
  let parameters = start;
  let sumOfSquares = sumOfSquaresOf(samples, parameters);
  let damping = FIRST_DAMPING;
  for (let step = 0; step < MAX_STEPS && damping < MAX_DAMPING; step++) {
    const rows = jacobian(samples, face, parameters);
    const residuals = samples.map((sample) => sample.throughput - predicted(sample, parameters));
    const move = spread(solveLeastSquares(rows, residuals, damping), face);
    const next: Parameters = [parameters[0] + move[0], parameters[1] + move[1], parameters[2] + move[2]];
    const nextSum = sumOfSquaresOf(samples, next);
    if (nextSum > sumOfSquares) {
      damping *= 10;
      continue;
    }
    const gain = sumOfSquares - nextSum;
    [parameters, sumOfSquares, damping] = [next, nextSum, damping / 10];
    // Far from the solution, a short step also gains little.
    if (gain <= LEAST_GAIN * sumOfSquares && damping < FIRST_DAMPING) break;
  }
  return parameters;
}

/** Derivatives of the prediction of each sample by each parameter of the face: −X² / N times its basis. */
function jacobian(samples: readonly Sample[], face: readonly number[], parameters: Parameters): Matrix {
  return samples.map((sample) => {
    const factor = -(predicted(sample, parameters) ** 2) / sample.concurrency;
    return face.map((column) => factor * (basis(sample.concurrency)[column] ?? 0));
  });
}

function leveragesOf(samples: readonly Sample[], face: readonly number[], parameters: Parameters): number[] {
  const rows = jacobian(samples, face, parameters);
  const normal = normalMatrix(rows, 0);
  return rows.map((row) => {
    const solved = solvePositive(normal, row);
    return Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, value, index) => sum + value * (solved[index] ?? 0), 0),
      ),
    );
  });
}

/** The values of a face as coefficients a, b and c. */
function spread(values: readonly number[], face: readonly number[]): Parameters {
  const at = (index: number) => values[face.indexOf(index)] ?? 0;
  return [at(0), at(1), at(2)];
}
