import { shown } from '../../core/problems';
import { stringAt } from '../../manifests/values';
import { absence, namesOf } from '../absence';
import type { Rule } from '../rule';

export const priorityClassMissing: Rule = {
  id: 'priority-class-missing',
  severity: 'warning',
  description: 'Pod refers to a PriorityClass that does not exist',
  fix: 'Add the PriorityClass, or name an existing one',
  *check(context) {
    for (const { object, pod } of context.workloads) {
      const name = stringAt(pod.value, 'priorityClassName');
      if (name === undefined || name === '' || BUILT_IN.includes(name) || context.find('PriorityClass', '', name) !== undefined) continue;
      yield {
        object,
        path: [...pod.path, 'priorityClassName'],
        received: shown(name),
        expected: `a PriorityClass in the manifests, or one of ${BUILT_IN.join(', ')}`,
        ...absence(name, [...BUILT_IN, ...namesOf(context, 'PriorityClass')]),
      };
    }
  },
};

/** Classes that exist in every cluster. */
const BUILT_IN: readonly string[] = ['system-cluster-critical', 'system-node-critical'];
