import { selectorText } from '../../manifests/selector';
import { budgets } from '../disruption';
import type { Rule } from '../rule';

export const disruptionBudgetWithoutPods: Rule = {
  id: 'disruption-budget-without-pods',
  severity: 'warning',
  description: 'PodDisruptionBudget selects no pods',
  fix: 'Make its selector match the labels of a pod template in the same namespace',
  *check(context) {
    for (const { object, namespace, selector, workloads } of budgets(context)) {
      if (selector === undefined || workloads.length > 0 || context.mayBeOperated(namespace, selector)) continue;
      yield { object, path: ['spec', 'selector'], received: selectorText(selector), expected: 'labels of pods in the same namespace' };
    }
  },
};
