import { shown } from '../../core/problems';
import { namespaceOf } from '../../manifests/namespace';
import { stringAt } from '../../manifests/values';
import { absence, namesOf } from '../absence';
import type { Rule } from '../rule';

export const secretStoreMissing: Rule = {
  id: 'secret-store-missing',
  severity: 'warning',
  description: 'ExternalSecret refers to a SecretStore that does not exist',
  fix: 'Add the SecretStore to the namespace, or name a ClusterSecretStore',
  *check(context) {
    for (const object of context.ofKind('ExternalSecret')) {
      const name = stringAt(object.raw, 'spec', 'secretStoreRef', 'name');
      const kind = stringAt(object.raw, 'spec', 'secretStoreRef', 'kind') ?? 'SecretStore';
      // A ClusterSecretStore is usually not in the manifests that use it.
      const namespace = namespaceOf(object);
      if (name === undefined || kind !== 'SecretStore' || context.find(kind, namespace, name) !== undefined) continue;
      yield {
        object,
        path: ['spec', 'secretStoreRef', 'name'],
        received: shown(name),
        expected: 'a SecretStore of the same namespace',
        ...absence(name, namesOf(context, kind, namespace)),
      };
    }
  },
};
