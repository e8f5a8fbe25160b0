import { shown } from '../../core/problems';
import { textAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const serviceAccountMissing: Rule = {
  id: 'service-account-missing',
  severity: 'error',
  description: 'a service account that is not there',
  fix: 'add the ServiceAccount to the namespace, or name one that is',
  *check(context) {
    for (const { object, pod, namespace } of context.workloads) {
      const name = textAt(pod.value, 'serviceAccountName');
      if (name === undefined || name === '' || name === 'default' || context.mayBeMade(namespace, name)) continue;
      if (context.find('ServiceAccount', namespace, name) !== undefined) continue;
      yield {
        object,
        path: [...pod.path, 'serviceAccountName'],
        received: shown(name),
        expected: 'a ServiceAccount of the same namespace',
      };
    }
  },
};
