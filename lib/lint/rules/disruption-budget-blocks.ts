import { budgets, requiredPods } from '../disruption';
import type { Rule } from '../rule';

export const disruptionBudgetBlocks: Rule = {
  id: 'disruption-budget-blocks',
  severity: 'warning',
  description: 'PodDisruptionBudget allows no evictions',
  fix: 'Allow the eviction of at least one pod. Otherwise nodes cannot be drained or upgraded',
  *check(context) {
    for (const { object, minAvailable, maxUnavailable, replicas } of budgets(context)) {
      if (minAvailable !== undefined && maxUnavailable !== undefined) continue;
      if (maxUnavailable === 0 || maxUnavailable === '0%') {
        yield { object, path: ['spec', 'maxUnavailable'], received: String(maxUnavailable), expected: 'at least 1' };
      }
      if (replicas === undefined || minAvailable === undefined) continue;
      const pods = Math.max(1, replicas.min);
      const isImpossible = typeof minAvailable === 'number' && minAvailable > replicas.max;
      if (isImpossible || requiredPods(minAvailable, pods) < pods) continue;
      const expected = pods === 1 ? 'a second pod, or maxUnavailable: 1' : `fewer than ${pods}, which is the number of pods`;
      yield { object, path: ['spec', 'minAvailable'], received: String(minAvailable), expected };
    }
  },
};
