import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const runAsRoot: Rule = {
  id: 'run-as-root',
  severity: 'warning',
  description: 'Container can run as root',
  fix: 'Set runAsNonRoot: true on the pod, and run the image as a non-root user',
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      for (const { value, path } of containers) {
        const setting = (field: string) => at(value, 'securityContext', field) ?? at(pod.value, 'securityContext', field);
        const place = [...path, 'securityContext', 'runAsNonRoot'];
        const isRoot = setting('runAsUser') === 0;
        if (isRoot)
          yield { object, path: [...path, 'securityContext', 'runAsUser'], received: '0, which is root', expected: 'a non-root user' };
        else if (setting('runAsNonRoot') === false) yield { object, path: place, received: 'false', expected: 'true' };
        else if (setting('runAsNonRoot') !== true) yield { object, path: place, expected: 'true, on the container or the pod' };
      }
    }
  },
};
