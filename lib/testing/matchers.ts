import type { Interval } from '../core/interval';
import { Decimal, toCents } from '../core/money';
import { type SnapshotSource, tierSnapshot } from './tier-snapshot';

/** What a matcher answers, in Vitest and in Jest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** A bill: an `Estimate`, or the JSON of one. */
export interface Bill {
  readonly monthlyUsd: Interval<Decimal | string>;
  readonly resources: { readonly unpriced: number };
  readonly lineItems: readonly {
    readonly component: string;
    readonly name: string;
    readonly monthlyUsd: Interval<Decimal | string>;
  }[];
}

/** Which end of the bill is held against the limit: what is expected unless said otherwise. */
export interface CostOptions {
  readonly point?: keyof Interval;
}

/** Lines that a failure names: enough to see where the money goes. */
const NAMED_LINES = 3;

/** Matchers that need nothing of the runner: `expect.extend(matchers)`. */
export const matchers = {
  /** The bill is complete and at most so many US dollars a month (mid, or `{ point: 'high' }`). */
  toCostAtMost(bill: Bill, limitUsd: number | string, { point = 'mid' }: CostOptions = {}): MatcherResult {
    const { unpriced } = bill.resources;
    if (unpriced > 0) return { pass: false, message: () => `the bill is incomplete: resources without a price: ${unpriced}` };
    const cost = new Decimal(bill.monthlyUsd[point]);
    const limit = new Decimal(limitUsd);
    const pass = cost.lte(limit);
    return {
      pass,
      message: () =>
        [
          `expected a bill ${pass ? 'above' : 'of at most'} $${toCents(limit)} a month, and it is $${toCents(cost)} (${point}). Most of it:`,
          ...largestLines(bill, point),
        ].join('\n'),
    };
  },
};

function largestLines(bill: Bill, point: keyof Interval): string[] {
  return bill.lineItems
    .map((line) => ({ text: `${line.component}: ${line.name}`, cost: new Decimal(line.monthlyUsd[point]) }))
    .sort((left, right) => right.cost.cmp(left.cost))
    .slice(0, NAMED_LINES)
    .map(({ text, cost }) => `  $${toCents(cost)}  ${text}`);
}

/** The runner's own snapshot matcher: `Snapshots` of `vitest`, or the module `jest-snapshot`. */
export interface SnapshotMatchers<Context, Result> {
  toMatchSnapshot(this: Context, received: unknown, hint?: string): Result;
}

/** All matchers. Snapshots belong to the runner, so it lends us its matcher. */
export function matchersWith<Context, Result>(snapshots: SnapshotMatchers<Context, Result>) {
  return {
    ...matchers,
    /** The template of a stack is as it was when the snapshot was written, apart from what changes by itself. */
    toMatchTierSnapshot(this: Context, received: SnapshotSource, hint?: string): Result {
      return hint === undefined
        ? snapshots.toMatchSnapshot.call(this, tierSnapshot(received))
        : snapshots.toMatchSnapshot.call(this, tierSnapshot(received), hint);
    },
  };
}

/**
 * The matchers' types. `sizing-blueprints/testing/vitest` merges them into Vitest's own; in Jest a test does:
 * `declare global { namespace jest { interface Matchers<R> extends TierMatchers<R> {} } }`.
 */
export interface TierMatchers<R = void> {
  toCostAtMost(limitUsd: number | string, options?: CostOptions): R;
  toMatchTierSnapshot(hint?: string): R;
}
