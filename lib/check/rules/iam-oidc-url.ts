import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const iamOidcUrl: Rule = {
  id: 'iam-oidc-url',
  severity: 'error',
  description: 'URL of an OpenID Connect provider does not begin with https:// or has a port or a query',
  fix: 'Set the URL of the issuer',
  citation: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::IAM::OIDCProvider',
      matching('Url', /^https:\/\/[^/:?]+(\/[^?]*)?$/, 'a URL with https, and without a port and a query'),
    ),
};
