import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** Reading groups, machines and templates, and of the groups of this cluster alone how many machines they have. */
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
      // EKS tags the groups that it makes.
      conditions: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${clusterName}`]: 'owned' } },
    }),
  );
  acknowledge(role, {
    'IAM5[Resource::*]': 'Lists know no resource; what changes a group asks for the tag that only groups of this cluster have.',
  });
}

/** Writing into the log groups of this stack's workloads. */
export function allowLogs(role: iam.Role, logGroupPattern: string): void {
  const { region } = Stack.of(role);
  const resource = Stack.of(role).formatArn({ service: 'logs', resource: `log-group:${logGroupPattern}` });
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], resources: [resource] }),
  );
  acknowledge(role, {
    [`IAM5[Resource::arn:aws:logs:${region}:<AWS::AccountId>:log-group:${logGroupPattern}]`]:
      'Log groups of workloads, and nothing beside them, have this beginning.',
  });
}

/** Resources that the load balancer controller's own policy leaves open, beside those that a tag closes. */
const BALANCER_PARTS = [
  'ec2:*:*:security-group/*',
  ...['loadbalancer/app/*/*', 'loadbalancer/net/*/*', 'targetgroup/*/*'].map((part) => `elasticloadbalancing:*:*:${part}`),
  ...['listener', 'listener-rule'].flatMap((part) => ['app', 'net'].map((type) => `elasticloadbalancing:*:*:${part}/${type}/*/*/*`)),
];

export function acknowledgeLoadBalancers(controller: Construct): void {
  const reason =
    'The policy that its makers publish: load balancers have no name before they are made, and those of other clusters are kept apart by a tag.';
  const resources = ['*', ...BALANCER_PARTS.map((part) => `arn:<AWS::Partition>:${part}`)];
  acknowledge(controller, Object.fromEntries(resources.map((resource) => [`IAM5[Resource::${resource}]`, reason])));
}
