import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const privilegeEscalation: Rule = {
  id: 'privilege-escalation',
  severity: 'warning',
  description: 'Container allows privilege escalation',
  fix: 'Set allowPrivilegeEscalation: false',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const { value, path } of containers) {
        const setting = at(value, 'securityContext', 'allowPrivilegeEscalation');
        // The API server rejects `false` in a privileged container.
        if (setting === false || at(value, 'securityContext', 'privileged') === true) continue;
        yield {
          object,
          path: [...path, 'securityContext', 'allowPrivilegeEscalation'],
          ...(setting === true && { received: 'true' }),
          expected: 'false',
        };
      }
    }
  },
};
