import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError } from '../../lib/core/problems';

function problemsOf(request: Readonly<Record<string, string>>): readonly string[] {
  try {
    blueprintFor({ system: 'aiva', tier: 'small', ...request });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ path, received, expected }) => `${path} ${received}: ${expected}`);
  }
}

describe('options that a platform has no use for are refused', () => {
  test.each([
    [{ dataStores: 'operator' }, 'dataStores operator: managed on platform=ecs; StatefulSets and operators are of eks and kubernetes'],
    [{ dataStores: 'managed', topology: 'single-host' }, 'dataStores managed: none with topology=single-host: there they are containers'],
    [{ entry: 'gateway' }, 'entry gateway: none on platform=ecs: there the way in is a load balancer of the stack'],
    [
      { platform: 'kubernetes', topology: 'single-host' },
      'topology single-host: managed with platform=kubernetes: single-host is a form of ecs',
    ],
    [{ platform: 'eks', compute: 'fargate' }, 'compute fargate: ec2 with platform=eks: Fargate is for services of ecs'],
    [
      { platform: 'kubernetes', dataStores: 'managed' },
      'dataStores managed: statefulset or operator on kubernetes: manifests make no services of AWS (eks has managed data stores)',
    ],
    [
      { system: 'barber-ops', tier: 'phase-3', platform: 'kubernetes', domain: 'example.com' },
      'domain example.com: none with platform=kubernetes: failover by Route 53 is of ecs',
    ],
  ])('%j', (request, problem) => {
    expect(problemsOf(request)).toContain(problem);
  });

  test('all at once', () => {
    expect(problemsOf({ platform: 'kubernetes', topology: 'single-host', compute: 'fargate', dataStores: 'managed' })).toHaveLength(3);
  });
});

describe('platforms', () => {
  test('on ecs nothing says who runs data stores in clusters', () => {
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

  test('on kubernetes everything runs in pools, and Karpenter chooses the machines', () => {
    const { components, choices } = blueprintFor({ system: 'aiva', tier: 'large', platform: 'kubernetes' });
    expect(choices).toEqual([]);
    for (const id of ['database', 'cache', 'jobs']) {
      expect(components[id]).toMatchObject({ deployment: 'container', form: 'operator', pool: 'data-nodes' });
    }
    expect(components['data-nodes']).toMatchObject({ requirements: { holdsData: true } });
    expect(components.nodes).not.toHaveProperty('instanceType');
  });

  test('who runs data stores is the same in every tier of a system', () => {
    const forms = ['small', 'medium', 'large', 'very-large'].map(
      (tier) => blueprintFor({ system: 'aiva', tier, platform: 'kubernetes' }).options.dataStores,
    );
    expect(new Set(forms)).toEqual(new Set(['operator']));
  });

  test('the limit of a GPU pool holds as many machines as its services need', () => {
    const { components } = blueprintFor({ system: 'aiva', tier: 'very-large', platform: 'kubernetes', gpu: 't4' });
    expect(components['gpu-nodes']).toMatchObject({
      architecture: 'amd64',
      gpu: { model: 't4', count: 1 },
      requirements: { limits: { gpus: 3 } },
    });
  });

  test('a pooler of RDS is PgBouncer in a cluster', () => {
    expect(blueprintFor({ system: 'capsules', tier: 'full', platform: 'kubernetes' }).components.database).toMatchObject({
      pooler: 'pgbouncer',
    });
    expect(blueprintFor({ system: 'capsules', tier: 'full' }).components.database).toMatchObject({ pooler: 'rds-proxy' });
  });
});
