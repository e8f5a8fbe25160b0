import { quantityOf } from '../../core/quantity';
import { at, objectAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const limitBelowRequest: Rule = {
  id: 'limit-below-request',
  severity: 'error',
  description: 'Container has a limit below its request',
  fix: 'Raise the limit, or lower the request',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const { value, path } of containers) {
        for (const [resource, limit] of Object.entries(objectAt(value, 'resources', 'limits'))) {
          const request = at(value, 'resources', 'requests', resource);
          const [most, least] = [quantityOf(limit), quantityOf(request)];
          if (most === undefined || least === undefined || most >= least) continue;
          yield {
            object,
            path: [...path, 'resources', 'limits', resource],
            received: String(limit),
            expected: `at least the request, which is ${String(request)}`,
          };
        }
      }
    }
  },
};
