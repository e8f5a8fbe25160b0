import type { Interval } from '../core/interval';
import { Decimal, toCents } from '../core/money';
import { type SnapshotSource, tierSnapshot } from './tier-snapshot';

/** Result of a matcher, in the form that Vitest and Jest expect. */
export interface MatcherResult {
  /** Whether the assertion holds. */
  readonly pass: boolean;
  /** Message for a failed assertion. */
  readonly message: () => string;
}

/** An estimate: an `Estimate`, or the JSON of one. */
export interface EstimateOrJson {
  /** Total. */
  readonly monthlyUsd: Interval<Decimal | string>;
  /** Numbers of resources by state; only complete estimates, with 0 `unpriced`, can be compared with a limit. */
  readonly resources: {
    /** Unpriced resources. */
    readonly unpriced: number;
  };
  /** Line items of the estimate. */
  readonly lineItems: readonly {
    /** Id of the component. */
    readonly component: string;
    /** Name of the line item. */
    readonly name: string;
    /** Cost of the line item. */
    readonly monthlyUsd: Interval<Decimal | string>;
  }[];
}

/** Options of `toCostAtMost`. */
export interface CostOptions {
  /** Point of the total that is compared with the limit. Default: `mid`, the expected cost. */
  readonly point?: keyof Interval;
}

/** Number of line items in a failure message. */
const NAMED_LINES = 3;

/** Matchers that work with any test runner: `expect.extend(matchers)`. */
export const matchers = {
  /** Passes when the estimate is complete and costs at most `limitUsd` per month (mid, or `{ point: 'high' }`). */
  toCostAtMost(estimate: EstimateOrJson, limitUsd: number | string, { point = 'mid' }: CostOptions = {}): MatcherResult {
    const { unpriced } = estimate.resources;
    if (unpriced > 0)
      return {
        pass: false,
        message: () => `the estimate is incomplete: ${unpriced} unpriced ${unpriced === 1 ? 'resource' : 'resources'}`,
      };
    const cost = new Decimal(estimate.monthlyUsd[point]);
    const limit = new Decimal(limitUsd);
    const pass = cost.lte(limit);
    return {
      pass,
      message: () =>
        [
          `expected the estimate to cost ${pass ? 'more than' : 'at most'} $${toCents(limit)}/month, but it costs $${toCents(cost)}/month (${point}). Largest line items:`,
          ...largestLines(estimate, point),
        ].join('\n'),
    };
  },
};

function largestLines(estimate: EstimateOrJson, point: keyof Interval): string[] {
  return estimate.lineItems
    .map((line) => ({ text: `${line.component}: ${line.name}`, cost: new Decimal(line.monthlyUsd[point]) }))
    .sort((left, right) => right.cost.cmp(left.cost))
    .slice(0, NAMED_LINES)
    .map(({ text, cost }) => `  $${toCents(cost)}  ${text}`);
}

/** Snapshot matcher of the test runner: `Snapshots` of `vitest`, or the module `jest-snapshot`. */
export interface SnapshotMatchers<Context, Result> {
  /** Compares a value with the stored snapshot. */
  toMatchSnapshot(this: Context, received: unknown, hint?: string): Result;
}

/** All matchers. Snapshots are written by the test runner, so its own snapshot matcher is passed in. */
export function matchersWith<Context, Result>(snapshots: SnapshotMatchers<Context, Result>) {
  return {
    ...matchers,
    /** Passes when the template of a stack matches the stored snapshot. See `tierSnapshot` for the parts that are ignored. */
    toMatchTierSnapshot(this: Context, received: SnapshotSource, hint?: string): Result {
      return hint === undefined
        ? snapshots.toMatchSnapshot.call(this, tierSnapshot(received))
        : snapshots.toMatchSnapshot.call(this, tierSnapshot(received), hint);
    },
  };
}

/**
 * Types of the matchers. `sizing-blueprints/testing/vitest` adds them to the types of Vitest. For Jest, add them in a test:
 * `declare global { namespace jest { interface Matchers<R> extends TierMatchers<R> {} } }`.
 */
export interface TierMatchers<R = void> {
  /** The estimate is complete and costs at most `limitUsd` per month. */
  toCostAtMost(limitUsd: number | string, options?: CostOptions): R;
  /** The template of the stack matches the stored snapshot. */
  toMatchTierSnapshot(hint?: string): R;
}
