import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { NodePoolSpec } from '../../lib/kubernetes/custom-resources/node-pool';
import { objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { SYSTEMS } from '../../tiers';

interface Named {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

function objects(request: Readonly<Record<string, unknown>>): readonly Named[] {
  return objectsOf(blueprintFor({ platform: 'kubernetes', ...request })).flatMap((file) => file.objects as readonly object[] as Named[]);
}

function pool(request: Readonly<Record<string, unknown>>, name: string): NodePoolSpec {
  const found = objects(request).find(({ kind, metadata }) => kind === 'NodePool' && metadata.name === name);
  return (found as unknown as { spec: NodePoolSpec }).spec;
}

function values({ template }: NodePoolSpec, key: string): readonly string[] {
  return template.spec.requirements.find((requirement) => requirement.key === key)?.values ?? [];
}

describe('node pools of services', () => {
  const services = pool({ system: 'aiva', tier: 'medium' }, 'aiva-dev-nodes');

  test('use every offered instance family of the architecture that is not burstable', () => {
    expect(values(services, 'karpenter.k8s.aws/instance-family')).toEqual(expect.arrayContaining(['c6a', 'c7i', 'm5a', 'm7i', 'r6i']));
    expect(values(services, 'karpenter.k8s.aws/instance-family').filter((family) => /^(t\d|[a-z]\dg|g\d)/.test(family))).toEqual([]);
    expect(values(services, 'kubernetes.io/arch')).toEqual(['amd64']);
    expect(values(services, 'karpenter.sh/capacity-type')).toEqual(['on-demand']);
  });

  test('use families of the required architecture', () => {
    const families = values(
      pool({ system: 'aiva', tier: 'medium', architecture: 'arm64' }, 'aiva-dev-nodes'),
      'karpenter.k8s.aws/instance-family',
    );
    expect(families).toEqual(expect.arrayContaining(['c7g', 'm7g']));
    expect(families.filter((family) => !/\dg$/.test(family))).toEqual([]);
  });

  test('are consolidated and replaced, at most 20% at a time, and have no taints', () => {
    expect(services.disruption).toEqual({
      consolidationPolicy: 'WhenEmptyOrUnderutilized',
      consolidateAfter: '5m',
      budgets: [{ nodes: '20%' }],
    });
    expect(services.template.spec).toMatchObject({ expireAfter: '720h', terminationGracePeriod: '1h' });
    expect(services.template.spec.taints).toBeUndefined();
  });
});

test('nodes of data stores have a taint, are disrupted one at a time and do not expire', () => {
  const { template, disruption } = pool({ system: 'aiva', tier: 'large' }, 'aiva-dev-data-nodes');
  expect(template.spec.taints).toEqual([{ key: 'sizing-blueprints/pool', value: 'aiva-dev-data-nodes', effect: 'NoSchedule' }]);
  expect(template.spec.expireAfter).toBe('Never');
  expect(disruption).toEqual({ consolidationPolicy: 'WhenEmpty', consolidateAfter: '10m', budgets: [{ nodes: '1' }] });
});

test('nodes with GPUs have a taint for pods without a GPU request', () => {
  const gpus = pool({ system: 'aiva', tier: 'very-large', architecture: 'arm64' }, 'aiva-dev-gpu-nodes');
  expect(gpus.template.spec.taints).toEqual([{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }]);
  expect(values(gpus, 'karpenter.k8s.aws/instance-gpu-name')).toEqual(['a10g']);
  expect(values(gpus, 'karpenter.k8s.aws/instance-family')).toEqual(['g5']);
  expect(values(gpus, 'kubernetes.io/arch')).toEqual(['amd64']);
  expect(Number(gpus.limits['nvidia.com/gpu'])).toBeGreaterThan(0);
});

test('an EKS cluster has no NodePool: the CDK stack creates its nodes', () => {
  expect(objects({ system: 'aiva', tier: 'large', platform: 'eks' }).filter(({ kind }) => /NodePool|NodeClass/.test(kind))).toEqual([]);
});

describe.each(SYSTEMS.flatMap((system) => system.tiers.map(({ id }) => [system.id, id] as const)))('%s %s', (system, tier) => {
  const blueprint = blueprintFor({ system, tier, platform: 'kubernetes' });
  const rendered = objectsOf(blueprint).flatMap((file) => file.objects as readonly object[] as Named[]);
  const pools = rendered.filter(({ kind }) => kind === 'NodePool');

  test('has an EC2NodeClass and at least one instance family for each pool', () => {
    const classes = rendered.filter(({ kind }) => kind === 'EC2NodeClass').map(({ metadata }) => metadata.name);
    expect(pools.length).toBeGreaterThan(0);
    expect(pools.map(({ metadata }) => metadata.name)).toEqual(classes);
    for (const component of Object.values(blueprint.components)) {
      if (component.kind === 'node-pool') expect(component.requirements?.families).not.toEqual([]);
    }
  });
});

describe('the cluster of the nodes', () => {
  const classOf = (request: Readonly<Record<string, unknown>>) =>
    (objects({ system: 'aiva', tier: 'medium', ...request }).find(({ kind }) => kind === 'EC2NodeClass') as unknown as { spec: object })
      .spec;

  // karpenter.sh, "Getting Started with Karpenter": role KarpenterNodeRole-${CLUSTER_NAME}, tag karpenter.sh/discovery: ${CLUSTER_NAME}.
  test('has the role and the tag of the guide of Karpenter by default', () => {
    const tags = [{ tags: { 'karpenter.sh/discovery': 'prod' } }];
    expect(classOf({ clusterName: 'prod' })).toMatchObject({
      role: 'KarpenterNodeRole-prod',
      subnetSelectorTerms: tags,
      securityGroupSelectorTerms: tags,
    });
  });

  test('has the role and the tag of the options', () => {
    const tags = [{ tags: { team: 'shop' } }];
    expect(classOf({ nodeRole: 'shop-nodes', discoveryTag: 'team=shop' })).toMatchObject({
      role: 'shop-nodes',
      subnetSelectorTerms: tags,
      securityGroupSelectorTerms: tags,
    });
  });

  test('decides the zones, unless the options name them', () => {
    const ofZones = ['topology.kubernetes.io/zone', 'topology.k8s.aws/zone-id'];
    const zonesWith = (request: Readonly<Record<string, unknown>>) =>
      ofZones.map((key) => values(pool({ system: 'aiva', tier: 'medium', ...request }, 'aiva-dev-nodes'), key));
    expect(zonesWith({})).toEqual([[], []]);
    expect(zonesWith({ zones: 'us-east-1b,us-east-1c,us-east-1d' })).toEqual([['us-east-1b', 'us-east-1c', 'us-east-1d'], []]);
    expect(zonesWith({ zones: 'use1-az2,use1-az4,use1-az6' })).toEqual([[], ['use1-az2', 'use1-az4', 'use1-az6']]);
  });

  test.each(['ecs', 'eks'])('has no options on %s, where the stack creates the nodes', (platform) => {
    expect(() =>
      blueprintFor({ system: 'aiva', tier: 'medium', platform, clusterName: 'prod', nodeRole: 'r', discoveryTag: 'a=b' }),
    ).toThrow(new RegExp(`clusterName.*no value with platform=${platform}[\\s\\S]*nodeRole[\\s\\S]*discoveryTag`));
  });
});
