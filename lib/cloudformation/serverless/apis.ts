import { own } from '../../core/plain-object';
import { type GeneratedResource, generated, nameInId, picked, renamed, type SamResource } from './generated';

/** AWS::Serverless::Api: a REST API with one stage. */
export function restApiResources(resource: SamResource): readonly GeneratedResource[] {
  const { id, properties } = resource;
  const stage = own(properties, 'StageName');
  return [
    generated(id, 'AWS::ApiGateway::RestApi', { ...picked(properties, ['EndpointConfiguration', 'Name']), ...body(resource) }, resource),
    generated(`${id}Deployment`, 'AWS::ApiGateway::Deployment', { RestApiId: { Ref: id } }, resource),
    generated(
      `${id}${nameInId(stage)}Stage`,
      'AWS::ApiGateway::Stage',
      {
        RestApiId: { Ref: id },
        StageName: stage,
        DeploymentId: { Ref: `${id}Deployment` },
        ...picked(properties, [
          'AccessLogSetting',
          'CacheClusterEnabled',
          'CacheClusterSize',
          'CanarySetting',
          'MethodSettings',
          'TracingEnabled',
          'Variables',
        ]),
      },
      resource,
    ),
  ];
}

function body({ properties }: SamResource) {
  return renamed(properties, { Body: 'DefinitionBody' });
}

/** AWS::Serverless::HttpApi: an HTTP API with one stage. */
export function httpApiResources(resource: SamResource): readonly GeneratedResource[] {
  return apiOfVersionTwo(resource, 'HTTP', 'ApiGatewayDefaultStage');
}

/** AWS::Serverless::WebSocketApi: a WebSocket API with one stage. */
export function webSocketApiResources(resource: SamResource): readonly GeneratedResource[] {
  return apiOfVersionTwo(resource, 'WEBSOCKET', 'Stage');
}

function apiOfVersionTwo(resource: SamResource, protocol: 'HTTP' | 'WEBSOCKET', defaultStage: string): readonly GeneratedResource[] {
  const { id, properties } = resource;
  const stage = own(properties, 'StageName');
  return [
    generated(id, 'AWS::ApiGatewayV2::Api', { ProtocolType: protocol, ...picked(properties, ['Name']) }, resource),
    generated(
      `${id}${stage === undefined || stage === '$default' ? defaultStage : `${nameInId(stage)}Stage`}`,
      'AWS::ApiGatewayV2::Stage',
      {
        ApiId: { Ref: id },
        StageName: stage ?? '$default',
        AutoDeploy: true,
        ...picked(properties, ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageVariables']),
      },
      resource,
    ),
  ];
}
