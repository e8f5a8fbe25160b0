import type { Rule } from '../rule';
import { isAbsent, stringAt } from '../values';

const WITH_AUTHORIZER = ['CUSTOM', 'COGNITO_USER_POOLS'];

export const apigatewayMethodAuthorizer: Rule = {
  id: 'apigateway-method-authorizer',
  severity: 'error',
  description: 'Method of a REST API requires an authorizer and names none, or authorizer requires a user pool and names none',
  fix: 'Set AuthorizerId of the method, and ProviderARNs of an authorizer with type COGNITO_USER_POOLS',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
  *check(context) {
    for (const method of context.ofType('AWS::ApiGateway::Method')) {
      const type = stringAt(method.properties, 'AuthorizationType');
      if (typeof type !== 'string' || !WITH_AUTHORIZER.includes(type) || !isAbsent(method.properties, 'AuthorizerId')) continue;
      yield { resource: method, path: 'Properties.AuthorizerId', expected: `an authorizer for AuthorizationType ${type}` };
    }
    for (const authorizer of context.ofType('AWS::ApiGateway::Authorizer')) {
      if (stringAt(authorizer.properties, 'Type') !== 'COGNITO_USER_POOLS' || !isAbsent(authorizer.properties, 'ProviderARNs')) continue;
      yield { resource: authorizer, path: 'Properties.ProviderARNs', expected: 'the ARNs of user pools' };
    }
  },
};
