import type { PlainObject } from '../../core/plain-object';
import type { Path } from '../../manifests/manifest-object';
import { namespaceOf } from '../../manifests/namespace';
import { isEmptySelector, selectorOf, selectorText } from '../../manifests/selector';
import { at, itemsAt, itemsOf } from '../../manifests/values';
import type { Rule } from '../rule';

export const networkPolicyWithoutPods: Rule = {
  id: 'network-policy-without-pods',
  severity: 'warning',
  description: 'NetworkPolicy selects no pods',
  fix: 'Make its selectors match pods, or remove the selectors that match none',
  *check(context) {
    for (const object of context.ofKind('NetworkPolicy')) {
      const namespace = namespaceOf(object);
      for (const path of podSelectors(object.raw)) {
        const selector = selectorOf(at(object.raw, ...path));
        if (selector === undefined || isEmptySelector(selector) || context.mayBeOperated(namespace, selector)) continue;
        if (context.selected(namespace, selector).length > 0) continue;
        if (context.selectedByAddedLabels(namespace, selector).length > 0) continue;
        yield { object, path, received: selectorText(selector), expected: 'labels of pods in the same namespace' };
      }
    }
  },
};

/** Selectors of the policy and of peers in the same namespace. Pods of other namespaces may not be in the manifests. */
function podSelectors(raw: PlainObject): readonly Path[] {
  const peers = (['ingress', 'egress'] as const).flatMap((direction) =>
    itemsAt(raw, 'spec', direction).flatMap((entry) => itemsOf(entry, direction === 'ingress' ? 'from' : 'to')),
  );
  const near = peers.filter(({ value }) => at(value, 'namespaceSelector') === undefined);
  return [['spec', 'podSelector'], ...near.map(({ path }) => [...path, 'podSelector'])];
}
