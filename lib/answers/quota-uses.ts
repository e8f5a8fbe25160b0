import { CheckContext } from '../check/check-context';
import { APPLIED_OBJECTS } from '../cloudformation/applied-objects';
import type { Template } from '../cloudformation/template-resource';
import { appliedBalancers, loadBalancer } from './quota-balancers';
import { fargateTasks } from './quota-fargate';
import { autoScalingGroup, ec2Instance, nodeGroup, zoneOf } from './quota-instances';
import { database, replicationGroup } from './quota-stores';
import { countedOnce, type QuotaCount, type QuotaUse } from './quota-use';

const natGateway: QuotaCount = ({ properties }, context) => {
  const zone = zoneOf(properties.SubnetId, context);
  return [{ quota: 'natGateways', min: 1, max: 1, ...(zone !== undefined && { group: zone }) }];
};

/** Types that count against quotas, each with its count. */
const COUNTS: Readonly<Record<string, QuotaCount>> = {
  'AWS::AutoScaling::AutoScalingGroup': autoScalingGroup,
  'AWS::CloudFront::Distribution': countedOnce('distributions'),
  'AWS::DocDB::DBCluster': countedOnce('databaseClusters'),
  'AWS::DocDB::DBInstance': countedOnce('databases'),
  'AWS::EC2::EIP': countedOnce('elasticIps'),
  'AWS::EC2::Instance': ec2Instance,
  'AWS::EC2::NatGateway': natGateway,
  'AWS::EC2::VPC': countedOnce('vpcs'),
  'AWS::ECS::Service': fargateTasks,
  'AWS::EKS::Cluster': countedOnce('eksClusters'),
  'AWS::EKS::Nodegroup': nodeGroup,
  'AWS::ElastiCache::ReplicationGroup': replicationGroup,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': loadBalancer,
  'AWS::ElasticLoadBalancingV2::TargetGroup': countedOnce('targetGroups'),
  'AWS::RDS::DBCluster': countedOnce('databaseClusters'),
  'AWS::RDS::DBInstance': database,
  'AWS::RDS::DBProxy': countedOnce('databaseProxies'),
  'AWS::S3::Bucket': countedOnce('buckets'),
  'AWS::SecretsManager::Secret': countedOnce('secrets'),
  [APPLIED_OBJECTS]: appliedBalancers,
};

/** Uses of the quotas by a template, resource by resource. */
export function quotaUses(template: Template): readonly QuotaUse[] {
  const context = new CheckContext(template);
  return template.resources.flatMap((resource) => {
    return Object.hasOwn(COUNTS, resource.type) ? (COUNTS[resource.type]?.(resource, context) ?? []) : [];
  });
}
