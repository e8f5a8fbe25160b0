import { shown } from '../../core/problems';
import { trustStatements } from '../policies';
import type { Rule } from '../rule';

export const iamTrustAction: Rule = {
  id: 'iam-trust-action',
  severity: 'error',
  description: 'Trust policy of a role allows an action that is not one of AWS STS, which IAM rejects',
  fix: 'Allow sts:AssumeRole here, and other actions in a policy of the role',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
  unsettled: 'The guide describes who may assume the role; the rejection of other actions is stated by the message of IAM only',
  *check(context) {
    for (const { resource, path, actions } of trustStatements(context)) {
      const other = actions.find((action) => action !== '*' && !action.toLowerCase().startsWith('sts:'));
      if (other !== undefined) yield { resource, path: `${path}.Action`, received: shown(other), expected: 'actions of AWS STS' };
    }
  },
};
