import { itemsAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const wildcardPermission: Rule = {
  id: 'wildcard-permission',
  severity: 'warning',
  set: 'security',
  description: 'Role allows every verb or every resource',
  fix: 'List the verbs and resources that are used. A wildcard includes those that are added later',
  citation: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  *check({ ofKind }) {
    for (const object of ofKind('Role', 'ClusterRole')) {
      for (const { value, path } of itemsAt(object.raw, 'rules')) {
        for (const field of ['verbs', 'resources']) {
          const listed = value[field];
          if (!Array.isArray(listed) || !listed.includes('*')) continue;
          yield { object, path: [...path, field], received: '"*"', expected: `the ${field} that are used` };
        }
      }
    }
  },
};
