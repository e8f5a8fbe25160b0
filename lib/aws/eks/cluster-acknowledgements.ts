import { type CfnCondition, type CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type * as eks from 'aws-cdk-lib/aws-eks-v2';
import { acknowledge } from '../acknowledge';

const PUBLIC_CHARTS = 'AmazonElasticContainerRegistryPublicReadOnly';

/** Findings about what CDK makes around a cluster, each with its reason. */
export function acknowledgeCluster(cluster: eks.Cluster): void {
  const reading = 'CDK lets the function that applies charts read them where they are published.';
  const handler = cluster.node.findChild('KubectlProvider').node.findChild('Handler');
  const hasPublicCharts = handler.node.findChild('HasEcrPublic') as CfnCondition;
  acknowledge(cluster, {
    EKS1: 'The API answers on the internet to those that IAM knows, so that people and deployments need no way into the network.',
    [managedPolicy('AmazonEKSClusterPolicy')]: 'What the control plane needs, kept up to date by AWS.',
    [managedPolicy('service-role/AWSLambdaBasicExecutionRole')]: 'Functions that apply objects write their logs.',
    [managedPolicy('AmazonEC2ContainerRegistryReadOnly')]: reading,
    [`IAM4[Policy::${JSON.stringify(optionalPolicy(cluster, hasPublicCharts))}]`]: reading,
    [`IAM5[Resource::<${logicalIdOf(cluster, handler.node.defaultChild as CfnResource)}.Arn>:*]`]:
      'One function of CDK calls the other, in whatever version it is.',
    L1: 'CDK chooses the runtime that it has tested its function with.',
  });
  Validations.of(cluster).acknowledge({
    id: 'CloudFormation-Validate::W9009',
    reason: 'Newer clusters encrypt everything; CDK still says that secrets are encrypted with the key of the stack.',
  });
}

/** How the rule pack writes a policy that AWS keeps. */
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
