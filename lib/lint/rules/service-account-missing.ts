import { shown } from '../../core/problems';
import { stringAt } from '../../manifests/values';
import { absence, namesOf } from '../absence';
import type { Rule } from '../rule';

export const serviceAccountMissing: Rule = {
  id: 'service-account-missing',
  severity: 'warning',
  description: 'Pod refers to a ServiceAccount that does not exist',
  fix: 'Add the ServiceAccount to the namespace, or name an existing one',
  *check(context) {
    for (const { object, pod, namespace } of context.workloads) {
      const name = stringAt(pod.value, 'serviceAccountName');
      if (name === undefined || name === '' || name === 'default' || context.mayBeCreated(namespace, name)) continue;
      if (context.find('ServiceAccount', namespace, name) !== undefined) continue;
      yield {
        object,
        path: [...pod.path, 'serviceAccountName'],
        received: shown(name),
        expected: 'a ServiceAccount of the same namespace',
        ...absence(name, namesOf(context, 'ServiceAccount', namespace)),
      };
    }
  },
};
