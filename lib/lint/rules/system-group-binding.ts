import { shown } from '../../core/problems';
import { itemsAt, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const systemGroupBinding: Rule = {
  id: 'system-group-binding',
  severity: 'warning',
  set: 'security',
  description: 'Binding has a subject without authentication, or with every permission',
  fix: 'Bind the role to users, groups or ServiceAccounts that need it',
  citation: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  *check({ ofKind }) {
    for (const object of ofKind('ClusterRoleBinding', 'RoleBinding')) {
      for (const { value, path } of itemsAt(object.raw, 'subjects')) {
        const name = stringAt(value, 'name') ?? '';
        if (!SUBJECTS.includes(name)) continue;
        yield { object, path: [...path, 'name'], received: shown(name), expected: 'a user, group or ServiceAccount of its own' };
      }
    }
  },
};

const SUBJECTS: readonly string[] = ['system:anonymous', 'system:unauthenticated', 'system:masters'];
