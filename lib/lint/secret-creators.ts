import type { PlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { at, itemsAt, stringAt } from '../manifests/values';
import type { LintContext } from './lint-context';
import { perContext } from './per-context';

/** Stands for every namespace: a ClusterRoleBinding grants there. */
const EVERYWHERE = '';

/** Namespaces in which a subject of the manifests may create Secrets, such as a Job that makes a certificate at run time. */
const namespacesWithCreators = perContext((context): ReadonlySet<string> => {
  const clusterRoles = rolesThatCreate(context, 'ClusterRole');
  const roles = rolesThatCreate(context, 'Role');
  const bound = context.ofKind('RoleBinding').filter((binding) => {
    const name = stringAt(binding.raw, 'roleRef', 'name') ?? '';
    return stringAt(binding.raw, 'roleRef', 'kind') === 'ClusterRole'
      ? clusterRoles.has(name)
      : roles.has(keyOf(namespaceOf(binding), name));
  });
  const everywhere = context.ofKind('ClusterRoleBinding').some(({ raw }) => clusterRoles.has(stringAt(raw, 'roleRef', 'name') ?? ''));
  return new Set([...bound.map(namespaceOf), ...(everywhere ? [EVERYWHERE] : [])]);
});

/** Whether a subject of the manifests may create Secrets in a namespace. */
export function maySecretsBeCreated(context: LintContext, namespace: string): boolean {
  const namespaces = namespacesWithCreators(context);
  return namespaces.has(namespace) || namespaces.has(EVERYWHERE);
}

/** Names of roles that may create Secrets; those of Roles with their namespace. */
function rolesThatCreate(context: LintContext, kind: 'Role' | 'ClusterRole'): ReadonlySet<string> {
  const found = context.ofKind(kind).filter((role) => itemsAt(role.raw, 'rules').some(({ value }) => createsSecrets(value)));
  return new Set(found.map((role) => nameOf(role, kind)));
}

function nameOf(role: ManifestObject, kind: 'Role' | 'ClusterRole'): string {
  return kind === 'Role' ? keyOf(namespaceOf(role), role.name) : role.name;
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** A rule that names its objects cannot allow their creation. Source: Kubernetes documentation, RBAC, "Referring to resources". */
function createsSecrets(rule: PlainObject): boolean {
  const has = (key: string, ...words: readonly string[]) => {
    const values = at(rule, key);
    return Array.isArray(values) && words.some((word) => values.includes(word));
  };
  return (
    has('verbs', 'create', '*') && has('resources', 'secrets', '*') && has('apiGroups', '', '*') && at(rule, 'resourceNames') === undefined
  );
}
