import { describe, expect, it } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { type UslCoefficients, uslPeak, uslThroughput } from '../../lib/capacity/queueing/universal-scalability';
import { InputError } from '../../lib/core/problems';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { solveUsl } from '../../lib/loadtest/least-squares';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { solveLeastSquares } from '../../lib/loadtest/normal-equations';
import { uxFlow } from '../../tiers/ux-flow';

const MS = 1_000;

/**
 * The table of ux-flow states a p95 for numbers of users, and no throughput. It is read as the response time of the law, N /
 * X(N): all users wait for a response at the same time, and the p95 is a fixed multiple of the mean. Think time would add a
 * constant, which changes γ but not the shape.
 */
const table = loadSystem(uxFlow).degradation.flatMap(({ concurrentUsers: users, p95Ms }) =>
  p95Ms === undefined ? [] : [{ users, p95Ms }],
);

/** The least scatter of the table is its rounding: 5,000 stands for 4,500 to 5,500, and 150 for 145 to 155. */
function roundingOf(value: number): { readonly from: number; readonly to: number } {
  const digits = value.toExponential().split('e')[0]?.replace('.', '').length ?? 1;
  const half = 10 ** (Math.floor(Math.log10(value)) - digits + 1) / 2;
  return { from: value - half, to: value + half };
}

/** Least squares of p95 in proportion: 10 ms of 150 weigh as much as 333 of 5,000. N / X = a + b N + c N (N − 1). */
function inProportion(): UslCoefficients {
  const [a = 0, b = 0, c = 0] = solveLeastSquares(
    table.map(({ users, p95Ms }) => [1, users, users * (users - 1)].map((term) => (term * MS) / p95Ms)),
    table.map(() => 1),
    0,
  );
  return { requestsPerSecondAtOne: 1 / (a + b), contention: b / (a + b), crosstalk: c / (a + b) };
}

/** Least squares of throughput, as load tests are fitted. */
function byThroughput(): UslCoefficients {
  return solveUsl(table.map(({ users, p95Ms }) => ({ concurrency: users, throughput: (users * MS) / p95Ms }))).coefficients;
}

function p95At(curve: UslCoefficients, users: number): number {
  return (users / uslThroughput(curve, users)) * MS;
}

function isReproduced(curve: UslCoefficients, { users, p95Ms }: (typeof table)[number]): boolean {
  const { from, to } = roundingOf(p95Ms);
  return p95At(curve, users) >= from && p95At(curve, users) <= to;
}

function refusal(): string {
  const points = table.map(
    ({ users, p95Ms }): LoadTestPoint => ({ concurrency: users, requestsPerSecond: (users * MS) / p95Ms, p95LatencyMs: p95Ms }),
  );
  try {
    fitUsl(points);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ reason, expected }) => `${reason}; needed: ${expected}`).join('\n');
    throw error;
  }
  throw new Error('expected to be refused');
}

function textOf(name: string, curve: UslCoefficients): string {
  const { requestsPerSecondAtOne, contention, crosstalk } = curve;
  const coefficients = [requestsPerSecondAtOne, contention, crosstalk].map((value) => value.toPrecision(3)).join(', ');
  const rows = table.map((row) => {
    const { from, to } = roundingOf(row.p95Ms);
    const fitted = Math.round(p95At(curve, row.users));
    return [row.users, row.p95Ms, `${from}-${to}`, fitted, isReproduced(curve, row) ? 'inside' : 'outside'].map((cell) =>
      String(cell).padStart(10),
    );
  });
  const heads = ['users', 'p95 ms', 'rounded', 'curve ms', 'verdict'].map((head) => head.padStart(10));
  const peak = uslPeak(curve)?.concurrency ?? Number.POSITIVE_INFINITY;
  return [
    `${name}: γ, σ, κ ${coefficients}; peak at ${Math.round(peak)} users who all wait`,
    ...[heads, ...rows].map((cells) => cells.join('')),
  ].join('\n');
}

describe('the degradation of ux-flow', () => {
  it('has too few levels for a fit that anything may be sized by', () => {
    expect(refusal()).toMatch(/^found 4 \(100, 500, 1000, 2000\)/);
  });

  it('is reproduced within its own rounding by a curve of the law, with no coefficient at or beyond a bound', () => {
    const curve = inProportion();
    expect(table).toHaveLength(4);
    for (const row of table) expect(isReproduced(curve, row), `${row.users} users: ${p95At(curve, row.users)} ms`).toBe(true);
    expect(curve.contention).toBeGreaterThan(0);
    expect(curve.contention).toBeLessThan(1);
    expect(curve.crosstalk).toBeGreaterThan(0);
  });

  it('is missed at its last level by a fit of throughput, where the slow levels weigh least', () => {
    const curve = byThroughput();
    expect(table.map((row) => isReproduced(curve, row))).toEqual([true, true, true, false]);
  });

  it('is printed next to both curves', async () => {
    const text = [
      textOf('least squares of p95 in proportion', inProportion()),
      textOf('least squares of throughput', byThroughput()),
      `sizing fit refuses the table: ${refusal()}`,
    ].join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('./degradation-ux-flow.txt');
  });
});
