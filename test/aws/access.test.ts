import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { clusterAccessWarnings } from '../../lib/answers/cluster-access';
import { deploymentOf } from '../../lib/answers/deployment';
import { createApp } from '../../lib/aws/app';
import { TierStack } from '../../lib/cdk/tier-stack';
import { InputError } from '../../lib/core/problems';
import { aiva } from '../../tiers/aiva';
import { eksBlueprint } from '../support/eks-blueprints';
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
  test('are all addresses by default, with a warning that names the ports', () => {
    const ranges = voiceRanges({});
    expect(new Set(Object.values(ranges).flat())).toEqual(new Set(['0.0.0.0/0']));
    expect(voice().warnings).toContainEqual({ kind: 'open-ports', component: 'voice-entry', ports: expect.any(Array) });
    const [warning] = voice().warnings.filter(({ kind }) => kind === 'open-ports');
    expect(warning).toMatchObject({ ports: expect.arrayContaining(Object.keys(ranges)) });
  });

  test('are the ranges of clientCidrs, without a warning', () => {
    const ranges = Object.values(voiceRanges({ clientCidrs: RANGES }));
    expect(ranges.length).toBeGreaterThan(0);
    for (const each of ranges) expect(each).toEqual(RANGES.split(','));
    expect(voice({ clientCidrs: RANGES }).warnings.map(({ kind }) => kind)).not.toContain('open-ports');
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

describe('the API endpoint of EKS', () => {
  const NAT = { system: 'aiva', tier: 'medium', platform: 'eks' } as const;

  test('is open to every address by default, with a warning', () => {
    expect(blueprintFor(NAT).warnings).toContainEqual({ kind: 'open-api-endpoint', canLimit: true });
  });

  test('accepts the ranges of apiCidrs; the function that applies objects is then in the VPC', () => {
    // Amazon EKS user guide, "Cluster API server endpoint": with private access, requests from the VPC use the private endpoint.
    const limited = blueprintFor({ ...NAT, apiCidrs: RANGES });
    templateOf(limited).hasResourceProperties('AWS::EKS::Cluster', {
      ResourcesVpcConfig: { EndpointPrivateAccess: true, PublicAccessCidrs: RANGES.split(',') },
    });
    const outside = Object.entries(resourcesOf(limited)).flatMap(([id, { Type, Properties }]) =>
      Type === 'AWS::Lambda::Function' && Properties.VpcConfig === undefined ? [id] : [],
    );
    // Converts JSON to strings, and calls no cluster.
    expect(outside).toEqual([expect.stringMatching(/^AWSCDKCfnUtilsProvider/)]);
    expect(resourcesAt(limited, 'cluster/KubernetesCluster/KubectlProvider', 'AWS::Lambda::Function').length).toBeGreaterThan(0);
    expect(limited.warnings.map(({ kind }) => kind)).not.toContain('open-api-endpoint');
  });

  test('has no ranges in a tier without NAT gateways, where the function has no fixed address', () => {
    expect(() => eksBlueprint({ tier: 'small', apiCidrs: RANGES })).toThrow(/NAT gateways/);
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

  test('has its command in an output, which says when it is of no use', () => {
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
  test('have commands in an output that limit their retention', () => {
    // Amazon RDS user guide, "Publishing database logs to Amazon CloudWatch Logs": /aws/rds/instance/<instance>/<log>.
    const outputs = JSON.stringify(templateOf(voice()).findOutputs('DatabaseLogRetention'));
    expect(outputs).toContain('aws logs put-retention-policy');
    expect(outputs).toContain('--log-group-name /aws/rds/instance/');
    expect(voice().warnings).toContainEqual({ kind: 'logs-without-retention', components: ['database'] });
  });
});

describe('the security group of instances', () => {
  test('is shared by the services of a pool, and a warning names them', () => {
    // Amazon ECS developer guide, "Allocate a network interface for an Amazon ECS task": in bridge mode, tasks use the
    // security groups of their instance.
    const shared = blueprintFor({ system: 'barber-ops', tier: 'current' });
    expect(shared.warnings).toContainEqual({
      kind: 'shared-security-group',
      pool: 'nodes',
      services: ['web', 'api'],
      stores: ['database', 'cache'],
    });
    const separate = blueprintFor({ system: 'barber-ops', tier: 'current', compute: 'fargate' });
    expect(separate.warnings.map(({ kind }) => kind)).not.toContain('shared-security-group');
  });
});

describe('termination protection', () => {
  test.each([
    [{}, true],
    [{ terminationProtection: 'false' } as const, false],
  ])('with %j is %s', (options, terminationProtection) => {
    const app = createApp();
    const stack = new TierStack(app, 'Chat', { system: aiva, tier: 'small', ...options });
    expect(stack.terminationProtection).toBe(terminationProtection);
  });
});
