import { namespaceOf } from '../../manifests/namespace';
import { labelSelector, selectorText } from '../../manifests/selector';
import { stringsAt } from '../../manifests/values';
import { absenceOfPods } from '../absence';
import { mayPodsBeLabelled } from '../granted-actions';
import type { Rule } from '../rule';

/** A Service is not reported if a ServiceAccount of its namespace may create or label pods at run time, as operators do. */
export const serviceWithoutPods: Rule = {
  id: 'service-without-pods',
  severity: 'warning',
  description: 'Service selects no pods',
  fix: 'Make the selector match the labels of a pod template in the same namespace',
  *check(context) {
    for (const object of context.ofKind('Service')) {
      const selector = labelSelector(stringsAt(object.raw, 'spec', 'selector'));
      const namespace = namespaceOf(object);
      if (Object.keys(selector.labels).length === 0 || context.selected(namespace, selector).length > 0) continue;
      if (context.selectedByAddedLabels(namespace, selector).length > 0) continue;
      if (context.mayBeOperated(namespace, selector) || mayPodsBeLabelled(context, namespace)) continue;
      yield {
        object,
        path: ['spec', 'selector'],
        received: selectorText(selector),
        expected: 'labels of pods in the same namespace',
        ...absenceOfPods(context, namespace, selector, object.name),
      };
    }
  },
};
