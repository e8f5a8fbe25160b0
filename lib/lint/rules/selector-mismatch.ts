import { isEmptySelector, matches, selectorText } from '../../manifests/selector';
import type { Rule } from '../rule';

/** Workload's selector does not match the labels of its pod template. */
export const selectorMismatch: Rule = {
  id: 'selector-mismatch',
  severity: 'error',
  description: "Workload's selector does not match the labels of its pod template",
  fix: 'Add all labels of the selector to the template',
  *check({ workloads }) {
    for (const { object, selector, podLabels, kind } of workloads) {
      // The API server sets the selectors of Jobs.
      if (selector === undefined || kind === 'Job' || kind === 'CronJob') continue;
      if (!isEmptySelector(selector) && matches(selector, podLabels)) continue;
      const labels = selectorText({ labels: podLabels, expressions: [] });
      yield {
        object,
        path: ['spec', 'selector'],
        received: selectorText(selector),
        expected: `a selector that matches the labels of the template (${labels})`,
      };
    }
  },
};
