import { isAnyone, trustStatements } from '../policies';
import type { Rule } from '../rule';

export const iamTrustAnyone: Rule = {
  id: 'iam-trust-anyone',
  severity: 'warning',
  description: 'Every AWS account may assume the role',
  fix: 'Name the principals, or add a condition such as aws:PrincipalOrgID',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  *check(context) {
    for (const { resource, path, principal, condition } of trustStatements(context)) {
      if (isAnyone(principal) && condition === undefined)
        yield { resource, path: `${path}.Principal`, received: '"*"', expected: 'the accounts, roles or services that assume it' };
    }
  },
};
