import { at, objectAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const missingRequests: Rule = {
  id: 'missing-requests',
  severity: 'warning',
  description: 'Container has no resource requests',
  fix: 'Set resources.requests for cpu and memory. The scheduler and the estimate rely on them',
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      // Requests of the pod replace those of its containers.
      const shared = objectAt(pod.value, 'resources', 'requests');
      for (const { value, path } of containers) {
        for (const resource of ['cpu', 'memory']) {
          const given = [at(value, 'resources', 'requests', resource), at(value, 'resources', 'limits', resource), at(shared, resource)];
          if (given.some((quantity) => quantity !== undefined)) continue;
          yield {
            object,
            path: [...path, 'resources', 'requests', resource],
            expected: resource === 'cpu' ? 'a quantity such as 250m' : 'a quantity such as 256Mi',
          };
        }
      }
    }
  },
};
