import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties that Cognito sets only when it creates a user pool: UpdateUserPool has none of them. */
const FIXED = ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration'];

export const cognitoSignIn: TransitionRule = {
  id: 'cognito-sign-in',
  description: 'Cognito rejects other sign-in attributes of a user pool than those of its creation',
  sources: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::Cognito::UserPool')) {
      const properties = FIXED.filter((name) => changesProperty(change, name));
      if (properties.length === 0) continue;
      const text = `${properties.join(', ')}: Cognito sets them at creation; create another user pool, and migrate its users when they sign in`;
      yield { resource: change.id, class: 'rejected', properties, text };
    }
  },
};
