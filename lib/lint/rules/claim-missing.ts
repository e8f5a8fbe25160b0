import { shown } from '../../core/problems';
import { itemsAt, itemsOf, stringAt } from '../../manifests/values';
import { absence, namesOf } from '../absence';
import type { Rule } from '../rule';

export const claimMissing: Rule = {
  id: 'claim-missing',
  severity: 'warning',
  description: 'Volume refers to a PersistentVolumeClaim that does not exist',
  fix: 'Add the PersistentVolumeClaim, or name an existing one',
  *check(context) {
    for (const { object, pod, namespace } of context.workloads) {
      // The controller replaces a volume of the pod with the claim of the same name. Source: kubernetes, stateful_set_utils.go, updateStorage.
      const ownClaims = itemsAt(object.raw, 'spec', 'volumeClaimTemplates').map((claim) => stringAt(claim.value, 'metadata', 'name'));
      for (const { value, path } of itemsOf(pod, 'volumes')) {
        if (ownClaims.includes(stringAt(value, 'name'))) continue;
        const name = stringAt(value, 'persistentVolumeClaim', 'claimName');
        if (
          name === undefined ||
          context.find('PersistentVolumeClaim', namespace, name) !== undefined ||
          context.mayBeCreated(namespace, name)
        )
          continue;
        yield {
          object,
          path: [...path, 'persistentVolumeClaim', 'claimName'],
          received: shown(name),
          expected: 'a PersistentVolumeClaim in the manifests',
          ...absence(name, namesOf(context, 'PersistentVolumeClaim', namespace)),
        };
      }
    }
  },
};
