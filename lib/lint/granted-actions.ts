import type { PlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { at, itemsAt, stringAt } from '../manifests/values';
import { stringsIn } from './field-checks';
import type { LintContext } from './lint-context';
import { perContext } from './per-context';

/** Stands for every namespace: a ClusterRoleBinding grants there. */
const EVERYWHERE = '';

/** Bindings to roles that may create Secrets, such as that of a Job that makes a certificate at run time. */
const bindingsOfSecrets = perContext((context) => bindingsThatAllow(context, createsSecrets));

/** Bindings to roles that may create pods or change them, such as that of an operator that labels its own pods. */
const bindingsOfPods = perContext((context) => bindingsThatAllow(context, changesPods));

/** Namespaces in which a subject of the manifests may create Secrets. */
const namespacesOfSecrets = perContext(
  (context): ReadonlySet<string> =>
    new Set(bindingsOfSecrets(context).map((binding) => (binding.kind === 'RoleBinding' ? namespaceOf(binding) : EVERYWHERE))),
);

/** Namespaces with a ServiceAccount that may create pods or change them there. */
const namespacesOfPods = perContext(
  (context): ReadonlySet<string> =>
    new Set(
      bindingsOfPods(context).flatMap((binding) => {
        const subjects = itemsAt(binding.raw, 'subjects').filter(({ value }) => value.kind === 'ServiceAccount');
        const namespaces = subjects.map(({ value }) => stringAt(value, 'namespace') ?? namespaceOf(binding));
        return binding.kind === 'RoleBinding' ? namespaces.filter((namespace) => namespace === namespaceOf(binding)) : namespaces;
      }),
    ),
);

/** Whether a subject of the manifests may create Secrets in a namespace. */
export function maySecretsBeCreated(context: LintContext, namespace: string): boolean {
  const namespaces = namespacesOfSecrets(context);
  return namespaces.has(namespace) || namespaces.has(EVERYWHERE);
}

/** Whether a ServiceAccount of a namespace may create or label pods there, so that their labels are not in the manifests. */
export function mayPodsBeLabelled(context: LintContext, namespace: string): boolean {
  return namespacesOfPods(context).has(namespace);
}

type RuleTest = (rule: PlainObject) => boolean;

function bindingsThatAllow(context: LintContext, allows: RuleTest): readonly ManifestObject[] {
  const clusterRoles = rolesThatAllow(context, 'ClusterRole', allows);
  const roles = rolesThatAllow(context, 'Role', allows);
  return context.ofKind('RoleBinding', 'ClusterRoleBinding').filter((binding) => {
    const name = stringAt(binding.raw, 'roleRef', 'name') ?? '';
    return stringAt(binding.raw, 'roleRef', 'kind') === 'Role' && binding.kind === 'RoleBinding'
      ? roles.has(keyOf(namespaceOf(binding), name))
      : clusterRoles.has(name);
  });
}

/** Names of roles with a rule that allows something; those of Roles with their namespace. */
function rolesThatAllow(context: LintContext, kind: 'Role' | 'ClusterRole', allows: RuleTest): ReadonlySet<string> {
  const found = context.ofKind(kind).filter((role) => itemsAt(role.raw, 'rules').some(({ value }) => allows(value)));
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
  return grants(rule, ['create'], [''], ['secrets']) && at(rule, 'resourceNames') === undefined;
}

function changesPods(rule: PlainObject): boolean {
  return grants(rule, ['create', 'update', 'patch'], [''], ['pods']) || grants(rule, ['create'], ['apps', 'batch'], WORKLOADS);
}

const WORKLOADS = ['deployments', 'statefulsets', 'daemonsets', 'replicasets', 'jobs'];

function grants(rule: PlainObject, verbs: readonly string[], groups: readonly string[], resources: readonly string[]): boolean {
  const has = (field: string, words: readonly string[]) => stringsIn(rule, field).some((word) => word === '*' || words.includes(word));
  return has('verbs', verbs) && has('apiGroups', groups) && has('resources', resources);
}
