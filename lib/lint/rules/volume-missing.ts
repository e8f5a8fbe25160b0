import { didYouMean, shown } from '../../core/problems';
import { itemsOf, stringAt } from '../../manifests/values';
import { isChanged } from '../doubtful';
import type { Rule } from '../rule';
import { volumeNames } from '../workload';

export const volumeMissing: Rule = {
  id: 'volume-missing',
  severity: 'error',
  description: 'Container mounts a volume that the pod does not have',
  fix: 'Add the volume, or name an existing one',
  *check({ workloads }) {
    for (const workload of workloads) {
      if (isChanged(workload.object, [...workload.pod.path, 'volumes'])) continue;
      const names = volumeNames(workload);
      for (const container of workload.containers) {
        for (const { value, path } of itemsOf(container, 'volumeMounts')) {
          const name = stringAt(value, 'name');
          if (name === undefined || names.has(name)) continue;
          const suggestion = didYouMean(name, [...names]);
          const expected = names.size === 0 ? 'a volume of the pod, which has none' : `one of ${[...names].join(', ')}`;
          yield {
            object: workload.object,
            path: [...path, 'name'],
            received: shown(name),
            expected,
            ...(suggestion !== undefined && { suggestion }),
          };
        }
      }
    }
  },
};
