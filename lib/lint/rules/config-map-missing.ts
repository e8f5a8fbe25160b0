import { shown } from '../../core/problems';
import { absence } from '../absence';
import { configReferences, configSources, sourceKey, sourceNames } from '../config-references';
import type { Rule } from '../rule';

export const configMapMissing: Rule = {
  id: 'config-map-missing',
  severity: 'warning',
  description: 'Reference to a ConfigMap that does not exist',
  fix: 'Add a ConfigMap of this name to the namespace, or mark the reference as optional',
  *check(context) {
    const sources = configSources(context, 'ConfigMap');
    for (const { kind, object, namespace, name, path } of configReferences(context)) {
      if (
        kind !== 'ConfigMap' ||
        sources.has(sourceKey(namespace, name)) ||
        name === CLUSTER_CERTIFICATES ||
        context.isGenerated(kind, name) ||
        context.mayBeCreated(namespace, name)
      )
        continue;
      yield {
        object,
        path,
        received: shown(name),
        expected: 'a ConfigMap in the manifests',
        ...absence(name, sourceNames(sources, namespace)),
      };
    }
  },
};

/** ConfigMap that the cluster creates in every namespace. */
const CLUSTER_CERTIFICATES = 'kube-root-ca.crt';
