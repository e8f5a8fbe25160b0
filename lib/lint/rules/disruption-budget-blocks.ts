import { budgets, podsKept } from '../disruption';
import type { Rule } from '../rule';

export const disruptionBudgetBlocks: Rule = {
  id: 'disruption-budget-blocks',
  severity: 'error',
  description: 'a disruption budget that lets no pod go',
  fix: 'leave room for one pod: without it no node can be drained or upgraded',
  *check(context) {
    for (const { object, minAvailable, maxUnavailable, replicas } of budgets(context)) {
      if (minAvailable !== undefined && maxUnavailable !== undefined) continue;
      if (maxUnavailable === 0 || maxUnavailable === '0%') {
        yield { object, path: ['spec', 'maxUnavailable'], received: String(maxUnavailable), expected: 'at least 1' };
      }
      if (replicas === undefined || minAvailable === undefined) continue;
      const pods = Math.max(1, replicas.min);
      const isImpossible = typeof minAvailable === 'number' && minAvailable > replicas.max;
      if (isImpossible || podsKept(minAvailable, pods) < pods) continue;
      const expected = pods === 1 ? 'a second pod, or maxUnavailable: 1' : `fewer than the ${pods} pods that there may be`;
      yield { object, path: ['spec', 'minAvailable'], received: String(minAvailable), expected };
    }
  },
};
