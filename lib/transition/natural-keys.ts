import type { TemplateResource } from '../cloudformation/template-resource';
import { valueAt } from './property-value';
import { resourceModel } from './resource-model';

/** Properties that identify a resource for its service, besides the ID that the service assigns. */
export interface NaturalKey {
  /** Paths of the properties, with dots. A service has one resource at most for each combination of their values. */
  readonly properties: readonly string[];
  /** Those without which a resource has no key, because CloudFormation or the service generates the name. */
  readonly required: readonly string[];
}

/**
 * Natural keys of types that CloudFormation identifies by an ID or ARN, which their service assigns, and keys that are shorter than the
 * primary identifier. Sources: the errors of the APIs that create them, such as `DuplicateListener` of Elastic Load Balancing,
 * `InvalidSubnet.Conflict` and `Resource.AlreadyAssociated` of EC2, and `ResourceConflictException` of Lambda.
 */
const OWN_KEYS: ReadonlyMap<string, NaturalKey> = new Map([
  named('AWS::AmazonMQ::Broker', 'BrokerName'),
  key('AWS::ApiGateway::BasePathMapping', 'DomainName', 'BasePath'),
  key('AWS::ApiGateway::Resource', 'RestApiId', 'ParentId', 'PathPart'),
  key('AWS::ApiGatewayV2::ApiMapping', 'DomainName', 'ApiMappingKey'),
  key('AWS::ApiGatewayV2::Route', 'ApiId', 'RouteKey'),
  named('AWS::ApplicationAutoScaling::ScalingPolicy', 'PolicyName', 'ScalingTargetId'),
  named('AWS::Backup::BackupVault', 'BackupVaultName'),
  named('AWS::Batch::ComputeEnvironment', 'ComputeEnvironmentName'),
  named('AWS::Batch::JobQueue', 'JobQueueName'),
  named('AWS::CloudFront::CachePolicy', 'CachePolicyConfig.Name'),
  named('AWS::CloudFront::Distribution', 'DistributionConfig.Aliases'),
  named('AWS::CloudFront::Function', 'Name'),
  named('AWS::CloudFront::OriginAccessControl', 'OriginAccessControlConfig.Name'),
  named('AWS::CloudFront::OriginRequestPolicy', 'OriginRequestPolicyConfig.Name'),
  named('AWS::CloudFront::ResponseHeadersPolicy', 'ResponseHeadersPolicyConfig.Name'),
  named('AWS::CodeBuild::Project', 'Name'),
  named('AWS::DocDB::DBCluster', 'DBClusterIdentifier'),
  named('AWS::DocDB::DBInstance', 'DBInstanceIdentifier'),
  named('AWS::EC2::LaunchTemplate', 'LaunchTemplateName'),
  named('AWS::EC2::NatGateway', 'AllocationId'),
  named('AWS::EC2::PlacementGroup', 'GroupName'),
  key('AWS::EC2::Route', 'RouteTableId', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock'),
  named('AWS::EC2::SecurityGroup', 'GroupName', 'VpcId'),
  key('AWS::EC2::SecurityGroupEgress', 'GroupId', 'IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', 'DestinationSecurityGroupId'),
  key('AWS::EC2::SecurityGroupIngress', 'GroupId', 'IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', 'SourceSecurityGroupId'),
  named('AWS::EC2::Subnet', 'CidrBlock', 'VpcId'),
  key('AWS::EC2::SubnetRouteTableAssociation', 'SubnetId'),
  key('AWS::EC2::TransitGatewayAttachment', 'TransitGatewayId', 'VpcId'),
  key('AWS::EC2::TransitGatewayVpcAttachment', 'TransitGatewayId', 'VpcId'),
  key('AWS::EC2::VPCGatewayAttachment', 'VpcId'),
  key('AWS::EC2::VolumeAttachment', 'VolumeId'),
  named('AWS::ECS::Service', 'ServiceName', 'Cluster'),
  key('AWS::EFS::MountTarget', 'FileSystemId', 'SubnetId'),
  named('AWS::EKS::Nodegroup', 'NodegroupName', 'ClusterName'),
  key('AWS::EKS::PodIdentityAssociation', 'ClusterName', 'Namespace', 'ServiceAccount'),
  named('AWS::ElastiCache::ParameterGroup', 'CacheParameterGroupName'),
  key('AWS::ElasticLoadBalancingV2::Listener', 'LoadBalancerArn', 'Port'),
  key('AWS::ElasticLoadBalancingV2::ListenerRule', 'ListenerArn', 'Priority'),
  named('AWS::ElasticLoadBalancingV2::LoadBalancer', 'Name'),
  named('AWS::ElasticLoadBalancingV2::TargetGroup', 'Name'),
  named('AWS::Elasticsearch::Domain', 'DomainName'),
  named('AWS::Events::EventBus', 'Name'),
  named('AWS::Events::Rule', 'Name', 'EventBusName'),
  named('AWS::IAM::ManagedPolicy', 'ManagedPolicyName'),
  named('AWS::IAM::OIDCProvider', 'Url'),
  named('AWS::IAM::SAMLProvider', 'Name'),
  key('AWS::Lambda::Alias', 'FunctionName', 'Name'),
  named('AWS::Lambda::EventSourceMapping', 'EventSourceArn', 'FunctionName'),
  key('AWS::Lambda::Url', 'TargetFunctionArn', 'Qualifier'),
  named('AWS::MSK::Cluster', 'ClusterName'),
  named('AWS::RDS::DBParameterGroup', 'DBParameterGroupName'),
  key('AWS::Route53::RecordSet', 'HostedZoneId', 'HostedZoneName', 'Name', 'Type', 'SetIdentifier'),
  named('AWS::SNS::Topic', 'TopicName'),
  named('AWS::SQS::Queue', 'QueueName'),
  named('AWS::SecretsManager::Secret', 'Name'),
  key('AWS::ServiceDiscovery::HttpNamespace', 'Name'),
  key('AWS::ServiceDiscovery::PrivateDnsNamespace', 'Name', 'Vpc'),
  named('AWS::ServiceDiscovery::Service', 'Name', 'NamespaceId'),
  named('AWS::StepFunctions::Activity', 'Name'),
  named('AWS::StepFunctions::StateMachine', 'StateMachineName'),
  named('AWS::WAFv2::IPSet', 'Name', 'Scope'),
  named('AWS::WAFv2::RegexPatternSet', 'Name', 'Scope'),
  named('AWS::WAFv2::RuleGroup', 'Name', 'Scope'),
  named('AWS::WAFv2::WebACL', 'Name', 'Scope'),
  key('AWS::WAFv2::WebACLAssociation', 'ResourceArn'),
]);

/** Keys of types that were looked up in the specification; undefined for a type without one. */
const specified = new Map<string, NaturalKey | undefined>();

/** The values of the key of a resource, in one string; undefined when it has none, or its name is generated. */
export function naturalKeyOf(resource: TemplateResource): string | undefined {
  const found = keyOf(resource.type);
  if (found === undefined || found.required.some((path) => keyValue(resource, path) === undefined)) return undefined;
  return JSON.stringify(found.properties.map((path) => shownValue(keyValue(resource, path))));
}

/** Properties of the natural key that a resource has, as paths; empty for a type without a key. */
export function keyProperties(resource: TemplateResource): readonly string[] {
  return (keyOf(resource.type)?.properties ?? []).filter((path) => keyValue(resource, path) !== undefined);
}

/** Value of a property of a natural key. */
export function keyValue({ properties }: TemplateResource, path: string): unknown {
  return valueAt(properties, ...path.split('.'));
}

function keyOf(type: string): NaturalKey | undefined {
  if (!specified.has(type)) specified.set(type, OWN_KEYS.get(type) ?? primaryIdentifier(type));
  return specified.get(type);
}

/**
 * The primary identifier of a type, if it consists of properties that a template sets. A second resource with the same identifier cannot
 * be created: the handler of the type returns `AlreadyExists`. Source: CloudFormation CLI user guide, "Resource type handler contract",
 * create handlers.
 */
function primaryIdentifier(type: string): NaturalKey | undefined {
  const { primaryIdentifier: names = [], properties = {}, attributes = {} } = resourceModel(type) ?? {};
  const isWritten = names.length > 0 && names.every((name) => Object.hasOwn(properties, name) && !Object.hasOwn(attributes, name));
  return isWritten ? { properties: names, required: names } : undefined;
}

function key(type: string, ...properties: readonly string[]): readonly [string, NaturalKey] {
  return [type, { properties, required: [] }];
}

/** The first property is the name. */
function named(type: string, name: string, ...scope: readonly string[]): readonly [string, NaturalKey] {
  return [type, { properties: [name, ...scope], required: [name] }];
}

/** Numbers and strings of the same digits are the same for CloudFormation. */
function shownValue(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? null);
}
