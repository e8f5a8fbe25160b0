import { describe, expect, test } from 'vitest';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import type { ResolvedNodePool } from '../../lib/blueprint/resolved-component';
import { blueprintOf, nodePool, small, veryLarge } from '../support/blueprints';
import { resourceOf, resourcesAt, resourcesOf, templateOf } from '../support/templates';

function launchTemplate(changes: Partial<ResolvedNodePool>) {
  const { Properties } = resourceOf(blueprintOf({ components: [nodePool('nodes', changes)] }), 'nodes', 'AWS::EC2::LaunchTemplate');
  return Properties.LaunchTemplateData as Record<string, unknown>;
}

describe('node pool', () => {
  test('requires IMDSv2, encrypts its volume and hides its credentials from containers', () => {
    expect(launchTemplate({ rootDiskGib: 50 })).toMatchObject({
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 50, VolumeType: 'gp3' } }],
    });
  });

  test.each([
    ['amd64', undefined, '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id'],
    ['arm64', undefined, '/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id'],
    ['amd64', { model: 'a10g', count: 1 }, '/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id'],
  ] as const)('takes the newest image for %s, GPU %j', (architecture, gpu, parameter) => {
    expect(launchTemplate({ architecture, ...(gpu === undefined ? {} : { gpu }) }).ImageId).toBe(`resolve:ssm:${parameter}`);
  });

  // Amazon ECS developer guide, "Amazon ECS container instance IAM role": images and logs are permissions of the execution role.
  test('gives its instances the permissions of the ECS agent alone', () => {
    const { PolicyDocument } = resourceOf(small, 'nodes', 'AWS::IAM::Policy').Properties as {
      readonly PolicyDocument: { readonly Statement: readonly { readonly Action: string | string[]; readonly Resource: unknown }[] };
    };
    expect(PolicyDocument.Statement.flatMap(({ Action }) => Action)).toEqual([
      'ecs:DeregisterContainerInstance',
      'ecs:RegisterContainerInstance',
      'ecs:Submit*',
      'ecs:Poll',
      'ecs:StartTelemetrySession',
      'ecs:DiscoverPollEndpoint',
    ]);
  });

  test('uses unlimited mode for burstable types only', () => {
    expect(launchTemplate({ instanceType: 't3.large' }).CreditSpecification).toEqual({ CpuCredits: 'unlimited' });
    expect(launchTemplate({ instanceType: 'm6i.large' })).not.toHaveProperty('CreditSpecification');
  });

  test.each([true, false])('has public addresses exactly when the tier has no NAT gateway: %s', (publicAddresses) => {
    expect(launchTemplate({ publicAddresses }).NetworkInterfaces).toEqual([
      expect.objectContaining({ AssociatePublicIpAddress: publicAddresses }),
    ]);
  });

  test('is reachable only from load balancers, also in public subnets', () => {
    const template = templateOf(small);
    const rules = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress')).filter(({ Properties }) =>
      JSON.stringify(Properties.GroupId).includes('nodesSecurityGroup'),
    );
    expect(rules.length).toBeGreaterThan(0);
    for (const { Properties } of rules) expect(JSON.stringify(Properties.SourceSecurityGroupId)).toMatch(/entry/);
    expect(resourceOf(small, 'nodes', 'AWS::EC2::SecurityGroup').Properties).not.toHaveProperty('SecurityGroupIngress');
  });

  test('scales with the tasks between its bounds, without spare instances, and drains instances before termination', () => {
    expect(resourceOf(veryLarge, 'nodes', 'AWS::AutoScaling::AutoScalingGroup').Properties).toMatchObject({ MinSize: '3', MaxSize: '12' });
    expect(resourceOf(veryLarge, 'nodes', 'AWS::ECS::CapacityProvider').Properties.AutoScalingGroupProvider).toMatchObject({
      ManagedScaling: { Status: 'ENABLED', TargetCapacity: 100 },
      ManagedDraining: 'ENABLED',
      ManagedTerminationProtection: 'DISABLED',
    });
  });

  test('of another tier has no instances and no scaling alarms, and drains its previous instances', () => {
    const idle = blueprintOf({ components: [nodePool('nodes')], idlePools: ['other-nodes'] });
    const group = resourceOf(idle, 'other-nodes', 'AWS::AutoScaling::AutoScalingGroup') as { readonly UpdatePolicy?: object } & ReturnType<
      typeof resourceOf
    >;
    expect(group.Properties).toMatchObject({ MinSize: '0', MaxSize: '0' });
    expect(group.UpdatePolicy).not.toHaveProperty('AutoScalingRollingUpdate');
    expect(resourceOf(idle, 'other-nodes', 'AWS::ECS::CapacityProvider').Properties.AutoScalingGroupProvider).toMatchObject({
      ManagedScaling: { Status: 'DISABLED' },
      ManagedDraining: 'ENABLED',
    });
  });

  test.each([
    [{ min: 1, expected: 1, max: 1 }, 0],
    [{ min: 3, expected: 3, max: 3 }, 2],
    [{ min: 2, expected: 2, max: 6 }, 2],
  ])('replaces instances one by one when the type changes: %j retains %i in service', (nodes, MinInstancesInService) => {
    const group = resourceOf(blueprintOf({ components: [nodePool('nodes', { nodes })] }), 'nodes', 'AWS::AutoScaling::AutoScalingGroup');
    expect(group).toMatchObject({ UpdatePolicy: { AutoScalingRollingUpdate: { MaxBatchSize: 1, MinInstancesInService } } });
  });

  test('enables ENI trunking only for tasks with their own addresses', () => {
    const policies = (blueprint: Blueprint, pool: string) =>
      JSON.stringify(resourcesAt(blueprint, pool, 'AWS::IAM::Policy').map(({ Properties }) => Properties));
    expect(policies(veryLarge, 'bridge-nodes')).toContain('ecs:PutAccountSetting');
    expect(policies(veryLarge, 'nodes')).not.toContain('ecs:PutAccountSetting');
    expect(policies(small, 'nodes')).not.toContain('ecs:PutAccountSetting');
  });

  test('may change this account setting alone', () => {
    // Service Authorization Reference, "Actions, resources, and condition keys for Amazon Elastic Container Service":
    // PutAccountSetting has no resource types and the condition key ecs:account-setting.
    const statements = resourcesAt(veryLarge, 'bridge-nodes', 'AWS::IAM::Policy').flatMap(
      ({ Properties }) => (Properties.PolicyDocument as { readonly Statement: readonly { readonly Action: unknown }[] }).Statement,
    );
    expect(statements.filter(({ Action }) => JSON.stringify(Action).includes('ecs:PutAccountSetting'))).toEqual([
      {
        Action: 'ecs:PutAccountSetting',
        Condition: { StringEquals: { 'ecs:account-setting': 'awsvpcTrunking' } },
        Effect: 'Allow',
        Resource: '*',
      },
    ]);
  });

  test('launches instances after the routes to the internet, which user data needs', () => {
    // CloudFormation template reference, "DependsOn attribute": resources without a reference to each other are created in parallel.
    const routes = Object.entries(resourcesOf(veryLarge)).filter(
      ([, { Type, Properties }]) => Type === 'AWS::EC2::Route' && Properties.NatGatewayId !== undefined,
    );
    expect(routes).toHaveLength(3);
    const group = resourceOf(veryLarge, 'bridge-nodes', 'AWS::AutoScaling::AutoScalingGroup');
    expect(group.DependsOn).toEqual(expect.arrayContaining(routes.map(([id]) => id)));
  });

  test('replaces instances that have run for 14 days, except those with a data volume', () => {
    // Amazon EC2 Auto Scaling user guide, "Replace Auto Scaling instances based on maximum instance lifetime": at least 86,400 seconds.
    const lifetime = (changes: Partial<ResolvedNodePool>) =>
      resourceOf(blueprintOf({ components: [nodePool('nodes', changes)] }), 'nodes', 'AWS::AutoScaling::AutoScalingGroup').Properties
        .MaxInstanceLifetime;
    expect(lifetime({})).toBe(14 * 86_400);
    expect(lifetime({ dataVolumeGib: 20 })).toBeUndefined();
  });
});
