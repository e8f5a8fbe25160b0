import { isEmptySelector, matches } from '../../manifests/selector';
import { objectText } from '../finding';
import type { Rule } from '../rule';
import { LONG_RUNNING, type Workload } from '../workload';

export const overlappingSelectors: Rule = {
  id: 'overlapping-selectors',
  severity: 'warning',
  description: "Two workloads select each other's pods",
  fix: 'Give each workload a label of its own in selector and template',
  *check(context) {
    for (const workload of context.workloads) {
      const { object, selector, podLabels, namespace } = workload;
      if (selector === undefined || isEmptySelector(selector) || !matches(selector, podLabels)) continue;
      const other = context.selected(namespace, selector).find((candidate) => isOther(candidate, workload));
      if (other === undefined) continue;
      yield {
        object,
        path: ['spec', 'selector'],
        received: `a selector that matches the pods of ${objectText(other.object)} as well`,
        expected: 'a selector of its own pods only',
      };
    }
  },
};

/** Duplicate objects are reported by another rule. */
function isOther({ kind, object }: Workload, workload: Workload): boolean {
  return LONG_RUNNING.includes(kind) && (kind !== workload.kind || object.name !== workload.object.name);
}
