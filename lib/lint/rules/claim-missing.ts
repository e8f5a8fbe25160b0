import { shown } from '../../core/problems';
import { itemsOf, textAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const claimMissing: Rule = {
  id: 'claim-missing',
  severity: 'error',
  description: 'a volume of a claim that is not there',
  fix: 'add the PersistentVolumeClaim, or name one that is',
  *check(context) {
    for (const { object, pod, namespace } of context.workloads) {
      for (const { value, path } of itemsOf(pod, 'volumes')) {
        const name = textAt(value, 'persistentVolumeClaim', 'claimName');
        if (
          name === undefined ||
          context.find('PersistentVolumeClaim', namespace, name) !== undefined ||
          context.mayBeMade(namespace, name)
        )
          continue;
        yield {
          object,
          path: [...path, 'persistentVolumeClaim', 'claimName'],
          received: shown(name),
          expected: 'a PersistentVolumeClaim among the manifests',
        };
      }
    }
  },
};
