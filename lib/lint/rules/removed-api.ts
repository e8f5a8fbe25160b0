import { changeOf } from '../removed-apis';
import type { Rule } from '../rule';

export const removedApi: Rule = {
  id: 'removed-api',
  severity: 'error',
  description: 'API version has been removed from Kubernetes',
  fix: 'Use the API version that replaces it',
  *check({ objects }) {
    for (const object of objects) {
      const change = changeOf(object);
      if (change?.removedIn === undefined) continue;
      yield {
        object,
        path: ['apiVersion'],
        received: `${object.apiVersion}, which ${change.removedIn} removed`,
        expected: change.use,
        ...(change.sameIn !== undefined && { change: { kind: 'value', value: change.sameIn } }),
      };
    }
  },
};
