import { usd } from '../core/money';
import { LimitExceededError } from '../core/problems';
import type { DesignAnswer } from './design';
import type { RecommendAnswer } from './recommend';

/** Why no tier is recommended: one error, or none. */
export function recommendFailures({
  recommendation: { chosen, cells },
  budgetUsd,
}: Pick<RecommendAnswer, 'recommendation' | 'budgetUsd'>): readonly LimitExceededError[] {
  if (chosen !== undefined) return [];
  return [new LimitExceededError({ kind: 'no-tier', ...(cells === undefined && budgetUsd !== undefined && { withinUsd: budgetUsd }) })];
}

/** Why a design is not accepted: no sizes handle the load, or their cost exceeds the budget; one error, or none. */
export function designFailures({
  design,
  budgetUsd,
  base,
}: Pick<DesignAnswer, 'design' | 'budgetUsd' | 'base'>): readonly LimitExceededError[] {
  if (design === undefined) return [new LimitExceededError({ kind: 'no-sizes', base })];
  if (budgetUsd === undefined || design.monthlyUsd.mid <= budgetUsd) return [];
  const amount = (value: number) => usd(value.toFixed(2));
  return [new LimitExceededError({ kind: 'budget', monthlyUsd: amount(design.monthlyUsd.mid), budgetUsd: amount(budgetUsd) })];
}
