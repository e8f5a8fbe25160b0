import { describe, expect, test } from 'vitest';
import { UnreadableProperty } from '../../../lib/pricing/property-problem';
import { chargesOf, freeReasonOf, type Resources } from '../../support/charges';

const TASK = { Cpu: '1024', Memory: '2048' };

describe('AWS::ECS::Service on Fargate', () => {
  const service = (
    given: {
      properties?: Record<string, unknown>;
      task?: Record<string, unknown>;
      others?: Resources;
      use?: Record<string, Record<string, number>>;
    } = {},
  ) =>
    chargesOf(
      {
        Service: ['AWS::ECS::Service', { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' }, ...given.properties }],
        Task: ['AWS::ECS::TaskDefinition', { ...TASK, ...given.task }],
        ...given.others,
      },
      'Service',
      given.use,
    );
  const amd64 = (vcpuHours: string | number, gigabyteHours: string | number) => [
    `Fargate vCPU-hours (amd64): ${vcpuHours} of fargate/amd64/vcpu`,
    `Fargate GB-hours (amd64): ${gigabyteHours} of fargate/amd64/memory`,
  ];

  test('with the required properties only: one task of the size of its definition', () => {
    expect(service()).toEqual(amd64(730, 1460));
  });

  test('with everything', () => {
    const properties = {
      DesiredCount: '3',
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'ENABLED', Subnets: ['a'] } },
      VolumeConfigurations: [{ Name: 'scratch', ManagedEBSVolume: { SizeInGiB: 10, VolumeType: 'gp3' } }],
    };
    const task = { Cpu: '.5 vCPU', Memory: '1 GB', EphemeralStorage: { SizeInGiB: 50 }, RuntimePlatform: { CpuArchitecture: 'ARM64' } };
    expect(service({ properties, task })).toEqual([
      'Fargate vCPU-hours (arm64): 1095 of fargate/arm64/vcpu',
      'Fargate GB-hours (arm64): 2190 of fargate/arm64/memory',
      'Fargate ephemeral storage (over 20 GB): 65700 of fargate/ephemeral-storage',
      'Public IPv4 address hours: 2190 of ipv4/hours',
      'Volume storage (gp3, scratch): 30 of ebs/gp3/storage',
    ]);
  });

  test.each([
    ['1024', '2048', 1, 2],
    [1024, 2048, 1, 2],
    ['256', '512', 0.25, 0.5],
    ['1 vCPU', '2 GB', 1, 2],
    ['.25 vcpu', '0.5GB', 0.25, 0.5],
    ['4 vCPU', '30 GB', 4, 30],
  ])('Fargate sizes as strings on the task definition: %s and %s', (Cpu, Memory, vcpu, memoryGb) => {
    expect(service({ task: { Cpu, Memory } })).toEqual(amd64(vcpu * 730, memoryGb * 730));
  });

  test.each([
    [{ Cpu: 'lots' }, 'Cpu decides the price and is not a task size: "lots"'],
    [{ Cpu: '1 GB' }, 'Cpu decides the price'],
    [{ Memory: undefined }, 'Memory is missing'],
    [{ RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }, 'only Linux prices are known'],
  ])('a task with %j cannot be priced', (task, message) => {
    expect(() => service({ task })).toThrow(message);
  });

  test('a definition outside of the template cannot be followed', () => {
    expect(() => service({ properties: { TaskDefinition: 'arn:aws:ecs:us-east-1:1:task-definition/web' } })).toThrow(UnreadableProperty);
  });

  describe('autoscaled groups: low is the minimum, high the maximum, mid the expected count', () => {
    const target = (ResourceId: unknown): Resources => ({
      Cluster: ['AWS::ECS::Cluster'],
      Target: [
        'AWS::ApplicationAutoScaling::ScalableTarget',
        { MinCapacity: 2, MaxCapacity: 10, ScalableDimension: 'ecs:service:DesiredCount', ResourceId },
      ],
    });
    const joined = { 'Fn::Join': ['', ['service/', { Ref: 'Cluster' }, '/', { 'Fn::GetAtt': ['Service', 'Name'] }]] };

    test.each([
      [{}, {}, 2],
      [{ DesiredCount: 4 }, {}, 4],
      [{ DesiredCount: 4 }, { Service: { expectedCount: 6 } }, 6],
      [{ DesiredCount: 1 }, {}, 2],
      [{}, { Service: { expectedCount: 50 } }, 10],
    ])('%j with %j: %i', (properties, use, tasks) => {
      expect(service({ properties, others: target(joined), use })).toEqual(
        amd64(`1460 – ${tasks * 730} – 7300`, `2920 – ${tasks * 1460} – 14600`),
      );
    });

    test('a target may name the service', () => {
      expect(service({ properties: { ServiceName: 'web' }, others: target('service/main/web') })[0]).toContain('1460 – 1460 – 7300');
      expect(service({ properties: { ServiceName: 'web' }, others: target('service/main/other-web') })).toEqual(amd64(730, 1460));
    });
  });

  test('a share on spot capacity is priced on demand, and states it', () => {
    const CapacityProviderStrategy = [
      { CapacityProvider: 'FARGATE_SPOT', Weight: 3 },
      { CapacityProvider: 'FARGATE', Weight: 1 },
    ];
    expect(service({ properties: { LaunchType: undefined, CapacityProviderStrategy } })[0]).toBe(
      'Fargate vCPU-hours (amd64, On-Demand price for Spot too): 730 of fargate/amd64/vcpu',
    );
  });

  test('without a launch type the strategy of the cluster counts', () => {
    const properties = { LaunchType: undefined, Cluster: { Ref: 'Cluster' } };
    const DefaultCapacityProviderStrategy = [{ CapacityProvider: 'FARGATE' }];
    const onCluster: Resources = { Cluster: ['AWS::ECS::Cluster', { DefaultCapacityProviderStrategy }] };
    const onAssociation: Resources = {
      Cluster: ['AWS::ECS::Cluster'],
      Association: ['AWS::ECS::ClusterCapacityProviderAssociations', { Cluster: { Ref: 'Cluster' }, DefaultCapacityProviderStrategy }],
    };
    expect(service({ properties, others: onCluster })).toEqual(amd64(730, 1460));
    expect(service({ properties, others: onAssociation })).toEqual(amd64(730, 1460));
  });
});

describe('AWS::ECS::Service on instances', () => {
  const reason = (properties: Record<string, unknown>, others: Resources = {}) =>
    freeReasonOf(
      {
        Service: ['AWS::ECS::Service', { TaskDefinition: { Ref: 'Task' }, ...properties }],
        Task: ['AWS::ECS::TaskDefinition', {}],
        ...others,
      },
      'Service',
    );

  test('is free, because its instances are billed', () => {
    const provider: Resources = {
      Provider: ['AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: 'Machines' } } }],
      Machines: ['AWS::AutoScaling::AutoScalingGroup', {}],
    };
    expect(reason({ CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Provider' } }] }, provider)).toBe(
      'runs on the capacity of Machines, billed there',
    );
    expect(reason({ LaunchType: 'EC2' })).toBe('runs on the instances of its cluster, which are priced separately');
    expect(reason({ LaunchType: 'EXTERNAL' })).toBe('runs on servers outside of AWS');
    expect(reason({})).toBe('runs on the instances of its cluster, billed there');
  });

  test('divided with Fargate it cannot be priced', () => {
    const CapacityProviderStrategy = [{ CapacityProvider: 'FARGATE' }, { CapacityProvider: 'instances' }];
    expect(() => reason({ CapacityProviderStrategy })).toThrow('divides the tasks between Fargate and EC2');
  });
});

describe('resources of services', () => {
  test('AWS::ECS::Cluster', () => {
    const cluster = (value: string): Resources => ({
      It: ['AWS::ECS::Cluster', { ClusterSettings: [{ Name: 'containerInsights', Value: value }] }],
    });
    expect(freeReasonOf({ It: ['AWS::ECS::Cluster'] }, 'It')).toBe('a cluster has no charge; its instances and tasks are billed');
    expect(freeReasonOf(cluster('disabled'), 'It')).toBe('a cluster has no charge; its instances and tasks are billed');
    // $0.07 for each metric: https://fortem.dev/blog/ecs-fargate-monitoring/
    expect(chargesOf(cluster('enhanced'), 'It')).toEqual([
      'Container Insights metrics (enhanced observability): 0 of cloudwatch/enhanced-metric, assumed',
    ]);
    expect(() => chargesOf(cluster('other'), 'It')).toThrow('Value is other: no price of this value is known');
  });

  test('AWS::ECS::CapacityProvider', () => {
    const provider = (properties: Record<string, unknown>): Resources => ({ It: ['AWS::ECS::CapacityProvider', properties] });
    expect(freeReasonOf(provider({}), 'It')).toBe('billed as the instances of its Auto Scaling group');
    expect(chargesOf(provider({ AutoScalingGroupProvider: { ManagedScaling: { Status: 'ENABLED' } } }), 'It')).toEqual([
      'Alarm metrics (target tracking): 2 of cloudwatch/alarm',
    ]);
    expect(() => chargesOf(provider({ ManagedInstancesProvider: {} }), 'It')).toThrow(UnreadableProperty);
  });

  test.each(['AWS::ApplicationAutoScaling::ScalingPolicy', 'AWS::AutoScaling::ScalingPolicy'])('%s', (type) => {
    const policy = (properties: Record<string, unknown>): Resources => ({ It: [type, properties] });
    expect(freeReasonOf(policy({ PolicyType: 'StepScaling' }), 'It')).toBe('scaling has no charge; the alarms that start it are resources');
    expect(chargesOf(policy({ PolicyType: 'TargetTrackingScaling' }), 'It')).toEqual([
      'Alarm metrics (target tracking): 2 of cloudwatch/alarm',
    ]);
    const growing = { PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration: { DisableScaleIn: 'true' } };
    expect(chargesOf(policy(growing), 'It')).toEqual(['Alarm metrics (target tracking): 1 of cloudwatch/alarm']);
  });

  test('AWS::Events::Rule', () => {
    const rule = (EcsParameters: object): Resources => ({ It: ['AWS::Events::Rule', { Targets: [{ Arn: 'a', EcsParameters }] }] });
    expect(freeReasonOf(rule({ LaunchType: 'EC2' }), 'It')).toContain('have no charge');
    expect(() => chargesOf(rule({ LaunchType: 'FARGATE' }), 'It')).toThrow(
      'the rule starts tasks, and how often and how long they run decides the price',
    );
  });

  test('AWS::EKS::Cluster', () => {
    const cluster = (properties: Record<string, unknown>) => chargesOf({ It: ['AWS::EKS::Cluster', properties] }, 'It');
    expect(cluster({ Version: '1.34' })).toEqual(['Cluster hours: 730 of eks/cluster']);
    expect(cluster({ Version: '1.30' })).toEqual(['Cluster hours (1.30, extended support): 730 of eks/cluster-extended-support']);
    expect(cluster({ Version: { Ref: 'Version' } })).toEqual([
      'Cluster hours: 730 – 730 – 0 of eks/cluster',
      'Cluster hours (of a version in extended support): 0 – 0 – 730 of eks/cluster-extended-support',
    ]);
    expect(cluster({ Version: { Ref: 'Version' }, UpgradePolicy: { SupportType: 'STANDARD' } })).toEqual([
      'Cluster hours: 730 of eks/cluster',
    ]);
    expect(cluster({ Version: '1.30', UpgradePolicy: { SupportType: 'STANDARD' } })).toEqual(['Cluster hours: 730 of eks/cluster']);
    expect(() => cluster({ ComputeConfig: { Enabled: true } })).toThrow(UnreadableProperty);
  });
});
