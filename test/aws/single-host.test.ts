import { describe, expect, test } from 'vitest';
import { singleHost } from '../support/blueprints';
import { containerOf, environmentOf, resourceOf, resourcesAt, templateOf } from '../support/templates';

const userData = JSON.stringify(resourceOf(singleHost, 'host', 'AWS::EC2::LaunchTemplate').Properties);

describe('single host', () => {
  test('is one instance in one zone, without a load balancer and managed data stores', () => {
    const template = templateOf(singleHost);
    for (const type of [
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'AWS::RDS::DBInstance',
      'AWS::ElastiCache::ReplicationGroup',
      'AWS::EC2::NatGateway',
    ]) {
      template.resourceCountIs(type, 0);
    }
    const { Properties } = resourceOf(singleHost, 'host', 'AWS::AutoScaling::AutoScalingGroup');
    expect(Properties).toMatchObject({ MinSize: '1', MaxSize: '1' });
    expect(Properties.VPCZoneIdentifier).toHaveLength(1);
  });

  test('stores data on an encrypted, retained volume in the same zone, with daily snapshots', () => {
    expect(resourceOf(singleHost, 'host', 'AWS::EC2::Volume')).toMatchObject({
      Properties: {
        Encrypted: true,
        Size: 60,
        VolumeType: 'gp3',
        AvailabilityZone: { 'Fn::GetAtt': [expect.stringMatching(/^networkVpcIsolatedSubnet1/), 'AvailabilityZone'] },
      },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    const [tag] = resourceOf(singleHost, 'host', 'AWS::EC2::Volume').Properties.Tags as readonly unknown[];
    expect(resourceOf(singleHost, 'host', 'AWS::DLM::LifecyclePolicy').Properties.PolicyDetails).toMatchObject({
      TargetTags: [tag],
      Schedules: [{ RetainRule: { Count: 7 } }],
    });
  });

  test('formats the volume only when it is empty, and never starts with an empty folder', () => {
    expect(userData).toContain('blkid \\\\\\"$DISK\\\\\\" || mkfs.xfs'.replaceAll('\\\\\\', '\\'));
    expect(userData).toContain('mount /data || shutdown -h now');
  });

  test('mounts the volume before Docker starts tasks again after a restart', () => {
    const [, options = ''] = /\/data xfs (\S+) 0 2/.exec(userData) ?? [];
    expect(options.split(',')).toEqual(
      expect.arrayContaining(['nofail', 'x-systemd.before=docker.service', 'x-systemd.required-by=docker.service']),
    );
  });

  test('associates its fixed address at launch', () => {
    expect(resourcesAt(singleHost, 'host', 'AWS::EC2::EIP')).toHaveLength(1);
    expect(userData).toContain('associate-address');
  });

  test('can attach its volume and address only to its own instances', () => {
    const policy = JSON.stringify(resourcesAt(singleHost, 'host', 'AWS::IAM::Policy').map(({ Properties }) => Properties));
    expect(policy).toContain('"StringEquals":{"ec2:ResourceTag/aws:cloudformation:stack-name":"shop-test"}');
  });

  test('opens the ports of services that clients call, and none of other services and data stores', () => {
    const open = resourceOf(singleHost, 'host', 'AWS::EC2::SecurityGroup').Properties.SecurityGroupIngress as readonly Record<
      string,
      unknown
    >[];
    expect(new Set(open.map(({ FromPort, IpProtocol }) => `${FromPort}/${IpProtocol}`))).toEqual(
      new Set(['3000/tcp', '5060/tcp', '5060/udp', '10000/udp']),
    );
    expect(open.flatMap(({ FromPort, CidrIp }) => (CidrIp === '0.0.0.0/0' ? [FromPort] : []))).toEqual([3_000]);
    expect(resourcesAt(singleHost, 'host', 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
  });

  test('runs MySQL with the parameters of the blueprint on the volume', () => {
    const container = containerOf(singleHost, 'database');
    expect(container.Image).toBe('public.ecr.aws/docker/library/mysql:8.4');
    expect(container.Command).toContain('--max_connections=60');
    expect(container).toMatchObject({ Memory: 1536, MountPoints: [{ ContainerPath: '/var/lib/mysql' }] });
    expect(resourceOf(singleHost, 'database', 'AWS::ECS::TaskDefinition').Properties.Volumes).toEqual([
      { Name: 'data', Host: { SourcePath: '/data/database' } },
    ]);
  });

  test('never runs two servers on the same files', () => {
    for (const store of ['database', 'cache']) {
      expect(resourceOf(singleHost, store, 'AWS::ECS::Service').Properties).toMatchObject({
        DesiredCount: 1,
        DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
      });
    }
  });

  test('does not pass the Redis password on the command line', () => {
    const command = containerOf(singleHost, 'cache').Command?.join(' ') ?? '';
    expect(command).toContain('"requirepass $PASSWORD"');
    expect(command).toMatch(/exec docker-entrypoint\.sh redis-server \/tmp\/server\.conf$/);
    expect(containerOf(singleHost, 'cache').Secrets).toEqual([expect.objectContaining({ Name: 'PASSWORD' })]);
  });

  test('lets containers reach each other through the host', () => {
    expect(environmentOf(singleHost, 'worker')).toMatchObject({
      DATABASE_HOST: '172.17.0.1',
      DATABASE_PORT: '3306',
      API_URL: 'http://172.17.0.1:3000',
    });
    expect(environmentOf(singleHost, 'api')).toMatchObject({ CACHE_HOST: '172.17.0.1', CACHE_CLUSTER: 'false', CACHE_TLS: 'false' });
  });
});
