import type { Rule } from '../rule';
import { isAbsent, itemsAt } from '../values';

export const apigatewayPrivatePolicy: Rule = {
  id: 'apigateway-private-policy',
  severity: 'error',
  description: 'Private REST API has no resource policy, without which API Gateway does not deploy it',
  fix: 'Set Policy, with a condition on the VPC or the endpoint',
  citation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html',
  *check(context) {
    for (const resource of context.ofType('AWS::ApiGateway::RestApi')) {
      const { properties } = resource;
      if (!itemsAt(properties, 'EndpointConfiguration', 'Types').includes('PRIVATE')) continue;
      // The definition of the API may contain the policy.
      if (['Policy', 'Body', 'BodyS3Location', 'CloneFrom'].every((name) => isAbsent(properties, name)))
        yield { resource, path: 'Properties.Policy', expected: 'a resource policy' };
    }
  },
};
