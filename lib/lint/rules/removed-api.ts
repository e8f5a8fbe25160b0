import { changeOf } from '../removed-apis';
import type { Rule } from '../rule';

export const removedApi: Rule = {
  id: 'removed-api',
  severity: 'error',
  description: 'a version of the API that Kubernetes has removed',
  fix: 'write the object in the version that replaced it',
  *check({ objects }) {
    for (const object of objects) {
      const change = changeOf(object);
      if (change?.removedIn === undefined) continue;
      yield {
        object,
        path: ['apiVersion'],
        received: `${object.apiVersion}, which ${change.removedIn} does not have any more`,
        expected: change.use,
      };
    }
  },
};
