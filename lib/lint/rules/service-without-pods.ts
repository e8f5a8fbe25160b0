import { labelSelector, selectorText } from '../../manifests/selector';
import { textsAt } from '../../manifests/values';
import type { Rule } from '../rule';
import { namespaceOf } from '../scene';

export const serviceWithoutPods: Rule = {
  id: 'service-without-pods',
  severity: 'error',
  description: 'a Service whose selector selects no pods',
  fix: 'make the selector match the labels of a pod template in the same namespace',
  *check(scene) {
    for (const object of scene.ofKind('Service')) {
      const selector = labelSelector(textsAt(object.raw, 'spec', 'selector'));
      const namespace = namespaceOf(object);
      if (Object.keys(selector.labels).length === 0 || scene.selected(namespace, selector).length > 0) continue;
      if (scene.mayBeOperated(namespace, selector)) continue;
      yield { object, path: ['spec', 'selector'], received: selectorText(selector), expected: 'labels of pods in the same namespace' };
    }
  },
};
