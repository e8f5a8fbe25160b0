import { budgets } from '../disruption';
import type { Rule } from '../rule';

export const disruptionBudgetImpossible: Rule = {
  id: 'disruption-budget-impossible',
  severity: 'error',
  description: 'a disruption budget that can never be met',
  fix: 'ask for no more pods than there can be',
  *check(context) {
    for (const { object, minAvailable, maxUnavailable, replicas } of budgets(context)) {
      if (minAvailable !== undefined && maxUnavailable !== undefined) {
        yield { object, path: ['spec', 'maxUnavailable'], received: 'given beside minAvailable', expected: 'one of the two' };
      } else if (replicas !== undefined && typeof minAvailable === 'number' && minAvailable > replicas.max) {
        yield {
          object,
          path: ['spec', 'minAvailable'],
          received: String(minAvailable),
          expected: `at most ${replicas.max}, which is all pods`,
        };
      }
    }
  },
};
