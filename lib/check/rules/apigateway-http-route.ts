import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { is } from '../property-condition';
import { matching, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { stringAt } from '../values';

const KEY = matching(
  'RouteKey',
  /^(\$default|(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) \/.*)$/,
  '$default, or a method and a path that begins with a slash',
);
const NAME = matching('StageName', /^(\$default|[a-zA-Z0-9_-]{1,128})$/, '$default, or letters, digits, hyphens and underscores');

export const apigatewayHttpRoute: Rule = {
  id: 'apigateway-http-route',
  severity: 'error',
  description: 'Route of an HTTP API has an invalid key, a JWT authorizer has no configuration, or a stage has an invalid name',
  fix: 'Write the key as GET /orders or $default, set JwtConfiguration, and name stages with letters, digits, hyphens and underscores',
  citation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html',
  unsettled:
    'The page states the keys. The references state the others: https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::ApiGatewayV2::Authorizer', when(is('AuthorizerType', 'JWT'), required('JwtConfiguration')));
    for (const [type, requirement] of [
      ['AWS::ApiGatewayV2::Route', KEY],
      ['AWS::ApiGatewayV2::Stage', NAME],
    ] as const) {
      for (const resource of context.ofType(type)) {
        if (!isOfHttpApi(resource, context)) continue;
        for (const breach of requirement(resource.properties, 'Properties')) yield { resource, ...breach };
      }
    }
  },
};

function isOfHttpApi({ properties }: TemplateResource, context: CheckContext): boolean {
  return stringAt(context.targetOf('AWS::ApiGatewayV2::Api', properties.ApiId)?.properties, 'ProtocolType') === 'HTTP';
}
