import { isEmptySelector, labelSelector, matches, selectorText } from '../../manifests/selector';
import { at, stringsAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const selectorMismatch: Rule = {
  id: 'selector-mismatch',
  severity: 'error',
  description: "Workload's selector does not match the labels of its pod template",
  fix: 'Add all labels of the selector to the template',
  *check({ workloads }) {
    for (const { object, selector: stated, podLabels, kind } of workloads) {
      // The selector of a ReplicationController has labels only, which the API server takes from the template by default.
      const labels = stringsAt(object.raw, 'spec', 'selector');
      const selector = kind === 'ReplicationController' && Object.keys(labels).length > 0 ? labelSelector(labels) : stated;
      // The API server sets the selectors of Jobs without manualSelector, which may be empty.
      const isJob = kind === 'Job' && at(object.raw, 'spec', 'manualSelector') === true;
      if (selector === undefined || (kind === 'Job' && !isJob) || kind === 'CronJob') continue;
      // An empty selector matches all labels, and may have labels that a kustomization adds.
      if (matches(selector, podLabels) && (!isEmptySelector(selector) || isJob || object.hasAddedLabels === true)) continue;
      const given = selectorText(labelSelector(podLabels));
      yield {
        object,
        path: ['spec', 'selector'],
        received: selectorText(selector),
        expected: `a selector that matches the labels of the template (${given})`,
      };
    }
  },
};
