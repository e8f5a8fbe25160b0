import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  estimate,
  TierCache,
  TierDatabase,
  TierQueue,
  type TierQueueProps,
  TierService,
  type TierServiceProps,
  TierStack,
} from '../../lib';
import { ENV, existingVpc, linesOf, ownStack } from './fixtures/components';
import { shop } from './fixtures/shop';

const small = { system: shop, tier: 'small' } as const;

/** A stack of a user with a cluster and a load balancer. */
function platform() {
  const { stack, vpc } = ownStack();
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const balancer = new elb.ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true });
  const listener = balancer.addListener('Http', { port: 80, open: true, protocol: elb.ApplicationProtocol.HTTP });
  return { stack, vpc, cluster, listener };
}

/** The shop as single constructs. */
function shopOf(props: Partial<TierServiceProps<typeof shop>> = {}) {
  const { stack, vpc, cluster, listener } = platform();
  const database = new TierDatabase(stack, 'Orders', { ...small, component: 'database', vpc });
  const cache = new TierCache(stack, 'Sessions', { ...small, component: 'cache', vpc });
  const jobs = new TierQueue(stack, 'Jobs', { ...small, component: 'jobs' });
  const api = new TierService(stack, 'Api', {
    ...small,
    component: 'api',
    cluster,
    imageTag: '1.4.2',
    uses: [database, cache, jobs],
    listener,
    ...props,
  });
  const worker = new TierService(stack, 'Worker', {
    ...small,
    component: 'worker',
    cluster,
    imageTag: '1.4.2',
    uses: [database],
    worksOn: jobs,
  });
  return { stack, vpc, cluster, database, cache, jobs, api, worker };
}

function inTierStack(): Stack {
  const app = new App();
  const vpc = existingVpc(new Stack(app, 'Platform', { env: ENV }));
  return new TierStack(app, 'Shop', { ...small, vpc, compute: 'fargate', env: ENV, imageTag: '1.4.2' });
}

describe('TierService', () => {
  it('has the billed line items that it has in a TierStack on Fargate', () => {
    const { stack } = shopOf();
    const whole = inTierStack();
    expect(linesOf(stack, 'Api')).toEqual(linesOf(whole, 'api'));
    expect(linesOf(stack, 'Worker')).toEqual(linesOf(whole, 'worker'));
    expect(linesOf(stack, 'Jobs')).toEqual(linesOf(whole, 'jobs'));
    expect(linesOf(stack, 'Api').length).toBeGreaterThan(4);
    expect(estimate(stack).lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
  });

  it('has the target group, the task and the scaling that it has in a TierStack', () => {
    const own = Template.fromStack(shopOf().stack);
    const whole = Template.fromStack(inTierStack());
    const properties = (template: Template, type: string, id: RegExp) =>
      Object.entries(template.findResources(type)).flatMap(([name, { Properties }]) => (id.test(name) ? [Properties] : []));
    const [targets] = properties(own, 'AWS::ElasticLoadBalancingV2::TargetGroup', /^Api/);
    expect(targets).toEqual(properties(whole, 'AWS::ElasticLoadBalancingV2::TargetGroup', /^entry/)[0]);
    const taskOf = (template: Template, id: RegExp) => {
      const [{ Cpu, Memory, NetworkMode, RuntimePlatform } = {} as Record<string, unknown>] = properties(
        template,
        'AWS::ECS::TaskDefinition',
        id,
      );
      return { Cpu, Memory, NetworkMode, RuntimePlatform };
    };
    expect(taskOf(own, /^Api/)).toEqual(taskOf(whole, /^api/));
    const targetsOf = (template: Template, id: RegExp) =>
      properties(template, 'AWS::ApplicationAutoScaling::ScalableTarget', id).map(({ MinCapacity, MaxCapacity }) => [
        MinCapacity,
        MaxCapacity,
      ]);
    expect(targetsOf(own, /^Api/)).toEqual([[1, 2]]);
    expect(targetsOf(own, /^Api/)).toEqual(targetsOf(whole, /^api/));
  });

  it('runs in a cluster that may have no capacity providers, behind the listener', () => {
    const template = Template.fromStack(shopOf().stack);
    template.hasResourceProperties('AWS::ECS::Service', {
      LaunchType: 'FARGATE',
      HealthCheckGracePeriodSeconds: 180,
      LoadBalancers: [Match.objectLike({ ContainerName: 'Api', ContainerPort: 8080 })],
      ServiceConnectConfiguration: { Enabled: false },
      NetworkConfiguration: { AwsvpcConfiguration: Match.objectLike({ Subnets: ['subnet-0a1b2c33', 'subnet-0a1b2c34'] }) },
    });
    template.hasResourceProperties('AWS::ECS::Service', { LoadBalancers: [], HealthCheckGracePeriodSeconds: Match.absent() });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { DefaultActions: [Match.objectLike({ Type: 'forward' })] });
  });

  it('gets addresses, credentials and permissions of the components that it uses', () => {
    const template = Template.fromStack(shopOf().stack);
    const named = (name: string) => Match.arrayWith([Match.objectLike({ Name: name })]);
    for (const name of ['ORDERS_HOST', 'SESSIONS_HOST', 'JOBS_QUEUE_URL']) {
      template.hasResourceProperties('AWS::ECS::TaskDefinition', {
        ContainerDefinitions: [Match.objectLike({ Name: 'Api', Environment: named(name) })],
      });
    }
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ Name: 'Api', Secrets: named('ORDERS_PASSWORD') })],
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ Name: 'Worker', Environment: named('JOBS_QUEUE_URL') })],
    });
    const text = JSON.stringify(template.findResources('AWS::IAM::Policy'));
    expect(text).toContain('sqs:SendMessage');
    expect(text).toContain('sqs:ReceiveMessage');
  });

  it('shares a listener by rules, also one that is not of the app', () => {
    const { stack, vpc } = ownStack();
    const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0a1b2c3d');
    const listener = elb.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
      listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/0a1b2c3d4e5f6071/0a1b2c3d4e5f6072',
      securityGroup,
    });
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shared', vpc, securityGroups: [] });
    const api = new TierService(stack, 'Api', {
      ...small,
      component: 'api',
      cluster,
      image: 'example.com/api:7',
      listener,
      rule: { priority: 10, conditions: [elb.ListenerCondition.pathPatterns(['/api/*'])] },
    });
    expect(api.targetGroup).toBeDefined();
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', { Priority: 10 });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ Image: 'example.com/api:7' })],
    });
    template.hasResourceProperties('AWS::ECS::Service', { Cluster: 'shared' });
  });

  it('can be extended: another target group, Service Connect', () => {
    const { stack, api, worker, vpc } = shopOf();
    const other = new elb.NetworkLoadBalancer(stack, 'Internal', { vpc });
    other.addListener('Tcp', { port: 80 }).addTargets('Worker', { port: 80, targets: [api.service] });
    const cluster = stack.node.findChild('Cluster') as ecs.Cluster;
    cluster.addDefaultCloudMapNamespace({ name: 'shop', useForServiceConnect: true });
    worker.service.enableServiceConnect();
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ECS::Service', { LoadBalancers: [Match.anyValue(), Match.anyValue()] });
    template.hasResourceProperties('AWS::ECS::Service', { ServiceConnectConfiguration: Match.objectLike({ Enabled: true }) });
  });

  it('has an error without an image', () => {
    const { stack, cluster, listener } = platform();
    new TierService(stack, 'Api', { ...small, component: 'api', cluster, listener });
    Annotations.fromStack(stack).hasError('*', Match.stringLikeRegexp('^No image for Api\\. Set imageTag'));
  });

  it('refuses connections that its component does not have', () => {
    const attempt = (props: Readonly<Record<string, unknown>>) => () => {
      const { stack, cluster } = platform();
      new TierService(stack, 'Api', { ...small, component: 'api', cluster, imageTag: '1', ...props } as unknown as TierServiceProps<
        typeof shop
      >);
    };
    const { stack, jobs } = shopOf();
    const { listener } = platform();
    const rule = { priority: 1, conditions: [elb.ListenerCondition.pathPatterns(['/*'])] };
    expect(attempt({ component: 'worker' })).toThrow('worksOn: missing; expected the TierQueue of jobs');
    expect(attempt({ worksOn: jobs })).toThrow('worksOn: the component works on no queue');
    expect(attempt({ component: 'worker', worksOn: jobs, listener })).toThrow('listener: the component has no HTTP port');
    expect(attempt({ rule })).toThrow('rule: there is no listener');
    expect(attempt({ images: {} })).toThrow(/images: unknown key; .*Did you mean "image"/);
    expect(stack.region).toBe('eu-west-1');
  });

  it('has typed tiers, components and parts', () => {
    expectTypeOf<TierServiceProps<typeof shop>['component']>().toEqualTypeOf<'api' | 'worker'>();
    expectTypeOf<TierQueueProps<typeof shop>['component']>().toEqualTypeOf<'jobs'>();
    expectTypeOf<TierService['service']>().toEqualTypeOf<ecs.Ec2Service | ecs.FargateService>();
    expectTypeOf<TierService['taskDefinition']>().toEqualTypeOf<ecs.TaskDefinition>();
    expectTypeOf<TierService['targetGroup']>().toEqualTypeOf<elb.ApplicationTargetGroup | undefined>();
    expectTypeOf<TierService>().toExtend<ec2.IConnectable>();
  });
});
