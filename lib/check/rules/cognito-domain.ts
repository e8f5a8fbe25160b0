import { lacks } from '../property-condition';
import { matching, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const cognitoDomain: Rule = {
  id: 'cognito-domain',
  severity: 'error',
  description: 'Prefix of the domain of a user pool contains aws, amazon or cognito, which are reserved',
  fix: 'Choose another prefix, or a custom domain',
  citation: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Cognito::UserPoolDomain',
      when(lacks('CustomDomainConfig'), matching('Domain', /^(?!.*(aws|amazon|cognito))/, 'a prefix without aws, amazon and cognito')),
    ),
};
