import { type DesignedTier, designOrNone, type SizingQuestion } from './designed-tier';
import type { Estimator } from './estimated-tier';
import type { PlannedTier } from './growth-plan';

/** The right-sized tier of a date; undefined where no sizes handle the workload within the budget, US dollars per month. */
export function plannedDesign(question: SizingQuestion, budgetUsd: number | undefined, estimator: Estimator): PlannedTier | undefined {
  const { design } = designOrNone(question, estimator);
  return design === undefined ? undefined : plannedOf(design, budgetUsd);
}

/** A right-sized tier as that of a plan; undefined where it exceeds the budget, US dollars per month. Default: no budget. */
export function plannedOf(
  { written, monthlyUsd }: Pick<DesignedTier, 'written' | 'monthlyUsd'>,
  budgetUsd: number = Number.POSITIVE_INFINITY,
): PlannedTier | undefined {
  return monthlyUsd.mid > budgetUsd ? undefined : { tier: written.id, options: {}, monthlyUsd, written };
}

/** Ids of designs have their users, so that one can be moved to the next: `right-sized-5000`. */
export function plannedId(id: string, users: number): string {
  return `${id}-${Math.round(users)}`;
}
