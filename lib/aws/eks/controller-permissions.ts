import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** Allows a role to read Auto Scaling groups and instance types, and to change the size of the groups of this cluster only. */
export function allowAutoscaling(role: iam.Role, clusterName: string): void {
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeAutoScalingInstances',
        'autoscaling:DescribeLaunchConfigurations',
        'autoscaling:DescribeScalingActivities',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplateVersions',
        'ec2:GetInstanceTypesFromInstanceRequirements',
        'eks:DescribeNodegroup',
      ],
      resources: ['*'],
    }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
      resources: ['*'],
      // EKS adds this tag to the groups that it creates.
      conditions: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${clusterName}`]: 'owned' } },
    }),
  );
  acknowledge(role, {
    'IAM5[Resource::*]':
      'Describe actions have no resource-level permissions; changes require a tag that only groups of this cluster have.',
  });
}

/** Allows a role to write to the log groups of the workloads of this stack. */
export function allowLogs(role: iam.Role, logGroupPattern: string): void {
  const { region } = Stack.of(role);
  const resource = Stack.of(role).formatArn({ service: 'logs', resource: `log-group:${logGroupPattern}` });
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], resources: [resource] }),
  );
  acknowledge(role, {
    [`IAM5[Resource::arn:aws:logs:${region}:<AWS::AccountId>:log-group:${logGroupPattern}]`]:
      'Only the log groups of workloads have this prefix.',
  });
}

/** Resources that the published policy of the AWS Load Balancer Controller does not restrict by tag. */
const BALANCER_PARTS = [
  'ec2:*:*:security-group/*',
  ...['loadbalancer/app/*/*', 'loadbalancer/net/*/*', 'targetgroup/*/*'].map((part) => `elasticloadbalancing:*:*:${part}`),
  ...['listener', 'listener-rule'].flatMap((part) => ['app', 'net'].map((type) => `elasticloadbalancing:*:*:${part}/${type}/*/*/*`)),
];

/** Accepts the findings about the policy of the AWS Load Balancer Controller. */
export function acknowledgeLoadBalancers(controller: Construct): void {
  const reason =
    'This is the policy that the project publishes: ARNs of load balancers are not known in advance, and a tag excludes those of other clusters.';
  const resources = ['*', ...BALANCER_PARTS.map((part) => `arn:<AWS::Partition>:${part}`)];
  acknowledge(controller, Object.fromEntries(resources.map((resource) => [`IAM5[Resource::${resource}]`, reason])));
}
