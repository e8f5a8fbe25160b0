import { App, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { chartObjects } from '../../lib/answers/chart-objects';
import { createApp } from '../../lib/aws/app';
import { BlueprintStack } from '../../lib/aws/blueprint-stack';
import { kubectlLayer } from '../../lib/aws/eks/kubectl-layer';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { offersIn } from '../../lib/catalog/offers';
import { TierStack } from '../../lib/cdk/tier-stack';
import { poolName } from '../../lib/conventions/pool-label';
import { CLUSTER_PODS } from '../../lib/conventions/system-pods';
import { InputError } from '../../lib/core/problems';
import { allocatable } from '../../lib/selection/allocatable';
import { instancesForServices } from '../../lib/selection/instances-for-services';
import { SYSTEMS } from '../../tiers';
import { aiva } from '../../tiers/aiva';
import { type AppliedObject, appliedObjects } from '../support/applied-objects';
import { eksBlueprint, eksBlueprints } from '../support/eks-blueprints';
import { representsSystems } from '../support/forms';
import { demandsByPool } from '../support/pod-demands';
import { inScope } from '../support/scope';
import { resourceOf, resourcesAt, resourcesOf, templateOf } from '../support/templates';

const medium = blueprintFor({ tier: 'medium', platform: 'eks' });

describe('the cluster', () => {
  it('has encrypted secrets, all logs, and access by access entries only', () => {
    templateOf(medium).hasResourceProperties('AWS::EKS::Cluster', {
      Name: 'aiva-dev',
      Version: '1.35',
      AccessConfig: { AuthenticationMode: 'API', BootstrapClusterCreatorAdminPermissions: false },
      EncryptionConfig: [{ Resources: ['secrets'] }],
      Logging: {
        ClusterLogging: { EnabledTypes: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].map((Type) => ({ Type })) },
      },
      ResourcesVpcConfig: { EndpointPrivateAccess: true, EndpointPublicAccess: false },
    });
    templateOf(medium).hasResourceProperties('AWS::Logs::LogGroup', { LogGroupName: '/aws/eks/aiva-dev/cluster', RetentionInDays: 30 });
    templateOf(medium).resourceCountIs('AWS::EKS::AccessEntry', 1);
  });

  it('stays out of extended support, whose price per hour is higher', () => {
    // Amazon EKS user guide, "View current cluster upgrade policy": EXTENDED is the default of new clusters.
    templateOf(medium).hasResourceProperties('AWS::EKS::Cluster', { UpgradePolicy: { SupportType: 'STANDARD' } });
  });

  it('gives access to the administrators of the app', () => {
    const admin = 'arn:aws:iam::123456789012:role/Platform';
    const stack = new TierStack(createApp(), 'Chat', { system: aiva, tier: 'small', platform: 'eks', clusterAdmins: [admin] });
    const entries = stack.node.findAll().filter(({ node }) => node.path.includes('Admin1'));
    expect(entries.length).toBeGreaterThan(0);
  });

  it('has deletion protection when it contains data', () => {
    const inside = eksBlueprint({ tier: 'medium', dataStores: 'statefulset' });
    templateOf(inside).hasResourceProperties('AWS::EKS::Cluster', { DeletionProtection: true });
    templateOf(medium).hasResourceProperties('AWS::EKS::Cluster', { DeletionProtection: Match.absent() });
  });

  it('has network add-ons before its nodes and the other add-ons after them', () => {
    const addon = (name: string) => only((resource) => resource.Properties.AddonName === name);
    const [nodes] = Object.entries(resourcesOf(medium)).find(([, { Type }]) => Type === 'AWS::EKS::Nodegroup') ?? [];
    expect(dependsOn(medium, nodes ?? '')).toEqual(
      expect.arrayContaining([addon('vpc-cni'), addon('kube-proxy'), addon('eks-pod-identity-agent')]),
    );
    for (const name of ['coredns', 'aws-ebs-csi-driver', 'metrics-server']) expect(dependsOn(medium, addon(name))).toContain(nodes);
  });

  function only(matches: (resource: { readonly Properties: Readonly<Record<string, unknown>> }) => boolean): string {
    return Object.entries(resourcesOf(medium)).find(([, resource]) => matches(resource))?.[0] ?? '';
  }
});

function dependsOn(blueprint: Blueprint, id: string): readonly string[] {
  return (resourcesOf(blueprint)[id] as unknown as { readonly DependsOn?: readonly string[] }).DependsOn ?? [];
}

describe('a node group', () => {
  it('has its instance type in the launch template, so that a change is a rolling update', () => {
    expect(resourceOf(medium, 'nodes', 'AWS::EKS::Nodegroup').Properties).not.toHaveProperty('InstanceTypes');
    expect(resourceOf(medium, 'nodes', 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData).toMatchObject({
      InstanceType: expect.stringMatching(/^[a-z0-9]+\.[a-z0-9]+$/),
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
      BlockDeviceMappings: [{ Ebs: { Encrypted: true, VolumeType: 'gp3' } }],
    });
  });

  it('with GPUs has the driver, a taint and the device plugin', () => {
    const withGpu = eksBlueprint({ tier: 'large', gpu: 't4' });
    expect(resourceOf(withGpu, 'gpu-nodes', 'AWS::EKS::Nodegroup').Properties).toMatchObject({
      AmiType: 'AL2023_x86_64_NVIDIA',
      Taints: [{ Effect: 'NO_SCHEDULE', Key: 'sizing-blueprints/pool', Value: 'aiva-dev-gpu-nodes' }],
    });
    templateOf(withGpu).hasResourceProperties('Custom::AWSCDK-EKS-HelmChart', { Chart: 'nvidia-device-plugin' });
  });

  it('is in public subnets with public addresses with natGateways=0', () => {
    const small = eksBlueprint({ tier: 'small', natGateways: '0' });
    const data = resourceOf(small, 'nodes', 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData;
    expect(data).toMatchObject({ NetworkInterfaces: [{ AssociatePublicIpAddress: true }] });
    // Amazon EKS user guide, "Subnet requirements for nodes": managed node groups in public subnets need MapPublicIpOnLaunch.
    const subnets = Object.entries(resourcesOf(small)).filter(([, { Type }]) => Type === 'AWS::EC2::Subnet');
    const isPublic = ([id]: (typeof subnets)[number]) => id.includes('PublicSubnet');
    expect(subnets.filter(isPublic).map(([, { Properties }]) => Properties.MapPublicIpOnLaunch)).toEqual([true, true, true]);
    expect(subnets.filter((subnet) => !isPublic(subnet)).some(([, { Properties }]) => Properties.MapPublicIpOnLaunch === true)).toBe(false);
  });
});

describe('pods', () => {
  it('have a role per service with the same permissions as on ECS', () => {
    const actionsOf = (id: string) =>
      resourcesAt(medium, id, 'AWS::IAM::Policy').flatMap(({ Properties }) =>
        (Properties.PolicyDocument as { Statement: { Action: string | string[] }[] }).Statement.flatMap(({ Action }) => Action),
      );
    expect(actionsOf('api')).toEqual(expect.arrayContaining(['sqs:SendMessage', 's3:GetObject']));
    expect(actionsOf('python')).toEqual(expect.arrayContaining(['sqs:ReceiveMessage']));
    expect(actionsOf('bridge')).toEqual([]);
    expect(resourceOf(medium, 'api', 'AWS::EKS::PodIdentityAssociation').Properties).toMatchObject({
      Namespace: 'aiva-dev',
      ServiceAccount: 'api',
    });
  });

  it('run the image with the tag from the repository of the service', () => {
    const app = createApp();
    const stack = new BlueprintStack(app, undefined, { blueprint: medium, chartObjects, imageTag: 'v7' });
    const template = app.synth().getStackArtifact(stack.artifactId).template as {
      readonly Resources: Record<string, { readonly Properties?: unknown }>;
    };
    const deployment = Object.entries(template.Resources).find(([id]) => id.startsWith('apiObjectsPruned'))?.[1];
    expect(JSON.stringify(deployment)).toMatch(/apiRepository[^:]*:v7/s);
  });

  it.each(eksBlueprints)('%s: all settings that pods refer to exist', (_name, blueprint) => {
    const objects = appliedObjects(blueprint);
    const text = JSON.stringify(objects);
    const settings = new Set(objects.filter(({ kind }) => kind === 'ConfigMap').map(({ name }) => name));
    const named = [...text.matchAll(/"configMapRef":\{"name":"([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !settings.has(name))).toEqual([]);
  });

  it.each(eksBlueprints)('%s: each pod matches a node group and tolerates its taints', (_name, blueprint) => {
    const groups = Object.values(resourcesOf(blueprint)).filter(({ Type }) => Type === 'AWS::EKS::Nodegroup');
    const pools = new Set(groups.map(({ Properties }) => (Properties.Labels as Record<string, string>)['sizing-blueprints/pool']));
    const chosen = [...JSON.stringify(appliedObjects(blueprint)).matchAll(/"sizing-blueprints\/pool":"([^"]+)"/g)].map(([, pool]) => pool);
    expect(chosen.filter((pool) => !pools.has(pool))).toEqual([]);
  });

  it.each(eksBlueprints)('%s: the maximum of pods and the system pods fit on the maximum of nodes', (_name, blueprint) => {
    const demands = demandsByPool(appliedObjects(blueprint));
    const missing = Object.values(blueprint.components).flatMap((pool) => {
      if (pool.kind !== 'node-pool') return [];
      const offer = offersIn(blueprint.network.region).compute.find(({ type }) => type === pool.instanceType);
      const ofCluster =
        pool.id === 'nodes' ? CLUSTER_PODS.flatMap((pods) => Array.from({ length: pods.replicas }, () => ({ ...pods, gpus: 0 }))) : [];
      const asked = [...(demands.get(poolName(blueprint, pool.id)) ?? []), ...ofCluster];
      const needed = offer === undefined ? undefined : instancesForServices(asked, allocatable(offer));
      return needed !== undefined && needed <= (pool.nodes?.max ?? 0)
        ? []
        : [`${pool.id}: ${needed} of ${pool.instanceType}, not ${pool.nodes?.max}`];
    });
    expect(missing).toEqual([]);
  });
});

describe('objects in the stack', () => {
  it.each(eksBlueprints)('%s: each is applied once, in resources below the size limit of Lambda', (_name, blueprint) => {
    const objects = appliedObjects(blueprint);
    const keys = objects.map(keyOf);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    // An asynchronous call of Lambda takes 256 KB with everything around it. Source: AWS Lambda, quotas.
    for (const { resource, size } of objects) expect(size, resource).toBeLessThan(200_000);
  });

  it.each(inScope(SYSTEMS, representsSystems).map(({ id, tiers }) => [id, tiers.map((tier) => tier.id)] as const))(
    'of %s keep their resource from tier to tier: one that moved would be deleted behind its new one',
    (system, tiers) => {
      const places = new Map<string, Set<string>>();
      for (const tier of tiers) {
        for (const object of appliedObjects(eksBlueprint({ system, tier }))) {
          places.set(keyOf(object), (places.get(keyOf(object)) ?? new Set()).add(object.resource));
        }
      }
      expect([...places].filter(([, resources]) => resources.size > 1)).toEqual([]);
    },
  );

  it('retains objects with data when the stack removes them', () => {
    const inside = eksBlueprint({ tier: 'medium', dataStores: 'statefulset' });
    const policyOf = (path: string) =>
      Object.values(resourcesOf(inside)).find(({ Metadata }) => String(Metadata?.['aws:cdk:path']).startsWith(`aiva-dev/${path}`))
        ?.DeletionPolicy;
    expect(policyOf('database/Objects/Pruned')).toBe('Retain');
    expect(policyOf('cluster/Namespace/Namespace')).toBe('Retain');
    expect(policyOf('api/Objects/Pruned')).toBe('Delete');
  });

  it('are required', () => {
    expect(() => new BlueprintStack(createApp(), undefined, { blueprint: medium })).toThrow(InputError);
  });
});

describe('controllers', () => {
  it('are installed in fixed versions', () => {
    const charts = Object.values(resourcesOf(medium)).filter(({ Type }) => Type === 'Custom::AWSCDK-EKS-HelmChart');
    expect(charts.length).toBeGreaterThan(5);
    for (const { Properties } of charts) expect(Properties.Version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('handle every object, or the stack is rejected', () => {
    const strange = { apiVersion: 'databases.example.com/v1', kind: 'Server', metadata: { name: 'main' } };
    const withStrange = () => [{ path: '40-database.yaml', objects: [strange] }];
    const attempt = () => new BlueprintStack(createApp(), undefined, { blueprint: medium, chartObjects: withStrange });
    expect(attempt).toThrow(/contains objects of databases\.example\.com; expected objects of APIs whose controllers the stack installs/);
  });

  it('do not include database operators', () => {
    expect(() => eksBlueprint({ tier: 'medium', dataStores: 'operator' })).toThrow(
      /dataStores: invalid value "operator"; expected managed or statefulset with platform=eks/,
    );
  });

  it('report the package to install when kubectl is missing', () => {
    const missing = () => {
      throw Object.assign(new Error('not found'), { code: 'MODULE_NOT_FOUND' });
    };
    expect(() => kubectlLayer(new Stack(new App()), missing)).toThrow(/npm install --save-dev @aws-cdk\/lambda-layer-kubectl-v35/);
  });
});

function keyOf({ group, kind, namespace, name }: AppliedObject): string {
  return [group, kind, namespace, name].join(' ');
}
