import { shown } from '../../core/problems';
import { namespaceOf } from '../../manifests/namespace';
import { stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const secretStoreMissing: Rule = {
  id: 'secret-store-missing',
  severity: 'error',
  description: 'ExternalSecret refers to a SecretStore that does not exist',
  fix: 'Add the SecretStore to the namespace, or name a ClusterSecretStore',
  *check(context) {
    for (const object of context.ofKind('ExternalSecret')) {
      const name = stringAt(object.raw, 'spec', 'secretStoreRef', 'name');
      const kind = stringAt(object.raw, 'spec', 'secretStoreRef', 'kind') ?? 'SecretStore';
      // A ClusterSecretStore is usually not in the manifests that use it.
      if (name === undefined || kind !== 'SecretStore' || context.find(kind, namespaceOf(object), name) !== undefined) continue;
      yield { object, path: ['spec', 'secretStoreRef', 'name'], received: shown(name), expected: 'a SecretStore of the same namespace' };
    }
  },
};
