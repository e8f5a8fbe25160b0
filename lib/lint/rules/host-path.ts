import { shown } from '../../core/problems';
import { at, itemsOf, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const hostPath: Rule = {
  id: 'host-path',
  severity: 'warning',
  description: 'Volume mounts a path of the node',
  fix: 'Use a PersistentVolumeClaim, an emptyDir or a projected volume',
  *check({ workloads }) {
    for (const { object, pod } of workloads) {
      for (const { value, path } of itemsOf(pod, 'volumes')) {
        if (at(value, 'hostPath') === undefined) continue;
        yield {
          object,
          path: [...path, 'hostPath'],
          received: shown(stringAt(value, 'hostPath', 'path') ?? ''),
          expected: 'a volume of the cluster',
        };
      }
    }
  },
};
