import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const appsyncAuthentication: Rule = {
  id: 'appsync-authentication',
  severity: 'error',
  description: 'GraphQL API has an authentication type without its configuration',
  fix: 'Set UserPoolConfig, OpenIDConnectConfig or LambdaAuthorizerConfig',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-graphqlapi.html',
  unsettled: 'The page does not say that the configurations are required; without one, AppSync has nothing to verify tokens with',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AppSync::GraphQLApi',
      when(is('AuthenticationType', 'AMAZON_COGNITO_USER_POOLS'), required('UserPoolConfig')),
      when(is('AuthenticationType', 'OPENID_CONNECT'), required('OpenIDConnectConfig')),
      when(is('AuthenticationType', 'AWS_LAMBDA'), required('LambdaAuthorizerConfig')),
    ),
};
