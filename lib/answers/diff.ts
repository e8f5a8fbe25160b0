import { Decimal, type Usd } from '../core/money';
import { LimitExceededError } from '../core/problems';
import { changesBetween, type EstimateChanges } from '../pricing/estimate-changes';
import type { UnpricedError } from '../pricing/unpriced-error';
import { type EstimateLimits, estimateFailures } from './check-estimate';
import { type EstimateAnswer, estimateFiles, type FileEstimateRequest } from './estimate';

/** Two estimates, and how they differ. */
export interface DiffAnswer extends EstimateChanges {
  /** The estimate before the change. */
  readonly before: EstimateAnswer;
  /** The estimate after the change. */
  readonly after: EstimateAnswer;
}

/** The largest increase of the monthly cost: US dollars, or a share of the cost before, 0.1 for 10%. */
export type MaxIncrease =
  | {
      /** US dollars per month. */
      readonly usd: Usd;
    }
  | {
      /** Share of the cost before, 0.1 for 10%. */
      readonly share: number;
    };

/** Limits of a change. */
export interface DiffLimits extends Pick<EstimateLimits, 'allowUnpriced' | 'strict' | 'requireUsage'> {
  /** Largest increase of the mid. Default: no limit. */
  readonly maxIncrease?: MaxIncrease;
}

/**
 * Compares the estimates of two templates, two `cdk.out` folders, or two files or folders of Kubernetes manifests. Throws an InputError as
 * `estimateFiles` does.
 */
export function diffFiles(beforePath: string, afterPath: string, request: FileEstimateRequest = {}): DiffAnswer {
  const [before, after] = [estimateFiles(beforePath, request), estimateFiles(afterPath, request)];
  return { before, after, ...changesBetween(before.estimate, after.estimate) };
}

/** Why a change is not acceptable. An incomplete total comes first, because it proves nothing about an increase. */
export function diffFailures(
  { before, after }: DiffAnswer,
  { maxIncrease, ...limits }: DiffLimits,
): (UnpricedError | LimitExceededError)[] {
  const incomplete = [after, before].flatMap(({ estimate }) => estimateFailures(estimate, limits));
  if (maxIncrease === undefined) return incomplete;
  const [from, to] = [before.estimate.monthlyUsd.mid, after.estimate.monthlyUsd.mid];
  const maxUsd = 'usd' in maxIncrease ? maxIncrease.usd : from.times(new Decimal(maxIncrease.share));
  const increaseUsd = to.minus(from);
  return increaseUsd.lte(maxUsd) ? incomplete : [...incomplete, new LimitExceededError({ kind: 'increase', increaseUsd, maxUsd })];
}
