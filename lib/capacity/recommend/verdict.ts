import type { RequiredLevelOutlook } from '../latency/required-level';
import type { Assessment } from './assess';

/** How a tier compares with the one that is recommended. */
export const TIER_STANDINGS = ['recommended', 'too-small', 'too-slow', 'over-budget', 'more-expensive'] as const;
/** How a tier compares with the one that is recommended. */
export type TierStanding = (typeof TIER_STANDINGS)[number];

/** How likely a tier handles the workload. */
interface Likelihood {
  /** Share of the samples in which every resource stays below its threshold, 0 to 1. */
  readonly confidence: number;
  /** The least such share that was required, 0 to 1. */
  readonly requiredConfidence: number;
}

/** A resource above its threshold at high demand. */
export interface OverloadedResource {
  /** Name of the resource, such as `api processor`. */
  readonly resource: string;
  /** Share of the resource that high demand uses; may be above 1. */
  readonly utilization: number;
  /** Share of the resource that may be used, 0 to 1. */
  readonly threshold: number;
}

/** Why a tier is recommended or not, as data; `output` words it. */
export type VerdictReason =
  | ({ readonly kind: 'recommended' } & Likelihood)
  | ({
      readonly kind: 'too-small';
      /** The resources that limit it, the first to reach its threshold first; at most three. */
      readonly overloaded: readonly OverloadedResource[];
    } & Likelihood)
  | ({
      readonly kind: 'too-slow';
      /** The service levels that are met the most rarely. */
      readonly missed: readonly RequiredLevelOutlook[];
    } & Likelihood)
  | {
      readonly kind: 'over-budget';
      /** Mid of the estimate above the budget, US dollars per month. */
      readonly overBudgetUsd: number;
      /** The budget, US dollars per month. */
      readonly budgetUsd: number;
    }
  | ({
      readonly kind: 'more-expensive';
      /** Mid of the estimate above that of the recommended tier, US dollars per month. */
      readonly extraMonthlyUsd: number;
    } & Likelihood);

/** Largest number of resources in a reason; the limits of the assessment list all of them. */
const MOST_NAMED = 3;

/** Criteria that a tier is compared with. */
export interface VerdictTerms {
  /** The recommended form; undefined when no tier is recommended. */
  readonly chosen: Assessment | undefined;
  /** The least share of samples that must be handled, 0 to 1. */
  readonly confidence: number;
  /** US dollars per month; infinite without a budget. */
  readonly budgetUsd: number;
}

/** The reason why the best form of a tier is recommended or not. */
export function verdictReason(assessment: Assessment, { chosen, confidence, budgetUsd }: VerdictTerms): VerdictReason {
  const likelihood = { confidence: assessment.confidence, requiredConfidence: confidence };
  if (assessment === chosen) return { kind: 'recommended', ...likelihood };
  if (assessment.capacityConfidence < confidence) return { kind: 'too-small', ...likelihood, overloaded: overloaded(assessment) };
  if (assessment.confidence < confidence) return { kind: 'too-slow', ...likelihood, missed: missed(assessment) };
  const monthlyUsd = assessment.monthlyUsd.mid;
  if (monthlyUsd > budgetUsd) return { kind: 'over-budget', overBudgetUsd: monthlyUsd - budgetUsd, budgetUsd };
  return { kind: 'more-expensive', ...likelihood, extraMonthlyUsd: monthlyUsd - (chosen?.monthlyUsd.mid ?? 0) };
}

/** The levels that are met the most rarely: all levels together are met less than required, even where each of them is not. */
function missed({ levelOutlooks }: Assessment): RequiredLevelOutlook[] {
  const least = Math.min(...levelOutlooks.map(({ likelihood }) => likelihood));
  return levelOutlooks.filter(({ likelihood }) => likelihood === least);
}

function overloaded({ limits }: Assessment): OverloadedResource[] {
  return limits
    .filter(({ utilization, threshold }) => utilization.high > threshold)
    .slice(0, MOST_NAMED)
    .map(({ resource, utilization, threshold }) => ({ resource, utilization: utilization.high, threshold }));
}
