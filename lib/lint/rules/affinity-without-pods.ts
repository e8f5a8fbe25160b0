import { selectorOf, selectorText } from '../../manifests/selector';
import { at, itemsOf } from '../../manifests/values';
import { absenceOfPods } from '../absence';
import type { Rule } from '../rule';

export const affinityWithoutPods: Rule = {
  id: 'affinity-without-pods',
  severity: 'warning',
  description: 'Required pod affinity matches no pods',
  fix: 'Make the selector match the labels of pods, or make the affinity preferred',
  *check(context) {
    for (const { object, pod, namespace } of context.workloads) {
      for (const { value, path } of itemsOf(pod, 'affinity', 'podAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')) {
        const selector = selectorOf(at(value, 'labelSelector'));
        const isElsewhere = at(value, 'namespaces') !== undefined || at(value, 'namespaceSelector') !== undefined;
        if (selector === undefined || isElsewhere || context.mayBeOperated(namespace, selector)) continue;
        if (context.selected(namespace, selector).length > 0) continue;
        if (context.selectedByAddedLabels(namespace, selector).length > 0) continue;
        yield {
          object,
          path: [...path, 'labelSelector'],
          received: selectorText(selector),
          expected: 'labels of pods in the same namespace',
          ...absenceOfPods(context, namespace, selector),
        };
      }
    }
  },
};
