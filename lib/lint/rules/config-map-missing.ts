import { shown } from '../../core/problems';
import { configReferences, configSources, sourceKey } from '../config-references';
import type { Rule } from '../rule';

export const configMapMissing: Rule = {
  id: 'config-map-missing',
  severity: 'error',
  description: 'a reference to a ConfigMap that nothing makes',
  fix: 'add a ConfigMap of this name to the namespace, or mark the reference optional',
  *check(context) {
    const sources = configSources(context, 'ConfigMap');
    for (const { kind, object, namespace, name, path } of configReferences(context)) {
      if (
        kind !== 'ConfigMap' ||
        sources.has(sourceKey(namespace, name)) ||
        name === CLUSTER_CERTIFICATES ||
        context.mayBeMade(namespace, name)
      )
        continue;
      yield { object, path, received: shown(name), expected: 'a ConfigMap among the manifests' };
    }
  },
};

/** Every namespace has it from the cluster. */
const CLUSTER_CERTIFICATES = 'kube-root-ca.crt';
