import { all, is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isKnownNumber, numberAt } from '../values';

/** The results of an authorizer are cached for 300 seconds by default; 0 turns the cache off. */
const CACHES = {
  holds: (authorizer: unknown) => {
    const seconds = numberAt(authorizer, 'AuthorizerResultTtlInSeconds') ?? 300;
    return isKnownNumber(seconds) && seconds > 0;
  },
  words: 'a cache',
};

export const apigatewayMethodAuthorizer: Rule = {
  id: 'apigateway-method-authorizer',
  severity: 'error',
  description:
    'Method of a REST API requires an authorizer and names none, or authorizer requires a user pool, a function or an identity source and names none',
  fix: 'Set AuthorizerId of the method, ProviderARNs of an authorizer with type COGNITO_USER_POOLS, and AuthorizerUri and IdentitySource of others; REQUEST without a cache needs no IdentitySource',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
  unsettled:
    'The page states methods. Authorizers: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html',
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
      when(is('Type', 'TOKEN', 'REQUEST'), required('AuthorizerUri', 'the URI of a function')),
      when(is('Type', 'TOKEN'), required('IdentitySource', 'a header')),
      when(all(is('Type', 'REQUEST'), CACHES), required('IdentitySource', 'the parameters that identify a request')),
    );
  },
};
