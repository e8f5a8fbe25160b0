import { isPlainObject, own, type PlainObject, section } from '../../core/plain-object';
import { httpApiResources, restApiResources, webSocketApiResources } from './apis';
import { functionResources } from './function';
import type { GeneratedResource, SamResource } from './generated';
import { PREFIX, withGlobals } from './globals';
import { implicitApis } from './implicit-apis';
import {
  applicationResources,
  connectorResources,
  graphqlApiResources,
  layerResources,
  stateMachineResources,
  tableResources,
} from './others';

const EXPANDERS: Readonly<Record<string, (resource: SamResource) => readonly GeneratedResource[]>> = {
  'AWS::Serverless::Api': restApiResources,
  'AWS::Serverless::Application': applicationResources,
  'AWS::Serverless::Connector': connectorResources,
  'AWS::Serverless::Function': functionResources,
  'AWS::Serverless::GraphQLApi': graphqlApiResources,
  'AWS::Serverless::HttpApi': httpApiResources,
  'AWS::Serverless::LayerVersion': layerResources,
  'AWS::Serverless::SimpleTable': tableResources,
  'AWS::Serverless::StateMachine': stateMachineResources,
  'AWS::Serverless::WebSocketApi': webSocketApiResources,
};

/**
 * The template with its resources of the Serverless Application Model (SAM) replaced by those that SAM generates for them. Resources
 * that have no charge of their own, such as roles, permissions and domain names, are left out. A resource of another serverless type
 * stays. Source: AWS SAM developer guide, generated CloudFormation resources.
 */
export function withoutServerless(template: PlainObject): PlainObject {
  const entries = Object.entries(section(template, 'Resources'));
  const resources = entries.flatMap(([id, raw]) => serverlessResource(id, raw, template) ?? []);
  if (resources.length === 0) return template;
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const expanded = entries.flatMap(([id, raw]): readonly GeneratedResource[] => {
    const resource = byId.get(id);
    const expand = resource && EXPANDERS[String(own(resource.raw, 'Type'))];
    return resource === undefined || expand === undefined ? [[id, raw as PlainObject]] : expand(resource);
  });
  return { ...template, Resources: Object.fromEntries([...expanded, ...implicitApis(resources, template)]) };
}

function serverlessResource(id: string, raw: unknown, template: PlainObject): SamResource | undefined {
  if (!isPlainObject(raw)) return undefined;
  const type = own(raw, 'Type');
  if (typeof type !== 'string' || !type.startsWith(PREFIX)) return undefined;
  return { id, properties: withGlobals(section(raw, 'Properties'), type, template), raw };
}
