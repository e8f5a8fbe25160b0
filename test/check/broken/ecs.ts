import type { Broken } from '../texts';
import { worker, workerWithCache } from './ecs-workers';

const FARGATE = { base: 'fargate-web.yaml' } as const;
const POOL = { base: 'batch-gpu.yaml' } as const;
const CONNECTED = [
  'AvailabilityZoneRebalancing: DISABLED\n',
  'AvailabilityZoneRebalancing: DISABLED\n      ServiceConnectConfiguration: { Enabled: true }\n',
] as const;

const AGENT = '          Essential: false\n';
const MODEL_STRATEGY = 'CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }]\n      Deploy';
const strategyOf = (items: string) => [['LaunchType: FARGATE\n', `CapacityProviderStrategy: [${items}]\n`]] as const;

const clusterStrategy = (base: number) =>
  `  Shared: { Type: AWS::ECS::Cluster, Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT], DefaultCapacityProviderStrategy: [{ CapacityProvider: FARGATE, Base: 1, Weight: 1 }, { CapacityProvider: FARGATE_SPOT, Base: ${base}, Weight: 1 }] } }\n`;

/** Broken services and task definitions of ECS. */
export const BROKEN_ECS: readonly Broken[] = [
  {
    rule: 'ecs-container-cycle',
    what: 'two containers that wait for each other',
    ...FARGATE,
    change: [[AGENT, `${AGENT}          DependsOn: [{ ContainerName: web, Condition: START }]\n`]],
    at: 'WebTask Properties.ContainerDefinitions[0].DependsOn',
  },
  {
    rule: 'ecs-load-balancer-container',
    what: 'a container that the task does not have',
    ...FARGATE,
    change: [['LoadBalancers: [{ ContainerName: web,', 'LoadBalancers: [{ ContainerName: api,']],
    at: 'Web Properties.LoadBalancers[0].ContainerName',
  },
  {
    rule: 'ecs-load-balancer-container',
    what: 'a port that the container does not map',
    ...FARGATE,
    change: [['LoadBalancers: [{ ContainerName: web, ContainerPort: 8080', 'LoadBalancers: [{ ContainerName: web, ContainerPort: 80']],
    at: 'Web Properties.LoadBalancers[0].ContainerPort',
  },
  {
    rule: 'ecs-essential-container',
    what: 'two containers that are not essential',
    ...FARGATE,
    change: [['          Memory: 1024\n', '          Memory: 1024\n          Essential: false\n']],
    at: 'WebTask Properties.ContainerDefinitions',
  },
  {
    rule: 'ecs-container-reference',
    what: 'a wait for a container that the task does not have',
    ...FARGATE,
    change: [['{ ContainerName: agent, Condition: HEALTHY }', '{ ContainerName: sidecar, Condition: HEALTHY }']],
    at: 'WebTask Properties.ContainerDefinitions[0].DependsOn[0].ContainerName',
  },
  {
    rule: 'ecs-container-reference',
    what: 'a volume that the task does not have',
    ...FARGATE,
    change: [[AGENT, `${AGENT}          MountPoints: [{ SourceVolume: cache, ContainerPath: /cache }]\n`]],
    fixed: [
      [AGENT, `${AGENT}          MountPoints: [{ SourceVolume: cache, ContainerPath: /cache }]\n`],
      ['      ContainerDefinitions:\n', '      Volumes: [{ Name: cache }]\n      ContainerDefinitions:\n'],
    ],
    at: 'WebTask Properties.ContainerDefinitions[1].MountPoints[0].SourceVolume',
  },
  {
    rule: 'ecs-fargate-unsupported',
    what: 'a privileged container',
    ...FARGATE,
    change: [[AGENT, `${AGENT}          Privileged: true\n`]],
    at: 'WebTask Properties.ContainerDefinitions[1].Privileged',
  },
  {
    rule: 'ecs-fargate-unsupported',
    what: 'a stop timeout of 5 minutes; 2 minutes are the most',
    ...FARGATE,
    change: [[AGENT, `${AGENT}          StopTimeout: 300\n`]],
    fixed: [[AGENT, `${AGENT}          StopTimeout: 120\n`]],
    at: 'WebTask Properties.ContainerDefinitions[1].StopTimeout',
  },
  {
    rule: 'ecs-fargate-unsupported',
    what: 'a folder of the instance',
    ...FARGATE,
    change: [
      ['      ContainerDefinitions:\n', '      Volumes: [{ Name: cache, Host: { SourcePath: /cache } }]\n      ContainerDefinitions:\n'],
    ],
    at: 'WebTask Properties.Volumes[0].Host.SourcePath',
  },
  {
    rule: 'ecs-fargate-unsupported',
    what: 'a placement strategy',
    ...FARGATE,
    change: [
      [
        '      HealthCheckGracePeriodSeconds: 60\n',
        `      HealthCheckGracePeriodSeconds: 60\n      PlacementStrategies: [{ Type: random }]\n`,
      ],
    ],
    at: 'Web Properties.PlacementStrategies',
  },
  {
    rule: 'ecs-capacity-strategy',
    what: 'a launch type next to a strategy',
    ...FARGATE,
    change: [
      ['LaunchType: FARGATE\n', 'LaunchType: FARGATE\n      CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }]\n'],
    ],
    fixed: [['LaunchType: FARGATE\n', 'CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }]\n']],
    at: 'Web Properties.LaunchType',
  },
  {
    rule: 'ecs-capacity-strategy',
    what: 'two bases',
    ...FARGATE,
    change: strategyOf('{ CapacityProvider: FARGATE, Weight: 1, Base: 1 }, { CapacityProvider: FARGATE_SPOT, Weight: 1, Base: 1 }'),
    fixed: strategyOf('{ CapacityProvider: FARGATE, Weight: 1, Base: 1 }, { CapacityProvider: FARGATE_SPOT, Weight: 1, Base: 0 }'),
    at: 'Web Properties.CapacityProviderStrategy',
  },
  {
    rule: 'ecs-capacity-strategy',
    what: 'no weight above 0',
    ...FARGATE,
    change: strategyOf('{ CapacityProvider: FARGATE, Weight: 0 }, { CapacityProvider: FARGATE_SPOT }'),
    fixed: strategyOf('{ CapacityProvider: FARGATE, Weight: 0 }, { CapacityProvider: FARGATE_SPOT, Weight: 1 }'),
    at: 'Web Properties.CapacityProviderStrategy',
  },
  {
    rule: 'ecs-capacity-strategy',
    what: 'a provider of instances next to Fargate',
    ...POOL,
    change: [
      [
        MODEL_STRATEGY,
        'CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }, { CapacityProvider: FARGATE, Weight: 1 }]\n      Deploy',
      ],
    ],
    at: 'Model Properties.CapacityProviderStrategy',
  },
  {
    rule: 'ecs-memory-reservation',
    what: 'a reservation above the limit; one below is valid',
    ...FARGATE,
    change: [['          Memory: 256\n', '          Memory: 256\n          MemoryReservation: 512\n']],
    fixed: [['          Memory: 256\n', '          Memory: 256\n          MemoryReservation: 128\n']],
    at: 'WebTask Properties.ContainerDefinitions[1].MemoryReservation',
  },
  {
    rule: 'ecs-log-prefix',
    what: 'logs of Fargate without a prefix',
    ...FARGATE,
    change: [[', awslogs-stream-prefix: web', '']],
    at: 'WebTask Properties.ContainerDefinitions[0].LogConfiguration.Options',
  },
  {
    rule: 'ecs-execution-role',
    what: 'logs of Fargate, without a role',
    ...FARGATE,
    change: [
      ['      ExecutionRoleArn: !GetAtt ExecutionRole.Arn\n', ''],
      ['          Secrets: [{ Name: TOKEN, ValueFrom: !Ref Token }]\n', ''],
    ],
    at: 'WebTask Properties.ExecutionRoleArn',
  },
  {
    rule: 'ecs-service-connect-memory',
    what: 'Service Connect without the memory of the task',
    ...POOL,
    change: [CONNECTED],
    at: 'ModelTask Properties.Memory',
    fixed: [CONNECTED, ['NetworkMode: bridge\n', "NetworkMode: bridge\n      Memory: '12400'\n"]],
  },
  {
    rule: 'ecs-service-connect-order',
    what: 'a client that may start before the endpoint exists',
    ...FARGATE,
    change: worker('PrivateRoute, ReadToken'),
    at: 'Worker DependsOn',
    fixed: worker('Web'),
  },
  {
    rule: 'ecs-service-before-policy',
    what: 'a service that may start before it may read its secret',
    ...FARGATE,
    change: [['[Https, PrivateRoute, ReadToken]', '[Https, PrivateRoute]']],
    at: 'Web DependsOn',
  },
  {
    rule: 'ecs-shared-security-group',
    what: 'a model server that can reach the cache of a worker',
    ...POOL,
    change: workerWithCache('bridge', '', 'Access'),
    at: 'Template Properties.LaunchTemplateData.SecurityGroupIds[0]',
    fixed: workerWithCache(
      'awsvpc',
      '      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Ref Subnets, SecurityGroups: [!GetAtt WorkerAccess.GroupId] } }\n',
      'WorkerAccess',
    ),
  },
  {
    rule: 'ecs-scaled-desired-count',
    what: 'a fixed count of a service with autoscaling',
    ...FARGATE,
    change: [['TaskDefinition: !Ref WebTask\n', 'TaskDefinition: !Ref WebTask\n      DesiredCount: 2\n']],
    at: 'Web Properties.DesiredCount',
  },
  {
    rule: 'ecs-fargate-size',
    what: 'memory between two steps',
    ...FARGATE,
    change: [["Memory: '2048'", "Memory: '2560'"]],
    at: 'WebTask Properties.Memory',
  },
  {
    rule: 'ecs-fargate-size',
    what: '32 vCPU with memory other than 60, 120 and 244 GB',
    ...FARGATE,
    change: [
      ["Cpu: '1024'", "Cpu: '32768'"],
      ["Memory: '2048'", "Memory: '131072'"],
    ],
    fixed: [
      ["Cpu: '1024'", "Cpu: '32768'"],
      ["Memory: '2048'", "Memory: '249856'"],
    ],
    at: 'WebTask Properties.Memory',
  },
  {
    rule: 'ecs-fargate-size',
    what: 'a CPU value that Fargate does not have',
    ...FARGATE,
    change: [["Cpu: '1024'", "Cpu: '768'"]],
    at: 'WebTask Properties.Cpu',
  },
  {
    rule: 'ecs-rebalancing-maximum',
    what: 'no room to rebalance',
    ...POOL,
    change: [['AvailabilityZoneRebalancing: DISABLED', 'AvailabilityZoneRebalancing: ENABLED']],
    fixed: [['      AvailabilityZoneRebalancing: DISABLED\n', '']],
    at: 'Model Properties.AvailabilityZoneRebalancing',
  },
  {
    rule: 'ecs-awsvpc-host-port',
    what: 'another host port',
    ...FARGATE,
    change: [['HostPort: 8080', 'HostPort: 80']],
    at: 'WebTask Properties.ContainerDefinitions[0].PortMappings[0].HostPort',
  },
  {
    rule: 'ecs-awsvpc-network',
    what: 'no subnets',
    ...POOL,
    change: [
      ['NetworkMode: bridge', 'NetworkMode: awsvpc'],
      ['HostPort: 0', 'HostPort: 8000'],
    ],
    at: 'Model Properties.NetworkConfiguration.AwsvpcConfiguration',
    fixed: [
      ['NetworkMode: bridge', 'NetworkMode: awsvpc'],
      ['HostPort: 0', 'HostPort: 8000'],
      [
        'AvailabilityZoneRebalancing: DISABLED\n',
        'AvailabilityZoneRebalancing: DISABLED\n      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Ref Subnets } }\n',
      ],
    ],
  },
  {
    rule: 'ecs-capacity-protection',
    what: 'an unprotected group',
    ...POOL,
    change: [['      NewInstancesProtectedFromScaleIn: true\n', '']],
    at: 'Group Properties.NewInstancesProtectedFromScaleIn',
  },
  {
    rule: 'ecs-capacity-protection',
    what: 'no managed scaling',
    ...POOL,
    change: [['        ManagedScaling: { Status: ENABLED, TargetCapacity: 100 }\n', '']],
    at: 'Provider Properties.AutoScalingGroupProvider.ManagedScaling.Status',
  },
  {
    rule: 'ecs-circuit-breaker',
    what: 'none',
    ...FARGATE,
    change: [['        DeploymentCircuitBreaker: { Enable: true, Rollback: true }\n', '']],
    at: 'Web Properties.DeploymentConfiguration.DeploymentCircuitBreaker.Enable',
  },
  {
    rule: 'ecs-container-memory',
    what: 'none at all',
    ...POOL,
    change: [['          MemoryReservation: 12288\n', '']],
    at: 'ModelTask Properties.ContainerDefinitions[0].Memory',
  },
  {
    rule: 'ecs-task-memory-sum',
    what: 'containers with more than the task',
    ...FARGATE,
    change: [['          Memory: 1024\n', '          Memory: 2000\n']],
    at: 'WebTask Properties.Memory',
  },
  {
    rule: 'ecs-task-memory-sum',
    what: 'no room for the proxy',
    ...FARGATE,
    change: [['          Memory: 1024\n', '          Memory: 1792\n']],
    at: 'WebTask Properties.Memory',
    fixed: [['          Memory: 1024\n', '          Memory: 1784\n']],
  },
  {
    rule: 'ecs-daemon-strategy',
    what: 'a number of tasks',
    ...POOL,
    change: [['SchedulingStrategy: DAEMON', 'SchedulingStrategy: DAEMON\n      DesiredCount: 2']],
    at: 'Agent Properties.DesiredCount',
  },
  {
    rule: 'ecs-daemon-strategy',
    what: 'a maximum of 200%',
    ...POOL,
    change: [['DeploymentConfiguration: { Deployment', 'DeploymentConfiguration: { MaximumPercent: 200, Deployment']],
    at: 'Agent Properties.DeploymentConfiguration.MaximumPercent',
  },
  {
    rule: 'ecs-depends-on-health',
    what: 'no health check',
    ...FARGATE,
    change: [['          HealthCheck: { Command: [CMD, /agent, health] }\n', '']],
    at: 'WebTask Properties.ContainerDefinitions[0].DependsOn[0].Condition',
  },
  {
    rule: 'ecs-deployment-stuck',
    what: '100% and 100%',
    ...POOL,
    change: [['MinimumHealthyPercent: 50', 'MinimumHealthyPercent: 100']],
    at: 'Model Properties.DeploymentConfiguration.MaximumPercent',
  },
  {
    rule: 'ecs-deployment-stuck',
    what: '100% and 100% of a rolling update; a blue/green deployment starts all tasks',
    ...FARGATE,
    change: [
      [
        'MinimumHealthyPercent: 100\n        MaximumPercent: 200',
        'MinimumHealthyPercent: 100\n        MaximumPercent: 100\n        Strategy: ROLLING',
      ],
      ['AvailabilityZoneRebalancing: ENABLED', 'AvailabilityZoneRebalancing: DISABLED'],
    ],
    fixed: [
      [
        'MinimumHealthyPercent: 100\n        MaximumPercent: 200',
        'MinimumHealthyPercent: 100\n        MaximumPercent: 100\n        Strategy: BLUE_GREEN',
      ],
      ['AvailabilityZoneRebalancing: ENABLED', 'AvailabilityZoneRebalancing: DISABLED'],
    ],
    at: 'Web Properties.DeploymentConfiguration.MaximumPercent',
  },
  {
    rule: 'ecs-deployment-stuck',
    what: '50% of one task, rounded up',
    ...POOL,
    change: [['DesiredCount: 2', 'DesiredCount: 1']],
    at: 'Model Properties.DeploymentConfiguration.MaximumPercent',
  },
  {
    rule: 'ecs-deployment-stuck',
    what: '50% and 150% of the fewest tasks of a scaled service, which an update does not set to its count',
    ...FARGATE,
    change: [
      ['MinimumHealthyPercent: 100\n        MaximumPercent: 200', 'MinimumHealthyPercent: 50\n        MaximumPercent: 150'],
      ['MinCapacity: 2', 'MinCapacity: 1'],
    ],
    fixed: [['MinimumHealthyPercent: 100\n        MaximumPercent: 200', 'MinimumHealthyPercent: 50\n        MaximumPercent: 150']],
    at: 'Web Properties.DeploymentConfiguration.MaximumPercent',
  },
  {
    rule: 'ecs-execution-role',
    what: 'secrets without a role',
    ...FARGATE,
    change: [['      ExecutionRoleArn: !GetAtt ExecutionRole.Arn\n', '']],
    at: 'WebTask Properties.ExecutionRoleArn',
  },
  {
    rule: 'ecs-health-check-grace',
    what: 'no grace period',
    ...FARGATE,
    change: [['      HealthCheckGracePeriodSeconds: 60\n', '']],
    at: 'Web Properties.HealthCheckGracePeriodSeconds',
  },
  {
    rule: 'ecs-target-type',
    what: 'instances for tasks with addresses',
    ...FARGATE,
    change: [['      TargetType: ip\n', '']],
    at: 'WebTargets Properties.TargetType',
  },
  {
    rule: 'ecs-service-before-listener',
    what: 'no order',
    ...FARGATE,
    change: [['DependsOn: [Https, PrivateRoute, ReadToken]', 'DependsOn: [PrivateRoute, ReadToken]']],
    at: 'Web DependsOn',
  },
  {
    rule: 'ecs-service-before-listener',
    what: 'a target group that no listener uses',
    ...FARGATE,
    change: [
      ['[{ Type: forward, TargetGroupArn: !Ref WebTargets }]', '[{ Type: fixed-response, FixedResponseConfig: { StatusCode: "404" } }]'],
    ],
    at: 'Web Properties.LoadBalancers[0].TargetGroupArn',
  },
  {
    rule: 'ecs-fargate-egress',
    what: 'public subnets without addresses, and an endpoint for S3 alone',
    ...FARGATE,
    change: [
      [
        'Subnets: [!Ref PrivateA, !Ref PrivateB], SecurityGroups: [!Ref WebGroup]',
        'Subnets: [!Ref PublicA, !Ref PublicB], SecurityGroups: [!Ref WebGroup]',
      ],
      [
        '\nResources:\n',
        `\nResources:\n  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Gateway, ServiceName: com.amazonaws.us-east-1.s3 } }\n`,
      ],
    ],
    fixed: [
      [
        'Subnets: [!Ref PrivateA, !Ref PrivateB], SecurityGroups: [!Ref WebGroup]',
        'Subnets: [!Ref PublicA, !Ref PublicB], SecurityGroups: [!Ref WebGroup]',
      ],
      [
        '\nResources:\n',
        `\nResources:\n  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: com.amazonaws.us-east-1.ecr.dkr } }\n`,
      ],
    ],
    at: 'Web Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
  },
  {
    rule: 'ecs-fargate-egress',
    what: 'public subnets without addresses',
    ...FARGATE,
    change: [
      [
        'Subnets: [!Ref PrivateA, !Ref PrivateB], SecurityGroups: [!Ref WebGroup]',
        'Subnets: [!Ref PublicA, !Ref PublicB], SecurityGroups: [!Ref WebGroup]',
      ],
    ],
    at: 'Web Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
    fixed: [
      [
        'AssignPublicIp: DISABLED, Subnets: [!Ref PrivateA, !Ref PrivateB]',
        'AssignPublicIp: ENABLED, Subnets: [!Ref PublicA, !Ref PublicB]',
      ],
    ],
  },
  {
    rule: 'ecs-placeholder-image',
    what: 'the image of this package',
    ...FARGATE,
    change: [['123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1.4.2', 'public.ecr.aws/docker/library/busybox:1.37']],
    at: 'WebTask Properties.ContainerDefinitions[0].Image',
  },
  {
    rule: 'ecs-pool-room',
    what: 'a GPU for each running task',
    ...POOL,
    change: [
      ["MaxSize: '5'", "MaxSize: '2'"],
      ['MinimumHealthyPercent: 50\n        MaximumPercent: 100', 'MinimumHealthyPercent: 100\n        MaximumPercent: 200'],
    ],
    at: 'Model Properties.DeploymentConfiguration.MinimumHealthyPercent',
    fixed: [
      ["MaxSize: '5'", "MaxSize: '3'"],
      ['MinimumHealthyPercent: 50\n        MaximumPercent: 100', 'MinimumHealthyPercent: 100\n        MaximumPercent: 200'],
    ],
  },
  {
    rule: 'ecs-image-tag',
    what: 'the latest',
    ...FARGATE,
    change: [['amazonaws.com/web:1.4.2', 'amazonaws.com/web']],
    at: 'WebTask Properties.ContainerDefinitions[0].Image',
  },
  {
    rule: 'ecs-capacity-strategy',
    what: 'two bases in the default strategy of a cluster',
    ...FARGATE,
    change: { add: clusterStrategy(1) },
    fixed: { add: clusterStrategy(0) },
    at: 'Shared Properties.DefaultCapacityProviderStrategy',
  },
  {
    rule: 'ecs-depends-on-essential',
    what: 'a container that waits for the end of an essential one',
    ...FARGATE,
    change: [
      ['DependsOn: [{ ContainerName: agent, Condition: HEALTHY }]', 'DependsOn: [{ ContainerName: agent, Condition: SUCCESS }]'],
      [AGENT, ''],
    ],
    fixed: [['DependsOn: [{ ContainerName: agent, Condition: HEALTHY }]', 'DependsOn: [{ ContainerName: agent, Condition: SUCCESS }]']],
    at: 'WebTask Properties.ContainerDefinitions[0].DependsOn[0].Condition',
  },
];
