import { didYouMean, shown } from '../../core/problems';
import { configReferences, configSources, sourceKey } from '../config-references';
import type { Rule } from '../rule';

export const keyMissing: Rule = {
  id: 'key-missing',
  severity: 'error',
  description: 'Reference to a key that the Secret or ConfigMap does not have',
  fix: 'Add the key, or name an existing one',
  *check(context) {
    const sources = { Secret: configSources(context, 'Secret'), ConfigMap: configSources(context, 'ConfigMap') };
    for (const { kind, object, namespace, name, key, path } of configReferences(context)) {
      const keys = sources[kind].get(sourceKey(namespace, name));
      // A kustomization may add keys to a source of the manifests.
      if (keys === undefined || key === undefined || keys.has(key) || context.isGenerated(kind, name)) continue;
      const suggestion = didYouMean(key, [...keys]);
      const place = path.at(-1) === 'name' ? [...path.slice(0, -1), 'key'] : path;
      yield {
        object,
        path: place,
        received: shown(key),
        expected: `a key of the ${kind}: ${[...keys].join(', ')}`,
        ...(suggestion !== undefined && { suggestion }),
      };
    }
  },
};
