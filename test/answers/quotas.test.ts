import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { quotaNeeds, tierQuotas } from '../../lib/answers/quotas';
import { templateFrom } from '../../lib/cloudformation/template-from';
import type { SystemInput } from '../../lib/model/inputs';
import { uxFlow } from '../../tiers';
import { edited } from '../support/edited-system';
import { stacksFor } from '../support/synthesized';

type Counted = Readonly<Record<string, readonly [min: number | undefined, max: number | undefined, verdict: string]>>;

const STANDARD = 'L-1216C47A';
const GRAPHICS = 'L-DB2E81BA';
const FARGATE = 'L-3032A538';

function counted(needs: ReturnType<typeof quotaNeeds>): Counted {
  return Object.fromEntries(needs.map(({ quota, min, max, verdict }) => [quota.code, [min, max, verdict]]));
}

function ofTier(system: string, tier: string, options: Readonly<Record<string, string>> = {}): Counted {
  return counted(tierQuotas({ system, tier, ...options }, stacksFor).needs);
}

function ofResources(Resources: Readonly<Record<string, unknown>>): Counted {
  return counted(quotaNeeds([templateFrom({ Resources }, 'shop', 'us-east-1')], 'us-east-1'));
}

const group = (properties: object, instanceType: unknown = 'm7i.large') => ({
  Template: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { InstanceType: instanceType } } },
  Group: {
    Type: 'AWS::AutoScaling::AutoScalingGroup',
    Properties: { LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' }, ...properties },
  },
});

describe('quotas of a tier, counted manually', () => {
  test('on instances', () => {
    // 2 to 3 t3a.medium of 2 vCPU: two that run the tasks, and one more during a deployment. No NAT gateway, so no Elastic IP address.
    expect(ofTier('aiva', 'small')).toEqual({
      [STANDARD]: [4, 6, 'exceeded-at-maximum'],
      'L-F678F1CE': [1, 1, 'within'],
      'L-53DA6B97': [1, 1, 'within'],
      'L-69A177A2': [1, 1, 'within'],
      // Listeners of the API, SIP and RTP.
      'L-B22855CB': [3, 3, 'within'],
      'L-7B6409FD': [1, 1, 'within'],
      // 50 GiB, which storage autoscaling may double.
      'L-7ADDB58A': [50, 100, 'within'],
      'L-DFE45DF3': [2, 2, 'within'],
      'L-AF354865': [2, 2, 'within'],
      // Secrets with the password of the database and the token of the cache.
      'L-2F66C23C': [2, 2, 'within'],
      // Buckets of files and of access logs.
      'L-DC2B2D3D': [2, 2, 'within'],
    });
  });

  test('on instances with GPU, NAT gateways, read replicas and distribution', () => {
    expect(ofTier('aiva', 'large', { gpu: 't4' })).toMatchObject({
      // 1 to 2 g4dn.xlarge of 4 vCPU.
      [GRAPHICS]: [4, 8, 'exceeded-at-minimum'],
      'L-0263D0A3': [2, 2, 'within'],
      // NAT gateways: two in the region, one in each zone.
      'L-FE5A380F': [1, 1, 'within'],
      // The primary and two read replicas.
      'L-7B6409FD': [3, 3, 'within'],
      'L-5BC124EF': [2, 2, 'within'],
      // 400 GiB of each of the three instances.
      'L-7ADDB58A': [1200, 2400, 'within'],
      // Two shards with a replica each.
      'L-DFE45DF3': [4, 4, 'within'],
      'L-24B04930': [1, 1, 'unknown'],
    });
  });

  test('on Fargate', () => {
    expect(ofTier('ux-flow', 'startup', { compute: 'fargate' })).toMatchObject({
      // gateway 1 × 0.5, cognitive 2 × 2, users 2 × 0.5, flows 2 × 1, knowledge 2 × 1, billing 2 × 0.5;
      // at maximum 2, 3, 3, 3, 3 and 2 tasks, of which a deployment with 200% runs twice as many.
      [FARGATE]: [10.5, 31, 'exceeded-at-minimum'],
      // The vector store has one t3a.medium.
      [STANDARD]: [2, 2, 'within'],
      // DocumentDB counts with RDS.
      'L-7B6409FD': [1, 1, 'within'],
      'L-952B80B8': [1, 1, 'within'],
    });
  });

  test('on EKS, with the load balancers that a controller creates for objects', () => {
    expect(ofTier('aiva', 'large', { platform: 'eks' })).toMatchObject({
      // 3 to 5 c6a.2xlarge of 8 vCPU in three zones, for up to 37 vCPU, and up to 6 more nodes during an update.
      [STANDARD]: [24, 88, 'exceeded-at-minimum'],
      'L-BD136A63': [3, 11, 'within'],
      'L-6D54EA21': [1, 1, 'within'],
      'L-1194D53C': [1, 1, 'within'],
      'L-53DA6B97': [1, 1, 'within'],
      'L-69A177A2': [1, 1, 'within'],
      // The API; SIP over TCP and UDP on one port, in one or two; RTP.
      'L-B22855CB': [3, 4, 'within'],
    });
  });

  test('in several regions are needed in each, and buckets in the account', () => {
    const { needs } = tierQuotas({ system: 'barber-ops', tier: 'phase-3' }, stacksFor);
    const vpcs = needs.filter(({ quota }) => quota.code === 'L-F678F1CE');
    expect(vpcs.map(({ region, max }) => [region, max])).toEqual([
      ['us-east-1', 1],
      ['us-west-2', 1],
      ['eu-west-1', 1],
    ]);
    expect(needs.filter(({ quota }) => quota.code === 'L-DC2B2D3D')).toHaveLength(1);
    expect(needs.at(-1)?.quota.scope).toBe('account');
  });

  test('scale with its maximum', () => {
    const startup = (system: SystemInput) => {
      const blueprint = blueprintFor({ system: 'ux-flow', tier: 'startup', compute: 'fargate' }, { systems: [system] });
      const templates = stacksFor(blueprint).map(({ template, stackName, region }) => templateFrom(template, stackName, region));
      return counted(quotaNeeds(templates, 'us-east-1'))[FARGATE];
    };
    // 3 more tasks of 0.5 vCPU, twice during a deployment.
    expect(startup(edited(uxFlow, 'startup', 'users', { instances: { min: 2, max: 6 } }))).toEqual([10.5, 34, 'exceeded-at-minimum']);
  });

  test('are not known for manifests', () => {
    expect(() => tierQuotas({ system: 'aiva', tier: 'small', platform: 'kubernetes' }, stacksFor)).toThrow(/platform.*ecs or eks/s);
  });
});

describe('quotas of resources', () => {
  test('of instances double with the maximum', () => {
    expect(ofResources(group({ MinSize: '1', MaxSize: '2' }))[STANDARD]).toEqual([2, 4, 'within']);
    expect(ofResources(group({ MinSize: '1', MaxSize: '4' }))[STANDARD]).toEqual([2, 8, 'exceeded-at-maximum']);
  });

  test('of instances start at the desired number', () => {
    expect(ofResources(group({ MinSize: '1', DesiredCapacity: '3', MaxSize: '4' }))[STANDARD]).toEqual([6, 8, 'exceeded-at-minimum']);
  });

  test('of instances with a size that is not stated are unknown, not zero', () => {
    expect(ofResources(group({ MinSize: { Ref: 'Min' }, MaxSize: '2' }))[STANDARD]).toEqual([undefined, 4, 'within']);
    expect(ofResources(group({ MinSize: '1', MaxSize: { Ref: 'Max' } }))[STANDARD]).toEqual([2, undefined, 'unknown']);
    expect(ofResources(group({ MinSize: '1', MaxSize: '2' }, { Ref: 'Type' }))[STANDARD]).toEqual([undefined, undefined, 'unknown']);
    expect(ofResources(group({ MinSize: '9', MaxSize: { Ref: 'Max' } }))[STANDARD]).toEqual([18, undefined, 'exceeded-at-minimum']);
  });

  test('of an empty pool are not needed, also when its type is not stated', () => {
    expect(ofResources(group({ MinSize: '0', MaxSize: '0' }, { Ref: 'Type' }))).toEqual({});
  });

  test('of NAT gateways in one zone add up, and one in an unknown zone may be in any', () => {
    const subnet = (zone?: string) => ({ Type: 'AWS::EC2::Subnet', Properties: zone === undefined ? {} : { AvailabilityZone: zone } });
    const gateway = (id: string) => ({ Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: { Ref: id } } });
    const Resources = {
      A: subnet('us-east-1a'),
      B: subnet('us-east-1b'),
      C: subnet(),
      One: gateway('A'),
      Two: gateway('A'),
      Three: gateway('B'),
    };
    expect(ofResources(Resources)['L-FE5A380F']).toEqual([2, 2, 'within']);
    expect(ofResources({ ...Resources, Four: gateway('C') })['L-FE5A380F']).toEqual([3, 3, 'within']);
  });

  // Source: Amazon ECS API reference, DeploymentConfiguration: by default 200%, rounded down.
  test.each([
    [{}, 1.5, 3],
    [{ DeploymentConfiguration: { MaximumPercent: 150 } }, 1.5, 2],
    [{ DeploymentConfiguration: { MaximumPercent: 100 } }, 1.5, 1.5],
    [{ DeploymentConfiguration: { MaximumPercent: { Ref: 'Percent' } } }, 1.5, undefined],
    [{ DesiredCount: { Ref: 'Count' } }, undefined, undefined],
  ])('of Fargate tasks with %j are %d to %d vCPU', (properties, min, max) => {
    const Resources = {
      Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '.5 vCPU', RequiresCompatibilities: ['FARGATE'] } },
      Service: {
        Type: 'AWS::ECS::Service',
        Properties: { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' }, DesiredCount: 3, ...properties },
      },
    };
    expect(ofResources(Resources)[FARGATE]?.slice(0, 2)).toEqual([min, max]);
  });

  // Source: Amazon EKS user guide, "Understand each phase of node updates".
  test.each([
    ['up to twice the zones', {}, 7],
    ['the nodes that may be unavailable, when these are more', { MaxUnavailable: 6 }, 9],
    ['a share of the nodes', { MaxUnavailablePercentage: 100 }, 7],
    ['none with the strategy MINIMAL', { UpdateStrategy: 'MINIMAL' }, 3],
  ])('of nodes have room for %s', (_, UpdateConfig, max) => {
    const subnet = (zone: string) => ({ Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone: zone } });
    const Resources = {
      A: subnet('us-east-1a'),
      B: subnet('us-east-1b'),
      Nodes: {
        Type: 'AWS::EKS::Nodegroup',
        Properties: {
          ClusterName: { Ref: 'Cluster' },
          InstanceTypes: ['m7i.large'],
          ScalingConfig: { MinSize: 1, MaxSize: 3 },
          Subnets: [{ Ref: 'A' }, { Ref: 'B' }],
          UpdateConfig,
        },
      },
    };
    expect(ofResources(Resources)).toMatchObject({ 'L-BD136A63': [1, max, 'within'], [STANDARD]: [2, 2 * max, expect.any(String)] });
  });

  test('of objects that are known only at deployment are unknown', () => {
    const objects = { Type: 'Custom::AWSCDK-EKS-KubernetesResource', Properties: { Manifest: { Ref: 'Manifest' } } };
    expect(ofResources({ Objects: objects })).toMatchObject({ 'L-53DA6B97': [undefined, undefined, 'unknown'] });
  });

  test('of storage that only a snapshot knows are unknown', () => {
    const restored = { Type: 'AWS::RDS::DBInstance', Properties: { DBSnapshotIdentifier: 'before' } };
    expect(ofResources({ Restored: restored })['L-7ADDB58A']).toEqual([undefined, undefined, 'unknown']);
  });

  test('that exceed the default are requested by a command, with whole numbers', () => {
    const host = { Type: 'AWS::EC2::Instance', Properties: { InstanceType: 'p4d.24xlarge' } };
    const needs = quotaNeeds([templateFrom({ Resources: { Host: host } }, 'shop', 'us-east-1')], 'us-east-1');
    expect(needs.map(({ request }) => request)).toEqual([
      'aws service-quotas request-service-quota-increase --service-code ec2 --quota-code L-417A185B --desired-value 96 --region us-east-1',
    ]);
  });
});
