import { shown } from '../../core/problems';
import { stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const seccompProfile: Rule = {
  id: 'seccomp-profile',
  severity: 'warning',
  description: 'Container has no seccomp profile',
  fix: 'Set seccompProfile: { type: RuntimeDefault } on the pod',
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      for (const { value, path } of containers) {
        const own = stringAt(value, 'securityContext', 'seccompProfile', 'type');
        const type = own ?? stringAt(pod.value, 'securityContext', 'seccompProfile', 'type');
        if (type !== undefined && type !== 'Unconfined') continue;
        const place = [...path, 'securityContext', 'seccompProfile'];
        yield {
          object,
          path: place,
          ...(type !== undefined && { received: shown(type) }),
          expected: 'RuntimeDefault, on the container or the pod',
        };
      }
    }
  },
};
