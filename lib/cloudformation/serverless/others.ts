import { isPlainObject, own, section } from '../../core/plain-object';
import { eventResources } from './events';
import { type GeneratedResource, generated, nameInId, picked, renamed, type SamResource } from './generated';

/** AWS::Serverless::SimpleTable: a table with on-demand capacity, unless it has provisioned throughput. */
export function tableResources(resource: SamResource): readonly GeneratedResource[] {
  const { id, properties } = resource;
  const throughput = own(properties, 'ProvisionedThroughput');
  const same = picked(properties, ['PointInTimeRecoverySpecification', 'SSESpecification', 'TableName']);
  const mode = throughput === undefined ? { BillingMode: 'PAY_PER_REQUEST' } : { ProvisionedThroughput: throughput };
  return [generated(id, 'AWS::DynamoDB::Table', { ...same, ...mode }, resource)];
}

/** AWS::Serverless::StateMachine: the state machine, its version and alias, and the resources of its events. */
export function stateMachineResources(resource: SamResource): readonly GeneratedResource[] {
  const { id, properties } = resource;
  const alias = own(properties, 'AutoPublishAlias');
  return [
    generated(
      id,
      'AWS::StepFunctions::StateMachine',
      {
        ...picked(properties, ['DefinitionSubstitutions', 'Role']),
        ...renamed(properties, {
          DefinitionString: 'Definition',
          LoggingConfiguration: 'Logging',
          StateMachineName: 'Name',
          StateMachineType: 'Type',
          TracingConfiguration: 'Tracing',
        }),
      },
      resource,
    ),
    ...(alias === undefined
      ? []
      : [
          generated(`${id}Version`, 'AWS::StepFunctions::StateMachineVersion', { StateMachineArn: { Ref: id } }, resource),
          generated(`${id}Alias${nameInId(alias)}`, 'AWS::StepFunctions::StateMachineAlias', { Name: alias }, resource),
        ]),
    ...eventResources(resource, 'state-machine'),
  ];
}

/** AWS::Serverless::LayerVersion. */
export function layerResources(resource: SamResource): readonly GeneratedResource[] {
  const names = ['CompatibleArchitectures', 'CompatibleRuntimes', 'Description', 'LayerName', 'LicenseInfo'];
  return [generated(resource.id, 'AWS::Lambda::LayerVersion', picked(resource.properties, names), resource)];
}

/** AWS::Serverless::Application: a nested stack. An application of the Serverless Application Repository has no template here. */
export function applicationResources(resource: SamResource): readonly GeneratedResource[] {
  const location = own(resource.properties, 'Location');
  const TemplateURL = isPlainObject(location) && own(location, 'ApplicationId') !== undefined ? undefined : location;
  return [generated(resource.id, 'AWS::CloudFormation::Stack', { TemplateURL, ...picked(resource.properties, ['Parameters']) }, resource)];
}

/** AWS::Serverless::GraphQLApi: the API, and its cache. */
export function graphqlApiResources(resource: SamResource): readonly GeneratedResource[] {
  const { id, properties } = resource;
  const cache = section(properties, 'Cache');
  return [
    generated(id, 'AWS::AppSync::GraphQLApi', picked(properties, ['Name', 'XrayEnabled', 'Visibility']), resource),
    ...(Object.hasOwn(properties, 'Cache')
      ? [generated(`${id}ApiCache`, 'AWS::AppSync::ApiCache', { ApiId: { 'Fn::GetAtt': [id, 'ApiId'] }, ...cache }, resource)]
      : []),
  ];
}

/** AWS::Serverless::Connector adds permissions only. */
export function connectorResources({ id, raw }: SamResource): readonly GeneratedResource[] {
  return [generated(`${id}Policy`, 'AWS::IAM::ManagedPolicy', {}, { raw })];
}
