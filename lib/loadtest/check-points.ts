import { exactPercent } from '../core/number-format';
import { InputError, type Problem, shown } from '../core/problems';
import { MAX_AMOUNT } from '../model/scalars';
import { type LoadTestPoint, succeededPerSecond } from './load-test';

/** Minimum number of concurrency levels: twice the three coefficients of the curve, so that scatter and shape can be distinguished. */
const LEAST_LEVELS = 6;

/** Ratio of concurrencies below which they count as one level. */
const SAME_LEVEL = 0.01;

/** Minimum ratio of the highest to the lowest level. Below it, every curve looks like a straight line. */
const LEAST_RANGE = 2;

/** Largest number of problems that are listed, because a file with a wrong column has one for each row. */
const MAX_LISTED = 20;

/** Throws an InputError with every reason why no curve can be fitted to the points. */
export function checkPoints(points: readonly LoadTestPoint[], subject: string): void {
  const problems = points.flatMap(pointProblems);
  const levels = distinctLevels(points.filter((point) => pointProblems(point, 0).length === 0 && succeededPerSecond(point) > 0));
  if (levels.length < LEAST_LEVELS) problems.push(tooFew(levels));
  const range = (levels.at(-1) ?? 0) / (levels[0] ?? 1);
  if (levels.length >= LEAST_LEVELS && range < LEAST_RANGE) problems.push(tooNarrow(levels));
  if (problems.length > 0) throw new InputError(subject, listed(problems));
}

const EXPECTED_ABOVE_ZERO = `a number above 0 and at most ${MAX_AMOUNT}`;

/** Problems of one point. */
export function pointProblems(point: LoadTestPoint, index: number): Problem[] {
  const path = `points.${index}`;
  const problem = (key: keyof LoadTestPoint, expected: string): Problem => ({
    path: `${path}.${key}`,
    received: shown(point[key]),
    expected,
  });
  const problems: Problem[] = [];
  if (!isPositive(point.concurrency)) problems.push(problem('concurrency', EXPECTED_ABOVE_ZERO));
  if (!isPositive(point.requestsPerSecond)) problems.push(problem('requestsPerSecond', EXPECTED_ABOVE_ZERO));
  if (point.p95LatencyMs !== undefined && !isPositive(point.p95LatencyMs)) problems.push(problem('p95LatencyMs', EXPECTED_ABOVE_ZERO));
  if (point.errorShare !== undefined && !(point.errorShare >= 0 && point.errorShare <= 1)) {
    problems.push(problem('errorShare', 'a share of 0 to 1'));
  }
  return problems;
}

function isPositive(value: number): boolean {
  return value > 0 && value <= MAX_AMOUNT;
}

/** Levels of concurrency in ascending order; levels close to each other count as one. */
function distinctLevels(points: readonly LoadTestPoint[]): number[] {
  return pointsByLevel(points).map(([lowest]) => lowest.concurrency);
}

/** The points of each level of concurrency, in ascending order. */
export function pointsByLevel(points: readonly LoadTestPoint[]): [LoadTestPoint, ...LoadTestPoint[]][] {
  const levels: [LoadTestPoint, ...LoadTestPoint[]][] = [];
  for (const point of [...points].sort((a, b) => a.concurrency - b.concurrency)) {
    const last = levels.at(-1);
    if (last === undefined || point.concurrency > last[0].concurrency * (1 + SAME_LEVEL)) levels.push([point]);
    else last.push(point);
  }
  return levels;
}

function tooFew(levels: readonly number[]): Problem {
  const found = levels.length === 0 ? 'none' : `${levels.length} (${levels.join(', ')})`;
  return {
    path: 'levels of concurrency',
    reason: `found ${found}`,
    expected: `at least ${LEAST_LEVELS} that differ by more than ${exactPercent(SAME_LEVEL)} and have successful requests: run the test at more levels, from one user to beyond saturation`,
  };
}

function tooNarrow(levels: readonly number[]): Problem {
  return {
    path: 'levels of concurrency',
    reason: `covers ${levels[0]} to ${levels.at(-1)}`,
    expected: `a highest level of at least ${LEAST_RANGE} times the lowest: run the test at more levels, from one user to beyond saturation`,
  };
}

/** The first problems, and the number of further ones. */
export function listed(problems: readonly Problem[]): Problem[] {
  if (problems.length <= MAX_LISTED) return [...problems];
  const more = problems.length - MAX_LISTED;
  return [...problems.slice(0, MAX_LISTED), { path: `${more} more`, reason: 'similar problems', expected: 'the same as above' }];
}
