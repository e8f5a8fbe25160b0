import { isPlainObject, own, section } from '../../core/plain-object';
import { eventResources } from './events';
import { functionRole } from './function-role';
import { type GeneratedResource, generated, nameInId, picked, renamed, type SamResource } from './generated';

const SAME_NAMES = [
  'Architectures',
  'CapacityProviderConfig',
  'Description',
  'Environment',
  'EphemeralStorage',
  'FileSystemConfigs',
  'FunctionName',
  'Handler',
  'ImageConfig',
  'KmsKeyArn',
  'Layers',
  'LoggingConfig',
  'MemorySize',
  'PackageType',
  'ReservedConcurrentExecutions',
  'Runtime',
  'SnapStart',
  'Timeout',
  'VpcConfig',
];
const DESTINATIONS = ['OnSuccess', 'OnFailure'];
/** Types of destinations that SAM creates when the template names none. */
const CREATED: Readonly<Record<string, string>> = { SQS: 'Queue', SNS: 'Topic' };

/** AWS::Serverless::Function: the function, its alias and version, and the resources of its events and destinations. */
export function functionResources(resource: SamResource): readonly GeneratedResource[] {
  const { id, properties } = resource;
  const alias = own(properties, 'AutoPublishAlias');
  const url = own(properties, 'FunctionUrlConfig');
  return [
    generated(
      id,
      'AWS::Lambda::Function',
      {
        ...picked(properties, SAME_NAMES),
        Code: own(properties, 'CodeUri') ?? own(properties, 'ImageUri') ?? own(properties, 'InlineCode'),
        Role: own(properties, 'Role') ?? { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
        TracingConfig: own(properties, 'Tracing') === undefined ? undefined : { Mode: own(properties, 'Tracing') },
      },
      resource,
    ),
    ...functionRole(resource),
    ...(alias === undefined ? [] : aliasResources(resource, alias)),
    ...(url === undefined ? [] : [generated(`${id}Url`, 'AWS::Lambda::Url', { TargetFunctionArn: { Ref: id } }, resource)]),
    ...destinationResources(resource),
    ...eventResources(resource, 'function'),
  ];
}

function aliasResources(resource: SamResource, alias: unknown): readonly GeneratedResource[] {
  const { id, properties } = resource;
  const Version = { 'Fn::GetAtt': [`${id}Version`, 'Version'] };
  return [
    generated(`${id}Version`, 'AWS::Lambda::Version', { FunctionName: { Ref: id } }, resource),
    generated(
      `${id}Alias${nameInId(alias)}`,
      'AWS::Lambda::Alias',
      {
        FunctionName: { Ref: id },
        FunctionVersion: Version,
        Name: alias,
        ...renamed(properties, { ProvisionedConcurrencyConfig: 'ProvisionedConcurrencyConfig' }),
      },
      resource,
    ),
  ];
}

function destinationResources(resource: SamResource): readonly GeneratedResource[] {
  const config = section(section(resource.properties, 'EventInvokeConfig'), 'DestinationConfig');
  return DESTINATIONS.flatMap((event) => {
    const destination = own(config, event);
    if (!isPlainObject(destination) || own(destination, 'Destination') !== undefined) return [];
    const created = CREATED[String(own(destination, 'Type'))];
    if (created === undefined) return [];
    const type = created === 'Queue' ? 'AWS::SQS::Queue' : 'AWS::SNS::Topic';
    return [generated(`${resource.id}EventInvokeConfig${event}${created}`, type, {}, resource)];
  });
}
