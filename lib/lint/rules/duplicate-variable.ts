import { itemsOf, stringAt } from '../../manifests/values';
import { eachOnce } from '../field-checks';
import type { Rule } from '../rule';

export const duplicateVariable: Rule = {
  id: 'duplicate-variable',
  severity: 'warning',
  description: 'Container has two environment variables with the same name',
  fix: 'Remove one of them. The last one is used, and server-side apply rejects both',
  citation: 'https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/api/pod/warnings.go',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const container of containers)
        yield* eachOnce(object, itemsOf(container, 'env'), ({ value }) => stringAt(value, 'name'), ['name'], 'each name once');
    }
  },
};
