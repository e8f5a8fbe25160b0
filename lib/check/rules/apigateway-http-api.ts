import type { TemplateResource } from '../../cloudformation/template-resource';
import { sameValueKey } from '../check-context';
import type { Rule } from '../rule';
import { isAbsent, isFlag, isKnownNumber, isKnownString, itemsAt, numberAt, stringAt } from '../values';

/** Integration types that HTTP APIs support. */
const INTEGRATIONS = ['AWS_PROXY', 'HTTP_PROXY'];
const MOST_MILLISECONDS = 30_000;

export const apigatewayHttpApi: Rule = {
  id: 'apigateway-http-api',
  severity: 'error',
  description: 'HTTP or WebSocket API has an integration, route or setting that API Gateway rejects for its protocol',
  fix: 'Use AWS_PROXY or HTTP_PROXY with HTTP APIs, one route for each key, and RouteSelectionExpression with WebSocket APIs',
  citation: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html',
  unsettled:
    'The references of the API do not state that routes and credentials are restricted. Known from the errors of API Gateway are "allow-credentials is not supported if \'allow-origin\' is *" and "Route with key GET /orders already exists for this API"',
  *check(context) {
    const api = 'AWS::ApiGatewayV2::Api';
    for (const resource of context.ofType(api)) {
      const { properties } = resource;
      if (stringAt(properties, 'ProtocolType') === 'WEBSOCKET' && isAbsent(properties, 'RouteSelectionExpression'))
        yield { resource, path: 'Properties.RouteSelectionExpression', expected: 'an expression for a WebSocket API' };
      const origins = itemsAt(properties, 'CorsConfiguration', 'AllowOrigins');
      if (isFlag(true, properties, 'CorsConfiguration', 'AllowCredentials') && origins.includes('*'))
        yield {
          resource,
          path: 'Properties.CorsConfiguration.AllowOrigins',
          received: '* with AllowCredentials',
          expected: 'the origins that may send credentials',
        };
    }
    const protocolOf = (resource: TemplateResource) =>
      stringAt(context.targetOf(api, resource.properties.ApiId)?.properties, 'ProtocolType');
    for (const resource of context.ofType('AWS::ApiGatewayV2::Integration')) {
      if (protocolOf(resource) !== 'HTTP') continue;
      const [type, milliseconds] = [stringAt(resource.properties, 'IntegrationType'), numberAt(resource.properties, 'TimeoutInMillis')];
      if (isKnownString(type) && !INTEGRATIONS.includes(type))
        yield { resource, path: 'Properties.IntegrationType', received: type, expected: `${INTEGRATIONS.join(' or ')} for an HTTP API` };
      if (isKnownNumber(milliseconds) && milliseconds > MOST_MILLISECONDS)
        yield { resource, path: 'Properties.TimeoutInMillis', received: String(milliseconds), expected: `at most ${MOST_MILLISECONDS}` };
      if (type === 'HTTP_PROXY' && stringAt(resource.properties, 'PayloadFormatVersion') === '2.0')
        yield { resource, path: 'Properties.PayloadFormatVersion', received: '2.0 with HTTP_PROXY', expected: '1.0' };
    }
    const first = new Map<string, TemplateResource>();
    for (const resource of context.ofType('AWS::ApiGatewayV2::Route')) {
      const key = stringAt(resource.properties, 'RouteKey');
      if (!isKnownString(key) || context.isConditional(resource)) continue;
      const route = `${key} ${sameValueKey(resource.properties.ApiId)}`;
      const other = first.get(route);
      first.set(route, other ?? resource);
      if (other !== undefined)
        yield { resource, path: 'Properties.RouteKey', received: `${key}, as ${other.id}`, expected: 'a key that no other route has' };
    }
  },
};
