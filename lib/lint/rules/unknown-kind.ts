import { didYouMean, shown } from '../../core/problems';
import { isBuiltInGroup } from '../lint-context';
import { isKnownVersion } from '../removed-apis';
import type { Rule } from '../rule';
import { builtInKinds, customKinds, kindOf } from '../schema';

export const unknownKind: Rule = {
  id: 'unknown-kind',
  severity: 'error',
  description: 'Kind does not exist in this API version',
  fix: 'Use a version and kind that `kubectl api-resources` lists',
  *check({ objects }) {
    for (const object of objects) {
      const { apiVersion, kind, group } = object;
      if (!isKubernetesGroup(apiVersion, group) || kindOf(apiVersion, kind) !== undefined || isKnownVersion(apiVersion, kind)) continue;
      const suggestion = nearest(apiVersion, kind);
      yield {
        object,
        path: ['kind'],
        received: `${shown(kind)} of ${apiVersion}`,
        expected: 'a kind of this API version',
        ...(suggestion !== undefined && { suggestion }),
      };
    }
  },
};

/** API groups of Kubernetes, whose kinds are all known. A kind of another group may be a custom resource. */
function isKubernetesGroup(apiVersion: string, group: string): boolean {
  return (
    isBuiltInGroup(group) ||
    customKinds().some((key) => key.toLowerCase().startsWith(`${apiVersion.toLowerCase()}/`) && !key.startsWith(`${apiVersion}/`))
  );
}

/** The kind with this name in another version, or a kind with a similar name in this version. */
function nearest(apiVersion: string, kind: string): string | undefined {
  const keys = [...builtInKinds(), ...customKinds()];
  const elsewhere = keys.filter((key) => key.endsWith(`/${kind}`)).sort((a, b) => stability(a) - stability(b))[0];
  if (elsewhere !== undefined) return elsewhere.slice(0, elsewhere.lastIndexOf('/'));
  return didYouMean(
    kind,
    keys.filter((key) => key.startsWith(`${apiVersion}/`)).map((key) => key.slice(apiVersion.length + 1)),
  );
}

function stability(key: string): number {
  return /alpha/.test(key) ? 2 : /beta/.test(key) ? 1 : 0;
}
