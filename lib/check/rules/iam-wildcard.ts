import { shown } from '../../core/problems';
import { identityStatements } from '../policies';
import type { Rule } from '../rule';

export const iamWildcard: Rule = {
  id: 'iam-wildcard',
  severity: 'warning',
  description: 'Policy allows every action of a service, or of all, on every resource',
  fix: 'Name the actions, and the ARNs of the resources',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  *check(context) {
    for (const { resource, path, actions, resources, condition } of identityStatements(context)) {
      const all = actions.find((action) => action === '*' || action.endsWith(':*'));
      if (all === undefined || condition !== undefined || !resources.includes('*')) continue;
      yield { resource, path: `${path}.Action`, received: `${shown(all)} on "*"`, expected: 'the actions that are needed' };
    }
  },
};
