import { budgets } from '../disruption';
import { objectText } from '../finding';
import type { Rule } from '../rule';
import type { Workload } from '../workload';

export const disruptionBudgetTwice: Rule = {
  id: 'disruption-budget-twice',
  severity: 'warning',
  description: 'Two PodDisruptionBudgets select the same pods',
  fix: 'Keep one PodDisruptionBudget per workload. Otherwise every eviction fails, and nodes cannot be drained or upgraded',
  citation: 'https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/registry/core/pod/storage/eviction.go',
  *check(context) {
    const first = new Map<Workload, string>();
    for (const { object, workloads } of budgets(context)) {
      const own = objectText(object);
      const others = workloads.flatMap((workload) => first.get(workload) ?? []).filter((other) => other !== own);
      for (const workload of workloads) if (!first.has(workload)) first.set(workload, own);
      if (others[0] === undefined) continue;
      yield {
        object,
        path: ['spec', 'selector'],
        received: `pods that ${others[0]} selects as well`,
        expected: 'pods without another budget',
      };
    }
  },
};
