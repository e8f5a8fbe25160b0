import { sameValueKey } from '../check-context';
import { createdBefore } from '../created-before';
import type { Rule } from '../rule';

export const apigatewayDeploymentOrder: Rule = {
  id: 'apigateway-deployment-order',
  severity: 'error',
  description: 'Deployment of a REST API may be created before all of its methods, and API Gateway rejects one of an API without methods',
  fix: 'Add DependsOn with the methods to the deployment',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
  *check(context) {
    const methods = context.ofType('AWS::ApiGateway::Method');
    for (const deployment of context.ofType('AWS::ApiGateway::Deployment')) {
      const api = sameValueKey(deployment.properties.RestApiId);
      const own = methods.filter(({ properties }) => sameValueKey(properties.RestApiId) === api);
      const before = createdBefore(deployment, context);
      if (own.length === 0 || own.some(({ id }) => before.has(id))) continue;
      yield {
        resource: deployment,
        path: 'DependsOn',
        received: 'without a method of the API',
        expected: own.map(({ id }) => id).join(', '),
      };
    }
  },
};
