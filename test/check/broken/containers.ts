import type { Broken } from '../texts';
import { addition, type Properties, type Row, rowsOf } from './rows';

const TASK = 'AWS::ECS::TaskDefinition';
const SERVICE = 'AWS::ECS::Service';
const ROLE = 'arn:aws:iam::123456789012:role/a';
const container = (more: Properties = {}) => ({
  Name: 'web',
  Image: 'public.ecr.aws/nginx/nginx:1.29',
  Memory: 256,
  Essential: true,
  PortMappings: [{ ContainerPort: 80, Name: 'http' }],
  ...more,
});
const task = (containers: readonly Properties[], more: Properties = {}) => ({
  NetworkMode: 'awsvpc',
  ExecutionRoleArn: ROLE,
  Cpu: '512',
  Memory: '1024',
  ContainerDefinitions: containers,
  ...more,
});
const service = (more: Properties) => ({
  Cluster: 'a',
  TaskDefinition: { Ref: 'Task' },
  LaunchType: 'FARGATE',
  DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
  NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'] } },
  ...more,
});
const network = (subnets: number, groups: number) =>
  service({
    TaskDefinition: 'a',
    NetworkConfiguration: {
      AwsvpcConfiguration: {
        Subnets: Array.from({ length: subnets }, (_, index) => `subnet-${index}`),
        SecurityGroups: Array.from({ length: groups }, (_, index) => `sg-${index}`),
      },
    },
  });
/** A container with a violation, and the fixed one. */
const containerRow = (what: string, broken: Properties, fixed: Properties, at: string): Row => [
  what,
  task([container(broken)]),
  task([container(fixed)]),
  `ContainerDefinitions[0].${at}`,
];
const check = (more: Properties) => ({ HealthCheck: { Command: ['CMD-SHELL', 'true'], ...more } });
const variable = (name: string) => ({
  Environment: [{ Name: name, Value: 'a' }],
  Secrets: [{ Name: 'PASSWORD', ValueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:a' }],
});
const offered = (port: string) =>
  service({ ServiceConnectConfiguration: { Enabled: true, Namespace: 'a', Services: [{ PortName: port }] } });
const EXEC = service({ EnableExecuteCommand: true });
const listener = (more: Properties) => ({
  LoadBalancerArn: 'a',
  Port: 443,
  Protocol: 'HTTPS',
  Certificates: [{ CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' }],
  DefaultActions: [{ Type: 'forward', TargetGroupArn: 'a' }],
  ...more,
});
const forward = (weights: readonly number[]) =>
  listener({
    DefaultActions: [
      {
        Type: 'forward',
        ForwardConfig: { TargetGroups: weights.map((Weight, index) => ({ TargetGroupArn: `arn-${index}`, Weight })) },
      },
    ],
  });
const mutual = (more: Properties) => listener({ MutualAuthentication: { Mode: 'verify', ...more } });
const rule = (...conditions: readonly Properties[]) => ({
  ListenerArn: 'a',
  Priority: 1,
  Conditions: conditions,
  Actions: [{ Type: 'forward', TargetGroupArn: 'a' }],
});
const balancer = (scheme: string, mapping: Properties) => ({
  Type: 'network',
  Scheme: scheme,
  SubnetMappings: [{ SubnetId: 'subnet-1', ...mapping }],
});
const PRIVATE = { PrivateIPv4Address: '10.0.0.5' };
const ELASTIC = { AllocationId: 'eipalloc-1' };

/** Broken task definitions, services and load balancers. */
export const BROKEN_CONTAINERS: readonly Broken[] = [
  ...rowsOf('ecs-container-health', TASK, [
    containerRow('a command without CMD', check({ Command: ['curl', 'localhost'] }), check({}), 'HealthCheck.Command[0]'),
    containerRow('an interval of 1 s', check({ Interval: 1 }), check({ Interval: 5 }), 'HealthCheck.Interval'),
    containerRow('11 retries', check({ Retries: 11 }), check({ Retries: 10 }), 'HealthCheck.Retries'),
  ]),
  ...rowsOf('ecs-environment-name', TASK, [
    containerRow('a secret of the same name', variable('PASSWORD'), variable('USER'), 'Secrets[0].Name'),
  ]),
  ...rowsOf('ecs-container-reference', TASK, [
    [
      'two containers of one name',
      task([container(), container({ PortMappings: [] })]),
      task([container(), container({ Name: 'proxy', PortMappings: [] })]),
      'ContainerDefinitions[1].Name',
    ],
  ]),
  ...rowsOf('ecs-ephemeral-storage', TASK, [
    [
      '20 GiB',
      task([container()], { EphemeralStorage: { SizeInGiB: 20 } }),
      task([container()], { EphemeralStorage: { SizeInGiB: 21 } }),
      'EphemeralStorage.SizeInGiB',
    ],
  ]),
  ...rowsOf('ecs-network-limit', SERVICE, [
    ['17 subnets', network(17, 1), network(16, 1), 'NetworkConfiguration.AwsvpcConfiguration.Subnets'],
    ['six security groups', network(1, 6), network(1, 5), 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups'],
  ]),
  ...rowsOf('ecs-platform-version', SERVICE, [
    [
      'a version on EC2',
      service({ TaskDefinition: 'a', LaunchType: 'EC2', PlatformVersion: 'LATEST' }),
      service({ TaskDefinition: 'a', PlatformVersion: 'LATEST' }),
      'PlatformVersion',
    ],
  ]),
  addition(
    'ecs-exec-role',
    'no task role',
    { Task: [TASK, task([container()])], Service: [SERVICE, EXEC] },
    { Task: [TASK, task([container()], { TaskRoleArn: ROLE })] },
    'Task Properties.TaskRoleArn',
  ),
  addition(
    'ecs-service-connect-port',
    'a name that no port has',
    { Task: [TASK, task([container()])], Service: [SERVICE, offered('web')] },
    { Service: [SERVICE, offered('http')] },
    'Service Properties.ServiceConnectConfiguration.Services[0].PortName',
  ),
  ...rowsOf('elb-forward', 'AWS::ElasticLoadBalancingV2::Listener', [
    ['a weight of 1000', forward([1000, 1]), forward([999, 1]), 'DefaultActions[0].ForwardConfig.TargetGroups[0].Weight'],
    ['six target groups', forward([1, 1, 1, 1, 1, 1]), forward([1, 1, 1, 1, 1]), 'DefaultActions[0].ForwardConfig.TargetGroups'],
  ]),
  ...rowsOf('elb-listener-setting', 'AWS::ElasticLoadBalancingV2::Listener', [
    ['no trust store', mutual({}), mutual({ TrustStoreArn: 'a' }), 'MutualAuthentication.TrustStoreArn'],
    ['an ALPN policy of HTTPS', listener({ AlpnPolicy: ['HTTP2Preferred'] }), listener({}), 'AlpnPolicy'],
  ]),
  ...rowsOf('elb-rule-condition', 'AWS::ElasticLoadBalancingV2::ListenerRule', [
    [
      'a header in Values',
      rule({ Field: 'http-header', Values: ['a'] }),
      rule({ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-A', Values: ['a'] } }),
      'Conditions[0].HttpHeaderConfig',
    ],
    [
      'two path patterns',
      rule({ Field: 'path-pattern', Values: ['/a'] }, { Field: 'path-pattern', Values: ['/b'] }),
      rule({ Field: 'path-pattern', Values: ['/a', '/b'] }),
      'Conditions[1].Field',
    ],
  ]),
  ...rowsOf('elb-static-address', 'AWS::ElasticLoadBalancingV2::LoadBalancer', [
    [
      'a private address on the internet',
      balancer('internet-facing', PRIVATE),
      balancer('internal', PRIVATE),
      'SubnetMappings[0].PrivateIPv4Address',
    ],
    ['an Elastic IP address inside', balancer('internal', ELASTIC), balancer('internet-facing', ELASTIC), 'SubnetMappings[0].AllocationId'],
  ]),
];
