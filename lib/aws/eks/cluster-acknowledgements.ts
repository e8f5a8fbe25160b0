import { type CfnCondition, type CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type * as eks from 'aws-cdk-lib/aws-eks-v2';
import { includesEveryAddress } from '../../model/open-ranges';
import { acknowledge } from '../acknowledge';

const PUBLIC_CHARTS = 'AmazonElasticContainerRegistryPublicReadOnly';

/** Accepts the findings about resources that the CDK creates for a cluster. */
export function acknowledgeCluster(cluster: eks.Cluster, publicRanges: readonly string[]): void {
  const reading = 'The CDK function that installs charts reads them from public registries.';
  const handler = cluster.node.findChild('KubectlProvider').node.findChild('Handler');
  const hasPublicCharts = handler.node.findChild('HasEcrPublic') as CfnCondition;
  acknowledge(cluster, {
    ...(publicRanges.length === 0 ? {} : { EKS1: publicEndpointReason(publicRanges) }),
    [managedPolicy('AmazonEKSClusterPolicy')]: 'The control plane requires this policy, which AWS maintains.',
    [managedPolicy('service-role/AWSLambdaBasicExecutionRole')]: 'Functions that apply objects write logs.',
    [managedPolicy('service-role/AWSLambdaVPCAccessExecutionRole')]: 'Functions in the VPC manage their network interfaces.',
    [managedPolicy('AmazonEC2ContainerRegistryReadOnly')]: reading,
    [`IAM4[Policy::${JSON.stringify(optionalPolicy(cluster, hasPublicCharts))}]`]: reading,
    [`IAM5[Resource::<${logicalIdOf(cluster, handler.node.defaultChild as CfnResource)}.Arn>:*]`]:
      'One function of the CDK calls any version of the other.',
    L1: 'The CDK chooses the runtime that its function was tested with.',
  });
  Validations.of(cluster).acknowledge({
    id: 'CloudFormation-Validate::W9009',
    reason: 'Newer clusters encrypt all API data; the CDK still sets the key of the stack for secrets.',
  });
}

function publicEndpointReason(ranges: readonly string[]): string {
  return includesEveryAddress(ranges)
    ? 'The public API endpoint requires IAM authentication; a function outside of the VPC, or an operator, has no fixed address.'
    : 'The public API endpoint accepts the ranges of apiCidrs only.';
}

/** Id of the IAM4 finding of cdk-nag for an AWS managed policy. */
export function managedPolicy(name: string): string {
  return `IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`;
}

function optionalPolicy(cluster: eks.Cluster, condition: CfnCondition) {
  const arn = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${PUBLIC_CHARTS}`]] };
  return { 'Fn::If': [Stack.of(cluster).resolve(condition.logicalId), arn, { Ref: 'AWS::NoValue' }] };
}

function logicalIdOf(cluster: eks.Cluster, resource: CfnResource): string {
  return Stack.of(cluster).resolve(resource.logicalId);
}
