import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const privilegedContainer: Rule = {
  id: 'privileged-container',
  severity: 'warning',
  description: 'Container is privileged',
  fix: 'Remove privileged, and add the capability that the container requires',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const { value, path } of containers) {
        if (at(value, 'securityContext', 'privileged') !== true) continue;
        yield { object, path: [...path, 'securityContext', 'privileged'], received: 'true', expected: 'false' };
      }
    }
  },
};
