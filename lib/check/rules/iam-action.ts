import { shown } from '../../core/problems';
import { bucketStatements, identityStatements, trustStatements } from '../policies';
import type { Rule } from '../rule';

export const iamAction: Rule = {
  id: 'iam-action',
  severity: 'error',
  description: 'Action of a policy has no service prefix, which IAM rejects',
  fix: 'Write the service before the action, such as s3:GetObject',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  *check(context) {
    for (const { resource, path, actions } of [identityStatements, trustStatements, bucketStatements].flatMap((of) => of(context))) {
      const action = actions.find((each) => each !== '*' && !each.includes(':'));
      if (action !== undefined)
        yield { resource, path: `${path}.Action`, received: shown(action), expected: 'a service prefix and an action' };
    }
  },
};
