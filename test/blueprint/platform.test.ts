import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError } from '../../lib/core/problems';

function problemsOf(request: Readonly<Record<string, string>>): readonly string[] {
  try {
    blueprintFor({ system: 'aiva', tier: 'small', ...request });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ path, received, expected }) => `${path}=${received}: ${expected}`);
  }
}

describe('options that a platform does not support are rejected', () => {
  test.each([
    [
      { dataStores: 'operator' },
      'dataStores="operator": managed with platform=ecs: StatefulSets and operators require platform=eks or platform=kubernetes',
    ],
    [
      { dataStores: 'managed', topology: 'single-host' },
      'dataStores="managed": no value with topology=single-host: data stores run in containers',
    ],
    [{ entry: 'gateway' }, 'entry="gateway": no value with platform=ecs: the stack has a load balancer'],
    [
      { platform: 'kubernetes', topology: 'single-host' },
      'topology="single-host": managed with platform=kubernetes: single-host requires platform=ecs',
    ],
    [{ platform: 'eks', compute: 'fargate' }, 'compute="fargate": ec2 with platform=eks: Fargate requires platform=ecs'],
    [
      { platform: 'kubernetes', dataStores: 'managed' },
      'dataStores="managed": statefulset or operator with platform=kubernetes: managed data stores require platform=eks',
    ],
    [
      { system: 'barber-ops', tier: 'phase-3', platform: 'kubernetes', domain: 'example.com' },
      'domain="example.com": no value with platform=kubernetes: failover by Route 53 requires platform=ecs',
    ],
    [{ platform: 'kubernetes', natGateways: '1' }, 'natGateways=1: no value with platform=kubernetes: the network is that of the cluster'],
    [
      { taskNetwork: 'awsvpc', natGateways: '0' },
      'taskNetwork="awsvpc": natGateways of at least 1, or bridge: without NAT gateways, tasks with a network interface cannot reach the internet',
    ],
    [
      { taskNetwork: 'awsvpc', compute: 'fargate' },
      'taskNetwork="awsvpc": no value with compute=fargate: tasks have a network interface each',
    ],
    [{ taskNetwork: 'awsvpc', platform: 'eks' }, 'taskNetwork="awsvpc": no value with platform=eks: pods have their own addresses'],
    [{ topology: 'single-host', natGateways: '1' }, 'natGateways=1: no value with topology=single-host: the host has a public address'],
  ])('%j', (request, problem) => {
    expect(problemsOf(request)).toContain(problem);
  });

  test('all at once', () => {
    expect(problemsOf({ platform: 'kubernetes', topology: 'single-host', compute: 'fargate', dataStores: 'managed' })).toHaveLength(3);
  });
});

describe('NAT gateways', () => {
  test('are those of the tier, or of the option, in every region', () => {
    const natGateways = (request: Readonly<Record<string, string>>) => {
      const { network, standbys = [] } = blueprintFor(request as { system: string; tier: string });
      return [network, ...standbys.map((standby) => standby.network)].map((each) => each.natGateways);
    };
    expect(natGateways({ system: 'aiva', tier: 'small' })).toEqual([0]);
    expect(natGateways({ system: 'aiva', tier: 'small', natGateways: '2' })).toEqual([2]);
    expect(natGateways({ system: 'aiva', tier: 'large', platform: 'eks' })).toEqual([2]);
    expect(natGateways({ system: 'barber-ops', tier: 'phase-3', natGateways: '1' })).toEqual([1, 1, 1]);
  });

  test('are at least one on EKS, unless the option is 0', () => {
    const onEks = (natGateways?: number) =>
      blueprintFor({ system: 'aiva', tier: 'small', platform: 'eks', ...(natGateways !== undefined && { natGateways }) });
    expect(onEks().network.natGateways).toBe(1);
    expect(onEks().components.nodes).toMatchObject({ publicAddresses: false });
    expect(onEks(0).network.natGateways).toBe(0);
    expect(onEks(0).components.nodes).toMatchObject({ publicAddresses: true });
  });

  test('move instances into private subnets', () => {
    const { components } = blueprintFor({ system: 'aiva', tier: 'small', natGateways: 1 });
    expect(components.nodes).toMatchObject({ publicAddresses: false });
  });
});

describe('platforms', () => {
  test('on ecs, options of data stores in clusters are undefined', () => {
    const { options, components } = blueprintFor({ system: 'aiva', tier: 'small' });
    expect(options.platform).toBe('ecs');
    expect('dataStores' in options || 'entry' in options).toBe(false);
    expect(components.database).toMatchObject({ deployment: 'managed' });
  });

  test('on eks data stores are managed, and pools have a type and requirements', () => {
    const { options, components } = blueprintFor({ system: 'aiva', tier: 'small', platform: 'eks' });
    expect(options).toMatchObject({ dataStores: 'managed', entry: 'gateway' });
    expect(components.database).toMatchObject({ deployment: 'managed', instanceClass: expect.stringMatching(/^db\./) });
    expect(components.nodes).toMatchObject({ instanceType: expect.any(String), requirements: { burstable: true, holdsData: false } });
  });

  test('on kubernetes all components run in node pools, and Karpenter chooses the instance types', () => {
    const { components, choices } = blueprintFor({ system: 'aiva', tier: 'large', platform: 'kubernetes' });
    expect(choices).toEqual([]);
    for (const id of ['database', 'cache', 'jobs']) {
      expect(components[id]).toMatchObject({ deployment: 'container', form: 'operator', pool: 'data-nodes' });
    }
    expect(components['data-nodes']).toMatchObject({ requirements: { holdsData: true } });
    expect(components.nodes).not.toHaveProperty('instanceType');
  });

  test('the form of data stores is the same in every tier of a system', () => {
    const forms = ['small', 'medium', 'large', 'very-large'].map(
      (tier) => blueprintFor({ system: 'aiva', tier, platform: 'kubernetes' }).options.dataStores,
    );
    expect(new Set(forms)).toEqual(new Set(['operator']));
  });

  test('the limit of a GPU pool allows as many nodes as its services need', () => {
    const { components } = blueprintFor({ system: 'aiva', tier: 'very-large', platform: 'kubernetes', gpu: 't4' });
    expect(components['gpu-nodes']).toMatchObject({
      architecture: 'amd64',
      gpu: { model: 't4', count: 1 },
      requirements: { limits: { gpus: 4 } },
    });
  });

  test('the limit of a GPU pool allows whole nodes in each zone', () => {
    const { components } = blueprintFor({ system: 'assistant', tier: 'own-inference', platform: 'kubernetes', gpu: 'a100' });
    // 56 pods in three zones are 19, 19 and 18: three nodes of eight GPUs in each zone.
    expect(components['gpu-nodes']).toMatchObject({ gpu: { count: 8 }, requirements: { limits: { gpus: 3 * 3 * 8 } } });
  });

  test('the vCPU limit of a pool allows the nodes whose memory its pods request', () => {
    const { components } = blueprintFor({ system: 'aiva', tier: 'very-large', platform: 'kubernetes' });
    // Four servers of 32 GiB, eight pods of the cache of 64 GiB and a queue of 0.5 GiB; nodes have at most 8 GiB per vCPU; twice that.
    const memoryGib = 4 * 32 + 8 * 64 + 0.5;
    expect(components['data-nodes']).toMatchObject({
      requirements: { limits: { vcpu: Math.ceil((2 * memoryGib) / 8), memoryGib: 2 * memoryGib } },
    });
  });

  test('a pooler of RDS is PgBouncer in a cluster', () => {
    expect(blueprintFor({ system: 'capsules', tier: 'full', platform: 'kubernetes' }).components.database).toMatchObject({
      pooler: 'pgbouncer',
    });
    expect(blueprintFor({ system: 'capsules', tier: 'full' }).components.database).toMatchObject({ pooler: 'rds-proxy' });
  });
});
