import type { TemplateResource } from '../cloudformation/template-resource';

/** Properties that identify a resource for its service, besides the ID that the service assigns. */
export interface NaturalKey {
  /** CloudFormation type. */
  readonly type: string;
  /** Names of the properties. A service has one resource at most for each combination of their values. */
  readonly properties: readonly string[];
  /** Whether the key is a name that CloudFormation generates when it is absent. Default: false. */
  readonly isGenerated?: true;
}

/**
 * The natural key of each type that has one. Sources: the primary identifiers and the names of the CloudFormation resource
 * types, and of the APIs that return "already exists".
 */
export const NATURAL_KEYS: readonly NaturalKey[] = [
  named('AWS::ApiGatewayV2::DomainName', 'DomainName'),
  key('AWS::ApplicationAutoScaling::ScalableTarget', 'ServiceNamespace', 'ResourceId', 'ScalableDimension'),
  named('AWS::ApplicationAutoScaling::ScalingPolicy', 'PolicyName', 'ScalingTargetId'),
  named('AWS::AutoScaling::AutoScalingGroup', 'AutoScalingGroupName'),
  named('AWS::CloudWatch::Alarm', 'AlarmName'),
  named('AWS::CloudWatch::Dashboard', 'DashboardName'),
  named('AWS::DocDB::DBCluster', 'DBClusterIdentifier'),
  named('AWS::DocDB::DBInstance', 'DBInstanceIdentifier'),
  named('AWS::DynamoDB::Table', 'TableName'),
  named('AWS::EC2::LaunchTemplate', 'LaunchTemplateName'),
  key('AWS::EC2::Route', 'RouteTableId', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock'),
  named('AWS::EC2::SecurityGroup', 'GroupName', 'VpcId'),
  key('AWS::EC2::SecurityGroupEgress', 'GroupId', 'IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', 'DestinationSecurityGroupId'),
  key('AWS::EC2::SecurityGroupIngress', 'GroupId', 'IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', 'SourceSecurityGroupId'),
  key('AWS::EC2::SubnetRouteTableAssociation', 'SubnetId'),
  key('AWS::EC2::VPCGatewayAttachment', 'VpcId'),
  named('AWS::ECR::Repository', 'RepositoryName'),
  named('AWS::ECS::CapacityProvider', 'Name'),
  named('AWS::ECS::Cluster', 'ClusterName'),
  key('AWS::ECS::ClusterCapacityProviderAssociations', 'Cluster'),
  named('AWS::ECS::Service', 'ServiceName', 'Cluster'),
  key('AWS::EFS::MountTarget', 'FileSystemId', 'SubnetId'),
  key('AWS::EKS::AccessEntry', 'ClusterName', 'PrincipalArn'),
  key('AWS::EKS::Addon', 'ClusterName', 'AddonName'),
  named('AWS::EKS::Cluster', 'Name'),
  named('AWS::EKS::Nodegroup', 'NodegroupName', 'ClusterName'),
  key('AWS::EKS::PodIdentityAssociation', 'ClusterName', 'Namespace', 'ServiceAccount'),
  named('AWS::ElastiCache::CacheCluster', 'ClusterName'),
  named('AWS::ElastiCache::ParameterGroup', 'CacheParameterGroupName'),
  named('AWS::ElastiCache::ReplicationGroup', 'ReplicationGroupId'),
  named('AWS::ElastiCache::SubnetGroup', 'CacheSubnetGroupName'),
  key('AWS::ElasticLoadBalancingV2::Listener', 'LoadBalancerArn', 'Port'),
  key('AWS::ElasticLoadBalancingV2::ListenerRule', 'ListenerArn', 'Priority'),
  named('AWS::ElasticLoadBalancingV2::LoadBalancer', 'Name'),
  named('AWS::ElasticLoadBalancingV2::TargetGroup', 'Name'),
  named('AWS::Events::Rule', 'Name'),
  named('AWS::IAM::Group', 'GroupName'),
  named('AWS::IAM::InstanceProfile', 'InstanceProfileName'),
  named('AWS::IAM::ManagedPolicy', 'ManagedPolicyName'),
  named('AWS::IAM::Role', 'RoleName'),
  named('AWS::IAM::User', 'UserName'),
  named('AWS::KMS::Alias', 'AliasName'),
  named('AWS::Lambda::Function', 'FunctionName'),
  named('AWS::Logs::LogGroup', 'LogGroupName'),
  named('AWS::RDS::DBCluster', 'DBClusterIdentifier'),
  named('AWS::RDS::DBClusterParameterGroup', 'DBClusterParameterGroupName'),
  named('AWS::RDS::DBInstance', 'DBInstanceIdentifier'),
  named('AWS::RDS::DBParameterGroup', 'DBParameterGroupName'),
  named('AWS::RDS::DBProxy', 'DBProxyName'),
  named('AWS::RDS::DBSubnetGroup', 'DBSubnetGroupName'),
  key('AWS::Route53::RecordSet', 'HostedZoneId', 'HostedZoneName', 'Name', 'Type', 'SetIdentifier'),
  named('AWS::S3::Bucket', 'BucketName'),
  key('AWS::S3::BucketPolicy', 'Bucket'),
  named('AWS::SNS::Topic', 'TopicName'),
  named('AWS::SQS::Queue', 'QueueName'),
  named('AWS::SSM::Parameter', 'Name'),
  named('AWS::SecretsManager::Secret', 'Name'),
  key('AWS::ServiceDiscovery::HttpNamespace', 'Name'),
  key('AWS::ServiceDiscovery::PrivateDnsNamespace', 'Name', 'Vpc'),
  named('AWS::ServiceDiscovery::Service', 'Name', 'NamespaceId'),
  named('AWS::WAFv2::WebACL', 'Name', 'Scope'),
  key('AWS::WAFv2::WebACLAssociation', 'ResourceArn'),
];

const BY_TYPE = new Map(NATURAL_KEYS.map((each) => [each.type, each]));

/** The values of the key of a resource, in one string; undefined when it has none, or CloudFormation generates its name. */
export function naturalKeyOf({ type, properties }: TemplateResource): string | undefined {
  const found = BY_TYPE.get(type);
  if (found === undefined) return undefined;
  const [name = ''] = found.properties;
  if (found.isGenerated === true && properties[name] === undefined) return undefined;
  return JSON.stringify(found.properties.map((property) => shownValue(properties[property])));
}

/** Properties of the natural key of a type; empty for a type without one. */
export function keyProperties(type: string): readonly string[] {
  return BY_TYPE.get(type)?.properties ?? [];
}

function key(type: string, ...properties: readonly string[]): NaturalKey {
  return { type, properties };
}

function named(type: string, ...properties: readonly string[]): NaturalKey {
  return { type, properties, isGenerated: true };
}

/** Numbers and strings of the same digits are the same for CloudFormation. */
function shownValue(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? null);
}
