import { changeOf } from '../removed-apis';
import type { Rule } from '../rule';

export const deprecatedApi: Rule = {
  id: 'deprecated-api',
  severity: 'warning',
  description: 'API version is deprecated',
  fix: 'Use the API version that replaces it',
  *check({ objects }) {
    for (const object of objects) {
      const change = changeOf(object);
      if (change === undefined || change.removedIn !== undefined) continue;
      yield {
        object,
        path: ['apiVersion'],
        received: `${object.apiVersion}, deprecated since ${change.deprecatedIn}`,
        expected: change.use,
      };
    }
  },
};
