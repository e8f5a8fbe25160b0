import { shown } from '../../core/problems';
import { configReferences, configSources, sourceKey } from '../config-references';
import type { Rule } from '../rule';

export const secretMissing: Rule = {
  id: 'secret-missing',
  severity: 'error',
  description: 'a reference to a Secret that nothing makes',
  fix: 'add a Secret, ExternalSecret or SealedSecret of this name to the namespace, or mark the reference optional',
  *check(context) {
    const sources = configSources(context, 'Secret');
    for (const { kind, object, namespace, name, path } of configReferences(context)) {
      if (kind !== 'Secret' || sources.has(sourceKey(namespace, name)) || context.mayBeMade(namespace, name)) continue;
      yield { object, path, received: shown(name), expected: 'a Secret, ExternalSecret or SealedSecret among the manifests' };
    }
  },
};
