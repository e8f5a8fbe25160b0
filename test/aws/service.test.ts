import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { createApp } from '../../lib/aws/app';
import { BlueprintStack } from '../../lib/aws/blueprint-stack';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { balancer, blueprintOf, fargate, nodePool, PROXY, service, small, veryLarge } from '../support/blueprints';
import { containerOf, environmentOf, resourceOf, resourcesAt, resourcesOf, templateOf } from '../support/templates';

const SERVICE = 'AWS::ECS::Service';
const TASK = 'AWS::ECS::TaskDefinition';

/** Logical id of the ECS service of a component. */
function serviceIdOf(blueprint: Blueprint, component: string): string | undefined {
  const only = resourceOf(blueprint, component, SERVICE);
  return Object.entries(resourcesOf(blueprint)).find(([, resource]) => resource === only)?.[0];
}

describe('a service on EC2 instances', () => {
  test('uses dynamic ports for HTTP', () => {
    expect(resourceOf(small, 'api', TASK).Properties.NetworkMode).toBe('bridge');
    expect(containerOf(small, 'api').PortMappings).toEqual([expect.objectContaining({ ContainerPort: 3000, HostPort: 0 })]);
  });

  test('uses fixed ports for UDP on instances with public addresses', () => {
    expect(resourceOf(small, 'bridge', TASK).Properties.NetworkMode).toBe('bridge');
    const ports = containerOf(small, 'bridge').PortMappings.map(({ HostPort, Protocol }) => `${HostPort}/${Protocol}`);
    expect(ports).toEqual(['5060/tcp', '5060/udp', '10000/udp']);
  });

  test('uses its own address for UDP on private instances, so that several tasks fit on an instance', () => {
    expect(resourceOf(veryLarge, 'bridge', TASK).Properties.NetworkMode).toBe('awsvpc');
    expect(resourceOf(veryLarge, 'bridge', SERVICE).Properties.NetworkConfiguration).toMatchObject({
      AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' },
    });
  });

  test('reserves its CPU units, memory and GPU', () => {
    expect(containerOf(veryLarge, 'image-worker')).toMatchObject({
      Cpu: 1024,
      Memory: 2048,
      ResourceRequirements: [{ Type: 'GPU', Value: '1' }],
    });
  });

  test('uses the capacity provider of its pool, which is associated with the cluster before', () => {
    const [association] = Object.keys(templateOf(small).findResources('AWS::ECS::ClusterCapacityProviderAssociations'));
    const { Properties, ...resource } = resourceOf(small, 'api', SERVICE) as ReturnType<typeof resourceOf> & { DependsOn?: string[] };
    expect(Properties.CapacityProviderStrategy).toEqual([
      { CapacityProvider: { Ref: expect.stringMatching(/^nodesCapacity/) }, Weight: 1 },
    ]);
    expect(resource.DependsOn).toContain(association);
  });

  // Source: Amazon ECS API reference, UpdateService, networkConfiguration, and aws-actions/amazon-ecs-deploy-task-definition#616.
  test('is another resource with a network interface for each task, because no update removes a network configuration', () => {
    expect(serviceIdOf(small, 'api')).toMatch(/^apiService/);
    expect(serviceIdOf(fargate, 'api')).toMatch(/^apiAwsvpcService/);
  });

  // Source: Amazon ECS API reference, ServiceConnectService and ServiceConnectClientAlias: unique within the namespace.
  test('has another name in Service Connect with another resource, because both exist during a move', () => {
    const components = [
      service('web', { uses: ['api'], proxy: PROXY }),
      service('api', { proxy: PROXY, ports: [{ port: 3000, protocol: 'http' }] }),
    ];
    const called = blueprintOf({ options: { compute: 'fargate' }, components });
    expect(serviceIdOf(called, 'api')).toMatch(/^apiAwsvpcService/);
    expect(environmentOf(called, 'web').API_URL).toBe('http://api-awsvpc:3000');
    expect(resourceOf(called, 'api', SERVICE).Properties.ServiceConnectConfiguration).toMatchObject({
      Services: [{ DiscoveryName: 'api-awsvpc', ClientAliases: [{ DnsName: 'api-awsvpc', Port: 3000 }] }],
    });
  });

  test('clears load balancers, and placement strategies on Fargate, because ECS retains lists that a template omits', () => {
    expect(resourceOf(small, 'worker', SERVICE).Properties.LoadBalancers).toEqual([]);
    expect(resourceOf(fargate, 'api', SERVICE).Properties.PlacementStrategies).toEqual([]);
  });

  test.each([
    ['starts new tasks before old ones stop', small, 'worker', 100, 200],
    ['stops the only task first where its port is taken', small, 'bridge', 0, 100],
    ['stops the only task first where its GPU is taken', veryLarge, 'image-worker', 0, 100],
  ] as const)('%s', (_name, blueprint, id, MinimumHealthyPercent, MaximumPercent) => {
    expect(resourceOf(blueprint, id, SERVICE).Properties.DeploymentConfiguration).toMatchObject({
      MinimumHealthyPercent,
      MaximumPercent,
      DeploymentCircuitBreaker: { Enable: true, Rollback: true },
    });
  });

  test('has no desired count with autoscaling', () => {
    expect(resourceOf(small, 'api', SERVICE).Properties).not.toHaveProperty('DesiredCount');
    expect(resourceOf(small, 'bridge', SERVICE).Properties.DesiredCount).toBe(1);
  });

  test('has a health check grace period only behind a load balancer, as ECS requires', () => {
    expect(resourceOf(small, 'api', SERVICE).Properties.HealthCheckGracePeriodSeconds).toBe(180);
    expect(resourceOf(small, 'worker', SERVICE).Properties).not.toHaveProperty('HealthCheckGracePeriodSeconds');
  });
});

describe('a service on Fargate', () => {
  test('has a Fargate size and the architecture of the blueprint', () => {
    const { Properties } = resourceOf(fargate, 'api', TASK);
    expect(Properties).toMatchObject({ Cpu: '1024', Memory: '2048', NetworkMode: 'awsvpc', RuntimePlatform: { CpuArchitecture: 'ARM64' } });
  });

  test('has no public address behind NAT gateways, and one without them', () => {
    const withoutNat = blueprintOf({ natGateways: 0, options: { compute: 'fargate' }, components: [service('api')] });
    for (const [blueprint, AssignPublicIp] of [
      [fargate, 'DISABLED'],
      [withoutNat, 'ENABLED'],
    ] as const) {
      expect(resourceOf(blueprint, 'api', SERVICE).Properties.NetworkConfiguration).toMatchObject({
        AwsvpcConfiguration: { AssignPublicIp },
      });
    }
  });
});

describe('scaling', () => {
  test('scales a service between its bounds by each of its targets', () => {
    expect(resourceOf(small, 'api', 'AWS::ApplicationAutoScaling::ScalableTarget').Properties).toMatchObject({
      MinCapacity: 1,
      MaxCapacity: 2,
    });
    const targets = resourcesAt(small, 'api', 'AWS::ApplicationAutoScaling::ScalingPolicy').map(
      ({ Properties }) => (Properties.TargetTrackingScalingPolicyConfiguration as { TargetValue: number }).TargetValue,
    );
    expect(targets).toEqual([70, 80]);
  });

  test('uses waiting messages per running task', () => {
    templateOf(small).hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
      PolicyName: 'worker-queue',
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 50,
        CustomizedMetricSpecification: {
          Metrics: Match.arrayWith([Match.objectLike({ Expression: 'waiting / FILL(running, 1)', ReturnData: true })]),
        },
      },
    });
  });

  test('is absent when minimum and maximum are equal', () => {
    expect(resourcesAt(small, 'bridge', 'AWS::ApplicationAutoScaling::ScalableTarget')).toEqual([]);
  });
});

describe('the environment of a service', () => {
  test('contains addresses of the components that it uses, its sizes, and secrets only by reference', () => {
    const environment = environmentOf(veryLarge, 'api');
    expect(Object.keys(environment).sort()).toEqual([
      'AWS_REGION',
      'CACHE_CLUSTER',
      'CACHE_HOST',
      'CACHE_PORT',
      'CACHE_TLS',
      'DATABASE_HOST',
      'DATABASE_NAME',
      'DATABASE_POOL_MAX',
      'DATABASE_PORT',
      'DATABASE_READER_HOSTS',
      'FILES_BUCKET',
      'JOBS_QUEUE_URL',
      'PORT',
      'WORKERS',
    ]);
    expect(environment).toMatchObject({ DATABASE_POOL_MAX: '10', WORKERS: '1', PORT: '3000' });
    const secrets = containerOf(veryLarge, 'api').Secrets.map(({ Name }) => Name);
    expect(secrets).toEqual(['DATABASE_USERNAME', 'DATABASE_PASSWORD', 'CACHE_PASSWORD']);
  });

  test('contains nothing about other components', () => {
    expect(Object.keys(environmentOf(small, 'bridge')).filter((name) => /^(DATABASE|FILES|JOBS)_/.test(name))).toEqual([]);
    expect(
      resourcesAt(small, 'bridge', 'AWS::IAM::Policy')
        .map(({ Properties }) => JSON.stringify(Properties))
        .join(),
    ).not.toMatch(/s3:|sqs:/);
  });

  // Amazon ECS developer guide, "Service Connect components": a memory limit of the task above the sum of its containers.
  test('has a task with memory and CPU for the proxy of Service Connect, on instances and on Fargate', () => {
    expect(resourceOf(veryLarge, 'api', 'AWS::ECS::TaskDefinition').Properties).toMatchObject({
      Cpu: String((containerOf(veryLarge, 'api').Cpu as number) + 256),
      Memory: String((containerOf(veryLarge, 'api').Memory as number) + 64),
    });
    expect(resourceOf(veryLarge, 'worker', 'AWS::ECS::TaskDefinition').Properties).not.toHaveProperty('Memory');
  });

  test('is created after the services that it calls, and sets no time limit on requests', () => {
    expect(resourceOf(veryLarge, 'bridge', SERVICE).DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^apiService/)]));
    expect(resourceOf(veryLarge, 'api', SERVICE).Properties.ServiceConnectConfiguration).toMatchObject({
      Services: [{ Timeout: { PerRequestTimeoutSeconds: 0, IdleTimeoutSeconds: 3600 } }],
    });
  });

  // Amazon ECS developer guide, "Availability Zone rebalancing": on by default for new services, refused with a maximum of 100%.
  test('sets Availability Zone rebalancing in every form', () => {
    for (const blueprint of [small, veryLarge]) {
      for (const [, { Type, Properties }] of Object.entries(resourcesOf(blueprint))) {
        if (Type !== SERVICE) continue;
        const { MaximumPercent } = Properties.DeploymentConfiguration as { readonly MaximumPercent: number };
        expect(Properties.AvailabilityZoneRebalancing).toBe(MaximumPercent > 100 ? 'ENABLED' : 'DISABLED');
      }
    }
  });

  test('contains names of other services, which are reachable from it only', () => {
    expect(environmentOf(veryLarge, 'bridge').API_URL).toBe('http://api:3000');
    expect(resourceOf(veryLarge, 'api', SERVICE).Properties.ServiceConnectConfiguration).toMatchObject({
      Services: [{ PortName: 'http-3000', DiscoveryName: 'api', ClientAliases: [{ DnsName: 'api', Port: 3000 }] }],
    });
    expect(resourceOf(veryLarge, 'bridge', SERVICE).Properties.ServiceConnectConfiguration).toMatchObject({ Enabled: true });
    expect(resourceOf(veryLarge, 'worker', SERVICE).Properties.ServiceConnectConfiguration).toEqual({ Enabled: false });
    const rules = resourcesAt(veryLarge, 'nodes', 'AWS::EC2::SecurityGroupIngress').filter(
      ({ Properties }) => Properties.Description === 'calls the service',
    );
    expect(rules).toHaveLength(1);
  });

  test('comes with permissions to read and write objects, and to send or receive messages', () => {
    const actions = (id: string) => JSON.stringify(resourcesAt(small, id, 'AWS::IAM::Policy').map(({ Properties }) => Properties));
    expect(actions('api')).toContain('s3:PutObject');
    expect(actions('api')).not.toMatch(/s3:[A-Za-z]*\*/);
    expect(actions('api')).toContain('sqs:SendMessage');
    expect(actions('api')).not.toContain('sqs:ReceiveMessage');
    expect(actions('worker')).toContain('sqs:ReceiveMessage');
    expect(actions('worker')).not.toContain('sqs:SendMessage');
  });
});

describe('images', () => {
  const blueprint = blueprintOf({
    components: [
      nodePool('nodes'),
      service('api', { pool: 'nodes', ports: [{ port: 80, protocol: 'http' }], healthPath: '/up/now' }),
      balancer('entry', 'application', 'api'),
    ],
  });

  function imageOf(props: { readonly imageTag?: string; readonly images?: Readonly<Record<string, string>> }) {
    const app = createApp({ builtinCloudFormationValidation: false });
    const stack = new BlueprintStack(app, undefined, { blueprint, ...props });
    const { template } = app.synth().getStackArtifact(stack.artifactId);
    const tasks = Object.values(
      (template as { Resources: Record<string, { Type: string; Properties: { ContainerDefinitions: { Image: unknown }[] } }> }).Resources,
    );
    return tasks.find(({ Type }) => Type === TASK)?.Properties.ContainerDefinitions[0]?.Image;
  }

  test('are a placeholder that answers health checks by default', () => {
    const { Image, Command } = containerOf(blueprint, 'api');
    expect(Image).toMatch(/busybox/);
    expect(Command?.join('\n')).toContain('> /tmp/www/up/now');
    expect(Command?.join('\n')).toContain('httpd -p 80');
    expect(resourcesAt(blueprint, 'api', 'AWS::ECR::Repository')).toHaveLength(1);
  });

  /** Source: Amazon ECR user guide, "Image tag mutability": a push of an existing tag fails with ImageTagAlreadyExistsException. */
  test('have tags that cannot be moved to another image', () => {
    for (const platform of ['ecs', 'eks'] as const) {
      const repositories = Object.values(resourcesOf(blueprintFor({ system: 'aiva', tier: 'small', platform }))).filter(
        ({ Type }) => Type === 'AWS::ECR::Repository',
      );
      expect(repositories.length).toBeGreaterThan(0);
      for (const { Properties } of repositories) expect(Properties).toMatchObject({ ImageTagMutability: 'IMMUTABLE' });
    }
  });

  test('come from the repository of the service when a tag is set', () => {
    expect(JSON.stringify(imageOf({ imageTag: '1.4.2' }))).toMatch(/apiRepository.*:1\.4\.2/);
  });

  test('come from `images` with precedence over the tag', () => {
    expect(imageOf({ imageTag: '1.4.2', images: { api: 'example.com/api:7' } })).toBe('example.com/api:7');
  });
});
