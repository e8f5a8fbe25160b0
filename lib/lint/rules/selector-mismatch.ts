import { isEmptySelector, matches, selectorText } from '../../manifests/selector';
import type { Rule } from '../rule';

export const selectorMismatch: Rule = {
  id: 'selector-mismatch',
  severity: 'error',
  description: 'a selector that does not select the pods of its own template',
  fix: 'make the labels of the template hold everything that the selector asks for',
  *check({ workloads }) {
    for (const { object, selector, podLabels, kind } of workloads) {
      // Jobs are given theirs by the server.
      if (selector === undefined || kind === 'Job' || kind === 'CronJob') continue;
      if (!isEmptySelector(selector) && matches(selector, podLabels)) continue;
      const labels = selectorText({ labels: podLabels, expressions: [] });
      yield {
        object,
        path: ['spec', 'selector'],
        received: selectorText(selector),
        expected: `a selector of the template's labels, ${labels}`,
      };
    }
  },
};
