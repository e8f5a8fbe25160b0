import { budgets } from '../disruption';
import type { Rule } from '../rule';

export const disruptionBudgetImpossible: Rule = {
  id: 'disruption-budget-impossible',
  severity: 'error',
  description: 'PodDisruptionBudget can never be satisfied',
  fix: 'Require no more pods than can exist',
  *check(context) {
    for (const { object, minAvailable, maxUnavailable, replicas } of budgets(context)) {
      if (minAvailable !== undefined && maxUnavailable !== undefined) {
        yield { object, path: ['spec', 'maxUnavailable'], received: 'set together with minAvailable', expected: 'only one of them' };
      } else if (replicas !== undefined && typeof minAvailable === 'number' && minAvailable > replicas.max && replicas.max > 0) {
        yield {
          object,
          path: ['spec', 'minAvailable'],
          received: String(minAvailable),
          expected: `at most ${replicas.max}, which is the number of pods`,
        };
      }
    }
  },
};
