import { at, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const clusterAdmin: Rule = {
  id: 'cluster-admin',
  severity: 'warning',
  set: 'security',
  description: 'Binding grants every permission in the cluster',
  fix: 'Bind a role with the permissions that are used',
  citation: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  *check({ ofKind }) {
    for (const object of ofKind('ClusterRoleBinding', 'RoleBinding')) {
      if (at(object.raw, 'roleRef', 'kind') !== 'ClusterRole' || stringAt(object.raw, 'roleRef', 'name') !== 'cluster-admin') continue;
      yield { object, path: ['roleRef', 'name'], received: '"cluster-admin"', expected: 'a role with the permissions that are used' };
    }
  },
};
