/** Sentences of the reasons that the rooms below give as data: the only place that words them. */

import type { VerdictReason } from '../sizing';
import { usd } from '../units';
import { dollars } from './amounts';
import { share } from './capacity-amounts';

/** Why a tier is recommended or not. */
export function verdictText(reason: VerdictReason): string {
  switch (reason.kind) {
    case 'recommended':
      return likelihoodText(reason);
    case 'too-small':
      return [likelihoodText(reason), ...overloadedText(reason.overloaded)].join('; ');
    case 'over-budget':
      return `${monthly(reason.overBudgetUsd)} over the budget of ${monthly(reason.budgetUsd)}`;
    case 'more-expensive':
      return `${share(reason.confidence)} likely to handle the load, ${monthly(reason.extraMonthlyUsd)} more expensive`;
  }
}

function likelihoodText({ confidence, requiredConfidence }: { readonly confidence: number; readonly requiredConfidence: number }): string {
  return `${share(confidence)} likely to handle the load (${share(requiredConfidence)} required)`;
}

function overloadedText(overloaded: Extract<VerdictReason, { kind: 'too-small' }>['overloaded']): string[] {
  if (overloaded.length === 0) return [];
  const resources = overloaded.map(
    ({ resource, utilization, threshold }) => `${resource} at ${share(utilization)} (limit ${share(threshold)})`,
  );
  return [`at high demand ${resources.join(', ')}`];
}

function monthly(amountUsd: number): string {
  return `${dollars(usd(amountUsd.toFixed(2)))}/month`;
}
