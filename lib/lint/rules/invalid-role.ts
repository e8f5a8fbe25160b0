import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { formatAt, lengthOf, nonEmpty, violationAt } from '../field-checks';
import { DNS_SUBDOMAIN } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidRole: Rule = {
  id: 'invalid-role',
  severity: 'error',
  description: 'Role or binding is invalid',
  fix: 'Give each rule verbs, API groups and resources, and each subject the API group of its kind',
  citation: apiSource('rbac'),
  *check({ ofKind }) {
    for (const object of ofKind('Role', 'ClusterRole')) {
      if (object.group !== RBAC) continue;
      for (const rule of itemsAt(object.raw, 'rules')) yield* ruleViolations(object, rule);
    }
    for (const object of ofKind('RoleBinding', 'ClusterRoleBinding')) if (object.group === RBAC) yield* bindingViolations(object);
  },
};

const RBAC = 'rbac.authorization.k8s.io';

function* ruleViolations(object: ManifestObject, rule: Item): Generator<Violation> {
  if (lengthOf(rule.value, 'verbs') === 0) yield violationAt(object, rule, ['verbs'], 'at least one verb');
  const addresses = lengthOf(rule.value, 'nonResourceURLs') > 0;
  if (addresses) {
    if (object.kind === 'Role') yield violationAt(object, rule, ['nonResourceURLs'], 'no value in a Role');
    for (const field of ['apiGroups', 'resources', 'resourceNames'])
      if (lengthOf(rule.value, field) > 0) yield violationAt(object, rule, [field], 'no value together with nonResourceURLs');
    return;
  }
  for (const field of ['apiGroups', 'resources'])
    if (lengthOf(rule.value, field) === 0)
      yield violationAt(
        object,
        rule,
        [field],
        field === 'apiGroups' ? 'at least one group; [""] is the core group' : 'at least one resource',
      );
}

function* bindingViolations(object: ManifestObject): Generator<Violation> {
  const role = { value: objectAt(object.raw, 'roleRef'), path: ['roleRef'] };
  yield* nonEmpty(object, role, 'name');
  const kinds = object.kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  const kind = stringAt(role.value, 'kind');
  if (kind !== undefined && !kinds.includes(kind)) yield violationAt(object, role, ['kind'], `${kinds.join(' or ')} in a ${object.kind}`);
  const group = stringAt(role.value, 'apiGroup') ?? '';
  if (group !== '' && group !== RBAC) yield violationAt(object, role, ['apiGroup'], RBAC);
  for (const subject of itemsAt(object.raw, 'subjects')) yield* subjectViolations(object, subject);
}

function* subjectViolations(object: ManifestObject, subject: Item): Generator<Violation> {
  yield* nonEmpty(object, subject, 'name');
  const kind = stringAt(subject.value, 'kind');
  const group = stringAt(subject.value, 'apiGroup') ?? '';
  if (kind === 'ServiceAccount') {
    if (group !== '') yield violationAt(object, subject, ['apiGroup'], 'no value for a ServiceAccount');
    yield* formatAt(object, subject, ['name'], DNS_SUBDOMAIN);
    // A subject of a RoleBinding is in the namespace of the binding by default.
    if (object.kind === 'ClusterRoleBinding' && object.hasAddedNamespace !== true && (stringAt(subject.value, 'namespace') ?? '') === '')
      yield violationAt(object, subject, ['namespace'], 'the namespace of the ServiceAccount');
  } else if (kind === 'User' || kind === 'Group') {
    if (group !== '' && group !== RBAC) yield violationAt(object, subject, ['apiGroup'], RBAC);
  } else if (kind !== undefined) yield violationAt(object, subject, ['kind'], 'ServiceAccount, User or Group');
}
