import { isPlainObject } from '../../core/plain-object';
import { trustStatements } from '../policies';
import type { Rule } from '../rule';
import { rawAt } from '../values';

/** Issuer of the tokens of GitHub Actions, which are the same for each customer of GitHub. */
const ISSUER = 'token.actions.githubusercontent.com';

export const iamFederatedSubject: Rule = {
  id: 'iam-federated-subject',
  severity: 'warning',
  description: 'Role trusts GitHub Actions without a condition on the repository, so workflows of other organizations may assume it',
  fix: `Add a condition on ${ISSUER}:sub, such as repo:example/shop:*`,
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  *check(context) {
    for (const { resource, path, principal, condition } of trustStatements(context)) {
      // The ARN of the provider is often an Fn::Sub with the account.
      if (JSON.stringify(rawAt(principal, 'Federated'))?.includes(`/${ISSUER}`) !== true) continue;
      if (conditionKeys(condition).some(limitsTokens)) continue;
      yield { resource, path: `${path}.Condition`, expected: `a condition on ${ISSUER}:sub` };
    }
  },
};

/** Whether a key is a claim other than the audience, which each workflow may set, or known only at deployment. */
function limitsTokens(key: string): boolean {
  return (key.startsWith(`${ISSUER}:`) && key !== `${ISSUER}:aud`) || key === 'Ref' || key.startsWith('Fn::');
}

/** `StringLike: { key: value }` has its keys below the operators. */
function conditionKeys(condition: unknown): readonly string[] {
  if (!isPlainObject(condition)) return [];
  return [...Object.keys(condition), ...Object.values(condition).flatMap((keys) => (isPlainObject(keys) ? Object.keys(keys) : []))];
}
