import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const missingMemoryLimit: Rule = {
  id: 'missing-memory-limit',
  severity: 'warning',
  set: 'reliability',
  description: 'Container has no memory limit, so it may use all memory of its node',
  fix: 'Set resources.limits.memory, so that a leak ends the container instead of other pods',
  citation: 'https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/#if-you-do-not-specify-a-memory-limit',
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      if (at(pod.value, 'resources', 'limits', 'memory') !== undefined) continue;
      for (const { value, path } of containers) {
        if (at(value, 'resources', 'limits', 'memory') !== undefined) continue;
        yield { object, path: [...path, 'resources', 'limits', 'memory'], expected: 'a quantity such as 256Mi' };
      }
    }
  },
};
