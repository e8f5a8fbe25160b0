import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { defineSystem, estimate, TierDatabase, TierService, type TierServiceProps } from '../../lib';
import { linesOf, ownStack } from './fixtures/components';
import { shop } from './fixtures/shop';

const small = { system: shop, tier: 'small' } as const;

/** A stack of a user with a cluster of EC2 instances, and one on Fargate. */
function platform() {
  const { stack, vpc } = ownStack();
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const launchTemplate = new ec2.LaunchTemplate(stack, 'Template', {
    instanceType: new ec2.InstanceType('m6a.large'),
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
    securityGroup: new ec2.SecurityGroup(stack, 'Instances', { vpc }),
    role: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
    userData: ec2.UserData.forLinux(),
  });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Group', { vpc, launchTemplate, minCapacity: 1, maxCapacity: 3 });
  const capacityProvider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(capacityProvider);
  const onFargate = new ecs.Cluster(stack, 'OnFargate', { vpc });
  const listener = new elb.ApplicationLoadBalancer(stack, 'Balancer', { vpc }).addListener('Http', { port: 80 });
  return { stack, vpc, cluster, capacityProvider, onFargate, listener };
}

const problemsOf = (props: (of: ReturnType<typeof platform>) => Partial<TierServiceProps<typeof shop>>) => () => {
  const own = platform();
  new TierService(own.stack, 'Api', { ...small, component: 'api', cluster: own.cluster, imageTag: '1', ...props(own) });
};

describe('TierService on EC2 instances', () => {
  it('runs with the capacity provider of the cluster, behind the listener, with room for several tasks on an instance', () => {
    const { stack, vpc, cluster, capacityProvider, listener } = platform();
    const orders = new TierDatabase(stack, 'Orders', { ...small, component: 'database', vpc });
    const api = new TierService(stack, 'Api', {
      ...small,
      component: 'api',
      cluster,
      compute: 'ec2',
      capacityProvider,
      imageTag: '1.4.2',
      uses: [orders],
      listener,
    });
    expect(api.connections.securityGroups).toEqual(capacityProvider.autoScalingGroup.connections.securityGroups);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ECS::Service', {
      LaunchType: Match.absent(),
      CapacityProviderStrategy: [{ CapacityProvider: { Ref: Match.stringLikeRegexp('^Provider') }, Weight: 1 }],
      LoadBalancers: [Match.objectLike({ ContainerName: 'Api', ContainerPort: 8080 })],
    });
    // Amazon ECS developer guide, "Bridge network mode": dynamic host ports let several tasks of a service share an instance.
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { NetworkMode: 'bridge', RequiresCompatibilities: ['EC2'] });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      FromPort: 32_768,
      ToPort: 65_535,
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Instances'), 'GroupId'] },
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      FromPort: 3306,
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Orders'), 'GroupId'] },
      SourceSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Instances'), 'GroupId'] },
    });
    template.resourceCountIs('AWS::ApplicationAutoScaling::ScalableTarget', 1);
    expect(estimate(stack).lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
    // The app owns the instances, so the service has no charge for compute.
    expect(linesOf(stack, 'Api').filter((line) => JSON.stringify(line).includes('vcpu'))).toEqual([]);
  });

  it('runs in a cluster of the account, on instances with its security groups', () => {
    const { stack, vpc } = ownStack();
    const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0a1b2c3d');
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shared', vpc, securityGroups: [securityGroup] });
    new TierService(stack, 'Api', { ...small, component: 'api', cluster, compute: 'ec2', capacityProvider: 'shared-m6a', imageTag: '1' });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
      Cluster: 'shared',
      CapacityProviderStrategy: [{ CapacityProvider: 'shared-m6a', Weight: 1 }],
    });
  });

  it('is refused without capacity, with the reason', () => {
    expect(problemsOf(({ onFargate, capacityProvider }) => ({ cluster: onFargate, compute: 'ec2', capacityProvider }))).toThrow(
      'cluster: has no EC2 instances; expected a cluster with addAsgCapacityProvider',
    );
    expect(problemsOf(() => ({ compute: 'ec2' }))).toThrow('capacityProvider: missing; expected a capacity provider of the cluster');
    expect(problemsOf(({ capacityProvider }) => ({ capacityProvider }))).toThrow('capacityProvider: the service runs on Fargate');
    expect(problemsOf(() => ({ compute: 'ecs' as 'ec2' }))).toThrow('compute: invalid value "ecs"');
    expect(
      problemsOf(({ stack, vpc }) => ({
        cluster: ecs.Cluster.fromClusterAttributes(new Stack(stack, 'Other'), 'Shared', { clusterName: 'shared', vpc }),
        compute: 'ec2',
        capacityProvider: 'shared-m6a',
      })),
    ).toThrow('cluster: has no security groups');
  });

  it('has the GPUs of its component, on the instances of the user', () => {
    const { stack, cluster, capacityProvider, listener } = platform();
    listener.addAction('Empty', { action: elb.ListenerAction.fixedResponse(404) });
    const model = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 2, memoryGib: 4, gpus: 1 } as const;
    const system = defineSystem({ id: 'talk', tiers: [{ id: 'a', gpu: { default: 't4' }, components: { model } }] });
    const component = { system, tier: 'a', component: 'model', cluster, imageTag: '1' } as const;
    new TierService(stack, 'Model', { ...component, compute: 'ec2', capacityProvider });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ ResourceRequirements: [{ Type: 'GPU', Value: '1' }] })],
    });
    expect(() => new TierService(stack, 'OnFargate', component)).toThrow(
      "component: needs a node pool; expected a service that runs on Fargate, compute: 'ec2', or TierStack",
    );
  });
});
