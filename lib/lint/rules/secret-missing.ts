import { shown } from '../../core/problems';
import { absence } from '../absence';
import { configReferences, configSources, sourceKey, sourceNames } from '../config-references';
import { maySecretsBeCreated } from '../granted-actions';
import type { Rule } from '../rule';

/** A Secret that a subject of the manifests may create at run time is not reported. */
export const secretMissing: Rule = {
  id: 'secret-missing',
  severity: 'warning',
  description: 'Reference to a Secret that does not exist',
  fix: 'Add a Secret, ExternalSecret or SealedSecret of this name to the namespace, or mark the reference as optional',
  *check(context) {
    const sources = configSources(context, 'Secret');
    for (const { kind, object, namespace, name, path } of configReferences(context)) {
      if (kind !== 'Secret' || sources.has(sourceKey(namespace, name)) || context.mayBeCreated(namespace, name)) continue;
      if (maySecretsBeCreated(context, namespace) || context.isGenerated(kind, name)) continue;
      yield {
        object,
        path,
        received: shown(name),
        expected: 'a Secret, ExternalSecret or SealedSecret in the manifests',
        ...absence(name, sourceNames(sources, namespace)),
      };
    }
  },
};
