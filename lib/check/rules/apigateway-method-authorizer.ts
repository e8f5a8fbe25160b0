import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const apigatewayMethodAuthorizer: Rule = {
  id: 'apigateway-method-authorizer',
  severity: 'error',
  description: 'Method of a REST API requires an authorizer and names none, or authorizer requires a user pool and names none',
  fix: 'Set AuthorizerId of the method, and ProviderARNs of an authorizer with type COGNITO_USER_POOLS',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::ApiGateway::Method',
      when(is('AuthorizationType', 'CUSTOM', 'COGNITO_USER_POOLS'), required('AuthorizerId', 'an authorizer')),
    );
    yield* violationsOf(
      context,
      'AWS::ApiGateway::Authorizer',
      when(is('Type', 'COGNITO_USER_POOLS'), required('ProviderARNs', 'the ARNs of user pools')),
    );
  },
};
