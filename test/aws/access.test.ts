import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { clusterAccessWarnings } from '../../lib/answers/cluster-access';
import { deploymentOf } from '../../lib/answers/deployment';
import { createApp } from '../../lib/aws/app';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { TierStack } from '../../lib/cdk/tier-stack';
import { check } from '../../lib/check/check';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { InputError } from '../../lib/core/problems';
import { aiva } from '../../tiers/aiva';
import { barberOps } from '../../tiers/barber-ops';
import { uxFlow as uxFlowSystem } from '../../tiers/ux-flow';
import { eksBlueprint } from '../support/eks-blueprints';
import { stacksFor } from '../support/synthesized';
import { resourceOf, resourcesAt, resourcesOf, templateOf } from '../support/templates';

const RANGES = '203.0.113.0/24,198.51.100.7/32';
const voice = (options: Readonly<Record<string, string>> = {}) => blueprintFor({ system: 'aiva', tier: 'large', ...options });

interface IngressRule {
  readonly CidrIp: string;
  readonly FromPort: number;
  readonly IpProtocol: string;
}

/** Ranges that may use the ports of the network load balancer, by port. */
function voiceRanges(options: Readonly<Record<string, string>>): Record<string, string[]> {
  const rules = resourcesAt(voice(options), 'voice-entry', 'AWS::EC2::SecurityGroup').flatMap(
    ({ Properties }) => Properties.SecurityGroupIngress as readonly IngressRule[],
  );
  const byPort: Record<string, string[]> = {};
  for (const { CidrIp, FromPort, IpProtocol } of rules) {
    const port = `${FromPort}/${IpProtocol}`;
    byPort[port] = [...(byPort[port] ?? []), CidrIp];
  }
  return byPort;
}

describe('clients of TCP and UDP ports', () => {
  // RFC 1918, section 3: the blocks of addresses for private internets.
  const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

  test.each([
    ['private addresses by default', {}, PRIVATE, 'private-ports'],
    ['every address where clientCidrs requests it', { clientCidrs: '0.0.0.0/0' }, ['0.0.0.0/0'], 'open-ports'],
  ])('are %s, with a warning that names the ports', (_name, options, expected, kind) => {
    const ranges = voiceRanges(options);
    expect(Object.keys(ranges).length).toBeGreaterThan(0);
    for (const each of Object.values(ranges)) expect(each).toEqual(expected);
    const { warnings } = voice(options);
    expect(warnings).toContainEqual({ kind, component: 'voice-entry', ports: expect.arrayContaining(Object.keys(ranges)) });
    expect(warnings.filter((warning) => warning.kind === 'open-ports' || warning.kind === 'private-ports')).toHaveLength(1);
  });

  test('are the ranges of clientCidrs, without a warning', () => {
    const ranges = Object.values(voiceRanges({ clientCidrs: RANGES }));
    expect(ranges.length).toBeGreaterThan(0);
    for (const each of ranges) expect(each).toEqual(RANGES.split(','));
    expect(voice({ clientCidrs: RANGES }).warnings.map(({ kind }) => kind)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/-ports$/)]),
    );
  });

  test.each(['203.0.113.0', '203.0.113.0/33', '256.0.0.0/8', '203.0.113.0/24,', 'trunk'])('clientCidrs=%s is rejected', (clientCidrs) => {
    expect(() => voice({ clientCidrs })).toThrow(InputError);
  });
});

describe('ECS Exec', () => {
  test('is off by default', () => {
    expect(resourceOf(voice(), 'api', 'AWS::ECS::Service').Properties.EnableExecuteCommand).toBe(false);
  });

  test('logs sessions in a log group with a retention period, and its tasks may open sessions', () => {
    // Amazon ECS developer guide, "Monitor Amazon ECS containers with ECS Exec": the task role needs four actions of ssmmessages.
    const enabled = voice({ ecsExec: 'true' });
    expect(resourceOf(enabled, 'api', 'AWS::ECS::Service').Properties.EnableExecuteCommand).toBe(true);
    templateOf(enabled).hasResourceProperties('AWS::ECS::Cluster', {
      Configuration: {
        ExecuteCommandConfiguration: { Logging: 'OVERRIDE', LogConfiguration: { CloudWatchLogGroupName: Match.anyValue() } },
      },
    });
    const statements = JSON.stringify(resourcesAt(enabled, 'api', 'AWS::IAM::Policy').map(({ Properties }) => Properties));
    for (const action of ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel']) {
      expect(statements).toContain(`ssmmessages:${action}`);
    }
    const groups = Object.values(resourcesOf(enabled)).filter(({ Type }) => Type === 'AWS::Logs::LogGroup');
    for (const { Properties } of groups) expect(Properties.RetentionInDays).toBeGreaterThan(0);
  });

  test('is rejected where kubectl exec does it', () => {
    expect(() => blueprintFor({ system: 'assistant', tier: 'pooled', platform: 'eks', ecsExec: 'true' })).toThrow(/kubectl exec/);
  });
});

describe('the security groups of services on instances', () => {
  /** Services and pools whose security group a component accepts, without those of the component, such as its RDS Proxy. */
  const clientsOf = (blueprint: Blueprint, component: string) => {
    const sources = resourcesAt(blueprint, component, 'AWS::EC2::SecurityGroupIngress').map(({ Properties }) =>
      JSON.stringify((Properties as { readonly SourceSecurityGroupId: unknown }).SourceSecurityGroupId),
    );
    const names = sources.map((source) => source.replace(/.*"(\w+?)SecurityGroup.*/, '$1'));
    return [...new Set(names)].filter((name) => !name.startsWith(component)).sort();
  };
  const isOwn = ({ network }: Blueprint) => network.tasksHaveInterfaces;
  const warned = ({ warnings }: Blueprint) => warnings.some(({ kind }) => kind === 'shared-security-group');

  // Amazon ECS developer guide, "Allocate a network interface for an Amazon ECS task": with awsvpc, each task has security groups.
  test.each([
    ['barber-ops', 'current', 'database', ['api']],
    ['barber-ops', 'current', 'cache', ['api']],
    ['barber-ops', 'phase-2', 'database', ['api']],
    ['barber-ops', 'phase-2', 'cache', ['api', 'realtime']],
    ['ux-flow', 'startup', 'documents', ['billing', 'cognitive', 'flows', 'users']],
    ['ux-flow', 'startup', 'vector-nodes', ['cognitive', 'knowledge']],
    ['ux-flow', 'scale', 'cache', ['cognitive', 'flows', 'gateway', 'knowledge', 'users']],
  ])('of %s %s: %s accepts %j by default, and no other service', (system, tier, store, clients) => {
    const blueprint = blueprintFor({ system, tier });
    expect(clientsOf(blueprint, store)).toEqual(clients);
    expect(warned(blueprint)).toBe(false);
  });

  test('are one per service, whose tasks are in private subnets', () => {
    const uxFlow = blueprintFor({ system: 'ux-flow', tier: 'startup' });
    for (const { id } of Object.values(uxFlow.components).filter((component) => component.kind === 'service')) {
      expect(resourceOf(uxFlow, id, 'AWS::ECS::TaskDefinition').Properties.NetworkMode).toBe('awsvpc');
      expect(resourceOf(uxFlow, id, 'AWS::ECS::Service').Properties.NetworkConfiguration).toMatchObject({
        AwsvpcConfiguration: { AssignPublicIp: 'DISABLED', SecurityGroups: [expect.anything()] },
      });
    }
    expect(resourceOf(uxFlow, 'gateway', 'AWS::ECS::Service').Properties.LoadBalancers).toHaveLength(1);
    expect(resourceOf(uxFlow, 'entry', 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties.TargetType).toBe('ip');
    // The same guide: tasks with a network interface on instances have no public address, and need a NAT gateway.
    expect(uxFlow.network.natGateways).toBe(1);
    // A t3.small has three interfaces and no trunking, so it runs two of the 11 tasks.
    expect(uxFlow.components.nodes).toMatchObject({ instanceType: 't3.small', nodes: { min: 6, expected: 6 } });
  });

  test('are that of the pool where its services use the same data stores, and with bridge', () => {
    const [small, large] = [blueprintFor({ system: 'aiva', tier: 'small' }), voice()];
    expect([small, large].map(isOwn)).toEqual([false, false]);
    expect([small, large].map(warned)).toEqual([false, false]);
    expect(clientsOf(large, 'database')).toEqual(['bridge', 'nodes']);
    expect(small.network.natGateways).toBe(0);
    const bridge = blueprintFor({ system: 'barber-ops', tier: 'phase-1', taskNetwork: 'bridge' });
    expect(clientsOf(bridge, 'database')).toEqual(['nodes']);
    expect(warned(bridge)).toBe(true);
  });

  test('are one per service with taskNetwork=awsvpc in every system', () => {
    const apart = voice({ taskNetwork: 'awsvpc' });
    const users = Object.values(apart.components).filter((each) => each.kind === 'service' && each.uses.includes('database'));
    expect(clientsOf(apart, 'database')).toEqual(users.map(({ id }) => id).sort());
    expect(blueprintFor({ system: 'capsules', tier: 'current', taskNetwork: 'awsvpc' }).network.natGateways).toBe(1);
  });

  test('are the same in all tiers of a system, so that moves between them keep their target groups', () => {
    for (const { id: system, tiers } of [barberOps, uxFlowSystem])
      expect(tiers.map(({ id }) => isOwn(blueprintFor({ system, tier: id })))).toEqual(tiers.map(() => true));
  });

  test.each([{ compute: 'fargate' }, { platform: 'eks' }, { natGateways: '0' }])(
    'are not a reason for network interfaces on instances with %j',
    (options) => {
      expect(isOwn(blueprintFor({ system: 'barber-ops', tier: 'current', ...options }))).toBe(false);
    },
  );
});

describe('the API endpoint of EKS', () => {
  const NAT = { system: 'aiva', tier: 'medium', platform: 'eks' } as const;

  const configOf = (blueprint: Blueprint) => {
    const [cluster] = Object.values(resourcesOf(blueprint)).filter(({ Type }) => Type === 'AWS::EKS::Cluster');
    return cluster?.Properties.ResourcesVpcConfig as Readonly<Record<string, unknown>>;
  };

  // Amazon EKS user guide, "Cluster API server endpoint": public access on by default, from 0.0.0.0/0; with private access alone,
  // all traffic must come from the VPC or a connected network.
  test.each([
    ['accepts the VPC only by default', {}, { EndpointPublicAccess: false }, [{ kind: 'private-api-endpoint' }]],
    ['accepts the ranges of apiCidrs', { apiCidrs: RANGES }, { EndpointPublicAccess: true, PublicAccessCidrs: RANGES.split(',') }, []],
    [
      'accepts every address where apiCidrs requests it',
      { apiCidrs: '0.0.0.0/0' },
      { EndpointPublicAccess: true },
      [{ kind: 'open-api-endpoint', canLimit: true }],
    ],
  ])('%s, with the function that applies objects in the VPC', (_name, options, config, warnings) => {
    const limited = blueprintFor({ ...NAT, ...options });
    expect(configOf(limited)).toMatchObject({ EndpointPrivateAccess: true, ...config });
    expect(configOf(limited).PublicAccessCidrs).toEqual('PublicAccessCidrs' in config ? config.PublicAccessCidrs : undefined);
    expect(limited.warnings.filter(({ kind }) => kind.endsWith('-api-endpoint'))).toEqual(warnings);
    const outside = Object.entries(resourcesOf(limited)).flatMap(([id, { Type, Properties }]) =>
      Type === 'AWS::Lambda::Function' && Properties.VpcConfig === undefined ? [id] : [],
    );
    // They convert JSON to strings and limit the retention of logs, and call no cluster.
    expect(outside).toEqual([expect.stringMatching(/^AWSCDKCfnUtilsProvider/), expect.stringMatching(/^LogRetention/)]);
    expect(resourcesAt(limited, 'cluster/KubernetesCluster/KubectlProvider', 'AWS::Lambda::Function').length).toBeGreaterThan(0);
  });

  // AWS Lambda developer guide, "Give Lambda functions access to resources in an Amazon VPC": connecting a function to a public subnet
  // doesn't give it internet access or a public IP address.
  test('is private in a tier without NAT gateways too, which has one on EKS', () => {
    const small = eksBlueprint({ tier: 'small' });
    expect(small.network.natGateways).toBe(1);
    expect(configOf(small)).toMatchObject({ EndpointPrivateAccess: true, EndpointPublicAccess: false });
    expect(small.warnings).toContainEqual({ kind: 'private-api-endpoint' });
    templateOf(small).resourceCountIs('AWS::EC2::NatGateway', 1);
    expect(configOf(eksBlueprint({ tier: 'small', apiCidrs: RANGES }))).toMatchObject({ PublicAccessCidrs: RANGES.split(',') });
  });

  test('accepts every address with natGateways=0, where the function has no fixed address', () => {
    const open = eksBlueprint({ tier: 'small', natGateways: '0' });
    expect(configOf(open)).toMatchObject({ EndpointPrivateAccess: true, EndpointPublicAccess: true });
    expect(open.warnings).toContainEqual({ kind: 'open-api-endpoint', canLimit: false });
    expect(configOf(eksBlueprint({ tier: 'small', natGateways: '0', apiCidrs: '0.0.0.0/0' }))).toEqual(configOf(open));
    expect(() => eksBlueprint({ tier: 'small', natGateways: '0', apiCidrs: RANGES })).toThrow(/natGateways of at least 1/);
    expect(() => voice({ apiCidrs: RANGES })).toThrow(/platform=eks/);
  });
});

describe('access with kubectl', () => {
  const admin = 'arn:aws:iam::123456789012:role/Platform';
  const stackWith = (clusterAdmins: readonly string[]) =>
    Template.fromStack(
      new TierStack(createApp(), 'Chat', { system: aiva, tier: 'small', platform: 'eks', imageTag: 'placeholder', clusterAdmins }),
    );
  const [open, granted] = [stackWith([]), stackWith([admin])];

  test('is an access entry for each administrator', () => {
    // Amazon EKS user guide, "Create access entries" and "Review access policy permissions".
    granted.hasResourceProperties('AWS::EKS::AccessEntry', {
      PrincipalArn: admin,
      AccessPolicies: [Match.objectLike({ AccessScope: { Type: 'cluster' } })],
    });
  });

  test('has its command in an output, which states when it does not work', () => {
    // AWS CLI command reference, "eks update-kubeconfig".
    const command = (template: Template) => Object.values(template.findOutputs('ClusterKubeconfig'))[0];
    expect(command(granted)).toMatchObject({ Value: 'aws eks update-kubeconfig --region us-east-1 --name Chat' });
    expect(command(granted)?.Description).not.toContain('No IAM role');
    expect(command(open)?.Description).toContain('No IAM role or user has access: set clusterAdmins');
  });

  test('can be given on the command line, with a warning when it is not', () => {
    const other = 'arn:aws:iam::123456789012:user/ops';
    const { clusterAdmins } = deploymentOf({ clusterAdmins: `${admin},${other}` }, 'context');
    expect(clusterAdmins).toEqual([admin, other]);
    expect(() => deploymentOf({ clusterAdmins: 'platform' }, 'context')).toThrow(/ARNs of IAM roles or users/);
    const blueprint = eksBlueprint({ tier: 'small' });
    expect(clusterAccessWarnings(blueprint, {})).toEqual([{ kind: 'no-cluster-admins' }]);
    expect(clusterAccessWarnings(blueprint, { clusterAdmins: [admin] })).toEqual([]);
  });
});

describe('logs of databases', () => {
  /** Names of the log groups that get a retention period after their server exists, with the ids of servers as `<id>`. */
  const retained = (blueprint: Blueprint): string[] =>
    Object.values(resourcesOf(blueprint)).flatMap(({ Type, Properties }) => {
      if (Type !== 'Custom::LogRetention') return [];
      expect(Properties.RetentionInDays).toBe(30);
      const parts = (Properties.LogGroupName as { readonly 'Fn::Join': readonly [string, readonly unknown[]] })['Fn::Join'][1];
      return [parts.map((part) => (typeof part === 'string' ? part : `<${(part as { readonly Ref: string }).Ref}>`)).join('')];
    });
  const idsOf = (blueprint: Blueprint, type: string) =>
    Object.entries(resourcesOf(blueprint)).flatMap(([id, { Type }]) => (Type === type ? [id] : []));

  test('of instances and read replicas have a retention period', () => {
    // Amazon RDS user guide, "Publishing database logs to Amazon CloudWatch Logs": /aws/rds/instance/<instance>/<log>.
    const servers = idsOf(voice(), 'AWS::RDS::DBInstance');
    expect(servers).toHaveLength(3);
    expect(retained(voice())).toEqual(servers.flatMap((id) => ['error', 'slowquery'].map((log) => `/aws/rds/instance/<${id}>/${log}`)));
  });

  test('of proxies have a retention period', () => {
    // aws/aws-cdk#23720: a proxy logs to /aws/rds/proxy/<proxy>, without an option for the retention.
    const blueprint = blueprintFor({ system: 'capsules', tier: 'full' });
    const proxies = idsOf(blueprint, 'AWS::RDS::DBProxy');
    expect(proxies).toHaveLength(1);
    expect(retained(blueprint)).toContain(`/aws/rds/proxy/<${proxies[0]}>`);
  });

  test('of document stores have a retention period, in each shard', () => {
    // Amazon DocumentDB developer guide, "Auditing Amazon DocumentDB events": /aws/docdb/<cluster>/audit.
    const blueprint = blueprintFor({ system: 'ux-flow', tier: 'scale' });
    const clusters = idsOf(blueprint, 'AWS::DocDB::DBCluster');
    expect(clusters.length).toBeGreaterThan(0);
    expect(retained(blueprint)).toEqual(clusters.flatMap((id) => ['audit', 'profiler'].map((log) => `/aws/docdb/<${id}>/${log}`)));
  });

  // AWS CDK, aws-logs/lib/log-retention.ts: one function of a stack limits the logs of all, also those of functions that an app adds.
  test('and log groups of the functions of an app are all that the function may change', () => {
    // IAM user guide, "Policies and permissions": the policies of a role are those in it and those that name it.
    const [role] = resourcesAt(voice(), 'observability', 'AWS::IAM::Role');
    const statements = JSON.stringify(role?.Properties.Policies);
    for (const group of ['/aws/rds/*', '/aws/docdb/*', '/aws/lambda/*']) expect(statements).toContain(`:log-group:${group}`);
    expect(statements).not.toContain('"Resource":"*"');
    const policies = Object.values(resourcesOf(voice())).filter(({ Type }) => Type === 'AWS::IAM::Policy');
    expect(JSON.stringify(policies)).not.toContain('PutRetentionPolicy');
  });
});

describe('logs of functions that apply objects to EKS', () => {
  test('are in one log group with a retention period', () => {
    // AWS Lambda developer guide, "Configuring CloudWatch log groups": a function without LoggingConfig creates a log group of its own.
    const resources = resourcesOf(eksBlueprint({ tier: 'small' }));
    const functions = Object.entries(resources).filter(
      ([id, { Type }]) => Type === 'AWS::Lambda::Function' && !id.startsWith('LogRetention'),
    );
    expect(functions.length).toBeGreaterThanOrEqual(3);
    for (const [, { Properties }] of functions) {
      expect(Properties.LoggingConfig).toMatchObject({ LogGroup: { Ref: expect.stringMatching(/^clusterFunctionLogs/) } });
    }
    const groups = Object.values(resources).filter(({ Type }) => Type === 'AWS::Logs::LogGroup');
    expect(JSON.stringify(groups)).not.toContain('/aws/lambda/');
  });
});

describe('the security group of instances', () => {
  test('is shared by the services of a pool in bridge mode, and a warning names them', () => {
    // Amazon ECS developer guide, "Allocate a network interface for an Amazon ECS task": in bridge mode, tasks use the
    // security groups of their instance.
    const shared = blueprintFor({ system: 'barber-ops', tier: 'current', natGateways: '0' });
    expect(shared.warnings).toContainEqual({
      kind: 'shared-security-group',
      pool: 'nodes',
      services: ['web', 'api'],
      reachable: ['database', 'cache'],
    });
    const separate = [{}, { compute: 'fargate' }].map((options) => blueprintFor({ system: 'barber-ops', tier: 'current', ...options }));
    // The rule, which reads the template alone, finds the same.
    const received = (blueprint: Blueprint) =>
      check(stacksFor(blueprint).map(({ stackName, region, template }) => templateFrom(template, stackName, region))).flatMap((finding) =>
        finding.rule === 'ecs-shared-security-group' ? [String(finding.received)] : [],
      );
    expect(received(shared)).toEqual([expect.stringMatching(/, which web\w*, api\w* share, and which can reach .*database\w*.*cache\w*/)]);
    for (const each of separate) {
      expect(received(each)).toEqual([]);
      expect(each.warnings.map(({ kind }) => kind)).not.toContain('shared-security-group');
    }
  });
});

describe('termination protection', () => {
  test.each([
    [{}, true],
    [{ terminationProtection: 'false' } as const, false],
    // The CDK enables it before it executes the change set that creates the stack, and deletes the stack of a failed creation before
    // it repeats it (aws-cdk, deploy-stack.ts: changeSetDeployment, deployStack), which the protection prevents
    // (aws-samples/aws-secure-environment-accelerator, pull request 253).
    [{ deletionProtection: 'false' } as const, false],
    [{ deletionProtection: 'false', terminationProtection: 'true' } as const, true],
  ])('with %j is %s', (options, terminationProtection) => {
    const app = createApp();
    const stack = new TierStack(app, 'Chat', { system: aiva, tier: 'small', ...options });
    expect(stack.terminationProtection).toBe(terminationProtection);
  });

  test('covers the stacks of all regions, and of files that are copied to them', () => {
    const app = createApp();
    new TierStack(app, 'Shop', { system: barberOps, tier: 'phase-3' });
    const stacks = app.node.children.filter((child) => child instanceof Stack);
    expect(stacks.map(({ stackName }) => stackName)).toContain('Shop-eu-west-1-files');
    expect(stacks.filter((stack) => stack.terminationProtection !== true)).toEqual([]);
  });
});
