import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { estimate, InputError, TierStack, type TierStackProps } from '../../lib';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { assistant } from '../../tiers';
import { shop } from './fixtures/shop';

const stackOf = (tier: 'small' | 'large' = 'small', more: Record<string, unknown> = {}) =>
  new TierStack(new App(), 'Shop', { system: shop, tier, imageTag: '1.4.2', ...more });

describe('the parts of a TierStack', () => {
  it('have the ids of the components, which the type checker knows', () => {
    const stack = stackOf();
    expectTypeOf<keyof typeof stack.services>().toEqualTypeOf<'api' | 'worker'>();
    expectTypeOf<keyof typeof stack.databases>().toEqualTypeOf<'database' | 'orders'>();
    expectTypeOf<keyof typeof stack.loadBalancers>().toEqualTypeOf<'entry'>();
    expectTypeOf(stack.loadBalancers.entry).toEqualTypeOf<elb.ApplicationLoadBalancer>();
    expectTypeOf(stack.services.api.service).toEqualTypeOf<ecs.Ec2Service | ecs.FargateService>();
    expectTypeOf(stack.services.api.taskDefinition).toEqualTypeOf<ecs.TaskDefinition>();
    expectTypeOf(stack.cache.replicationGroup).toEqualTypeOf<elasticache.CfnReplicationGroup>();
    expectTypeOf(stack.queues.jobs).toEqualTypeOf<sqs.Queue>();
    expectTypeOf(stack.vpc).toEqualTypeOf<ec2.IVpc>();
    expect(Object.keys(stack.services)).toEqual(['api', 'worker']);
    expect(Object.keys(stack.nodePools)).toEqual(['nodes']);
  });

  it('have any id in a system whose type does not list its components', () => {
    expectTypeOf<keyof TierStack<SystemDefinition>['services']>().toEqualTypeOf<string>();
    expectTypeOf<TierStack<SystemDefinition>['loadBalancers']['entry']>().toEqualTypeOf<
      elb.ApplicationLoadBalancer | elb.NetworkLoadBalancer
    >();
    expectTypeOf<TierStackProps['images']>().toEqualTypeOf<{ readonly [Id: string]: string | undefined } | undefined>();
  });

  it('have the service of the option gpu', () => {
    const service = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 1, gpus: 1 } as const;
    type WithGpu = {
      readonly id: 'x';
      readonly tiers: readonly [{ id: 'a'; components: Record<never, never>; gpu: { default: 't4'; service: typeof service } }];
    };
    expectTypeOf<keyof TierStack<WithGpu>['services']>().toEqualTypeOf<'image-worker'>();
  });

  it('let a function of another stack connect, whose stack then depends on that of the tier only', () => {
    const app = new App();
    const env = { account: '123456789012', region: 'us-east-1' };
    const network = new Stack(app, 'Network', { env });
    const vpc = new ec2.Vpc(network, 'Vpc', { availabilityZones: ['us-east-1a', 'us-east-1b'] });
    const tier = new TierStack(app, 'Chat', { system: assistant, tier: 'pooled', imageTag: '1.4.2', env, vpc });
    const reports = new Stack(app, 'Reports', { env });
    const report = new lambda.Function(reports, 'Report', {
      vpc,
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
    });
    tier.database.grantConnect(report);
    tier.cache.grantConnect(report);
    const rules = Template.fromStack(reports).findResources('AWS::EC2::SecurityGroupIngress');
    expect(Object.values(rules).map(({ Properties }) => Properties.Description)).toEqual(['uses the database', 'uses the cache']);
    expect(tier.dependencies.map(({ node }) => node.id)).toEqual(['Network']);
    expect(reports.dependencies.map(({ node }) => node.id).sort()).toEqual(['Chat', 'Network']);
  });

  it('have the port of the database also behind a proxy', () => {
    const stack = new TierStack(new App(), 'Chat', { system: assistant, tier: 'pooled', imageTag: '1.4.2' });
    expect(stack.database.proxy).toBeDefined();
    stack.database.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.1.0.0/16'));
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: Match.arrayWith([Match.objectLike({ CidrIp: '10.1.0.0/16', FromPort: 5432, ToPort: 5432 })]),
    });
  });

  it('take grants, alarms, environment variables and network paths', () => {
    const stack = stackOf();
    const { services, database, cache, queues, buckets, loadBalancers, nodePools } = stack;
    const topic = new sns.Topic(stack, 'Orders');
    topic.grantPublish(services.api.role);
    services.api.container.addEnvironment('ORDERS_TOPIC', topic.topicArn);
    const client = new ec2.Connections({
      securityGroups: [new ec2.SecurityGroup(stack, 'Report', { vpc: stack.vpc })],
      defaultPort: ec2.Port.tcp(1),
    });
    database.connections.allowDefaultPortFrom(client);
    cache.connections.allowDefaultPortFrom(client);
    const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    database.secret.grantRead(role);
    cache.secret.grantRead(role);
    buckets.files.grantRead(role);
    queues.jobs.grantSendMessages(role);
    services.api.repository.grantPull(role);
    database.instance.grantConnect(role, 'report');
    database.instance.metricFreeStorageSpace().createAlarm(stack, 'Storage', { threshold: 1e9, evaluationPeriods: 1 });
    services.api.service.metricCpuUtilization().createAlarm(stack, 'Cpu', { threshold: 90, evaluationPeriods: 3 });
    new cloudwatch.Alarm(stack, 'Old', { metric: queues.jobs.metricApproximateAgeOfOldestMessage(), threshold: 600, evaluationPeriods: 1 });
    loadBalancers.entry.setAttribute('routing.http2.enabled', 'false');
    nodePools.nodes.autoScalingGroup.addUserData('echo ready');

    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::CloudWatch::Alarm', 3);
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'rds-db:connect' })]) },
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ Environment: Match.arrayWith([Match.objectLike({ Name: 'ORDERS_TOPIC' })]) })],
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      LoadBalancerAttributes: Match.arrayWith([{ Key: 'routing.http2.enabled', Value: 'false' }]),
    });
    const ingress = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress'));
    expect(ingress.filter(({ Properties }) => JSON.stringify(Properties.SourceSecurityGroupId).includes('Report'))).toHaveLength(2);
    expect(estimate(stack).lineItems.some(({ type }) => type === 'AWS::CloudWatch::Alarm')).toBe(true);
  });

  it('can be used by another stack of the app', () => {
    const app = new App();
    const tier = new TierStack(app, 'Shop', {
      system: shop,
      tier: 'small',
      env: { account: '123456789012', region: 'us-east-1' },
      imageTag: '1',
    });
    const other = new Stack(app, 'Reports', { env: { account: '123456789012', region: 'us-east-1' } });
    const role = new iam.Role(other, 'Reader', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    tier.database.secret.grantRead(role);
    Template.fromStack(other).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [Match.objectLike({ Resource: { 'Fn::ImportValue': Match.anyValue() } })] },
    });
  });

  it('refuse an id that the tier does not have, with those that it has', () => {
    const stack = stackOf();
    expect('orders' in stack.databases).toBe(false);
    expect(() => stack.databases.orders).toThrow(InputError);
    expect(() => stack.databases.orders).toThrow('databases: invalid value "orders"; expected database');
    // @ts-expect-error the ids of components are typed: this unknown id must not compile, and throws when it is read
    expect(() => stack.services.wroker).toThrow('Did you mean "worker"');
    // @ts-expect-error so are those of images
    expect(() => new TierStack(new App(), 'Shop', { system: shop, tier: 'small', images: { wroker: 'a/b:1' } })).toThrow('"worker"');
    expect(JSON.stringify(Object.keys(stack.services))).toBe('["api","worker"]');
  });

  it('refuse the database or the cache of a tier that has none or several', () => {
    const stack = stackOf('large');
    expect(() => stack.database).toThrow('databases: the tier has several; expected databases with one of database, orders');
    expect(() => stack.cache).toThrow('caches: the tier has none; expected a tier with a component in caches');
    expect(stack.databases.orders.replicas).toEqual([]);
  });

  it('have no ECS services on EKS, which the error states', () => {
    const stack = new TierStack(new App(), 'Shop', { system: shop, tier: 'small', platform: 'eks', imageTag: '1' });
    expect(() => stack.services.api).toThrow('services.api: the stack has none; expected no use of services');
    expect(stack.database.instance.node.path).toBe('Shop/database/Instance');
  });
});
