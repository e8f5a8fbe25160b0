import { matches, selectorOf, selectorText } from '../../manifests/selector';
import { at, itemsOf } from '../../manifests/values';
import type { Rule } from '../rule';

export const spreadWithoutPods: Rule = {
  id: 'spread-without-pods',
  severity: 'warning',
  description: 'Topology spread constraint does not select its own pods',
  fix: 'Make its labelSelector match the labels of the same template',
  *check({ workloads }) {
    for (const { object, pod, podLabels } of workloads) {
      for (const { value, path } of itemsOf(pod, 'topologySpreadConstraints')) {
        const selector = selectorOf(at(value, 'labelSelector'));
        if (selector !== undefined && matches(selector, podLabels)) continue;
        const received = selector === undefined ? {} : { received: selectorText(selector) };
        yield {
          object,
          path: [...path, 'labelSelector'],
          ...received,
          expected: `labels of the same pods: ${selectorText({ labels: podLabels, expressions: [] })}`,
        };
      }
    }
  },
};
