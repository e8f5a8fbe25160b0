import { shown } from '../../core/problems';
import { itemsAt } from '../../manifests/values';
import { stringsIn } from '../field-checks';
import type { Rule } from '../rule';
import { builtInKinds } from '../schema';

export const ineffectivePermission: Rule = {
  id: 'ineffective-permission',
  severity: 'warning',
  description: 'Rule of a role names a resource that its API groups do not have',
  fix: 'Name the API group of the resource, and the resource in the plural: deployments of apps. The rule allows nothing otherwise',
  citation: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
  *check({ ofKind }) {
    for (const object of ofKind('Role', 'ClusterRole')) {
      if (object.group !== 'rbac.authorization.k8s.io') continue;
      for (const { value, path } of itemsAt(object.raw, 'rules')) {
        const groups = stringsIn(value, 'apiGroups');
        for (const [index, name] of stringsIn(value, 'resources').entries()) {
          const expected = correctionOf(name.split('/')[0] ?? '', groups);
          if (expected === undefined) continue;
          yield { object, path: [...path, 'resources', index], received: shown(name), expected };
        }
      }
    }
  },
};

/**
 * The correction of a resource that none of the groups have: the group that has it, or its plural. Undefined for a resource that one of the
 * groups has or may have.
 */
function correctionOf(name: string, groups: readonly string[]): string | undefined {
  resources ??= builtInResources();
  const { groupsOf, pluralOf, groups: known } = resources;
  if (groups.length === 0 || !groups.every((group) => known.has(group))) return undefined;
  const own = groupsOf.get(name);
  if (own === undefined) return pluralOf.get(name.toLowerCase());
  return own.some((group) => groups.includes(group)) ? undefined : `the API group ${own.map(shown).join(' or ')} for ${name}`;
}

/** Resources of Kubernetes itself. */
interface BuiltInResources {
  /** All API groups; the core group is empty. */
  readonly groups: ReadonlySet<string>;
  /** Groups of a resource by its plural. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  /** The plural by the word for one of them. */
  readonly pluralOf: ReadonlyMap<string, string>;
}

/** Read when the first role is checked. */
let resources: BuiltInResources | undefined;

function builtInResources(): BuiltInResources {
  const groupsOf = new Map<string, readonly string[]>();
  const pluralOf = new Map<string, string>();
  for (const key of builtInKinds()) {
    const [kind = '', , group = ''] = key.split('/').reverse();
    const plural = pluralOfWord(kind.toLowerCase());
    groupsOf.set(plural, [...new Set([...(groupsOf.get(plural) ?? []), group])]);
    if (plural !== kind.toLowerCase()) pluralOf.set(kind.toLowerCase(), plural);
  }
  return { groups: new Set([...groupsOf.values()].flat()), groupsOf, pluralOf };
}

function pluralOfWord(word: string): string {
  if (word === 'endpoints') return word;
  if (/(?:s|x|ch)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
