import { describe, expect, test } from 'vitest';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { reasonText } from '../../lib/output/transition-reasons';
import { preparedUpdate } from '../../lib/transition/preparations';
import { roomToRoll } from '../../lib/transition/roll/room-to-roll';
import { transitionBetween } from '../../lib/transition/transition-between';
import { classAndRules, FACTS, of, type RawResource, type RawResources, transition } from './support';

/** Instances of 2 vCPU with 4,096 MiB (`.large`), or twice that (`.xlarge`): the facts of these tests. */
interface Scene {
  readonly type?: string;
  readonly instances?: number | { readonly Ref: string };
  readonly cpu?: number;
  readonly memory?: number;
  readonly tasks?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly image?: string;
  readonly hostPort?: number;
  readonly networkMode?: 'awsvpc' | 'bridge';
}

function scene({
  type = 'm6i.large',
  instances = 1,
  cpu = 512,
  memory = 1024,
  tasks = 1,
  minimum = 100,
  maximum = 200,
  image = 'a',
  hostPort = 0,
  networkMode = 'bridge',
}: Scene): RawResources {
  const container = { Name: 'c', Image: image, Cpu: cpu, Memory: memory, PortMappings: [{ ContainerPort: 80, HostPort: hostPort }] };
  return {
    Launch: of_('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { InstanceType: type } }),
    Group: of_('AWS::AutoScaling::AutoScalingGroup', {
      MinSize: '1',
      MaxSize: typeof instances === 'number' ? String(instances) : instances,
      LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' }, Version: { 'Fn::GetAtt': ['Launch', 'LatestVersionNumber'] } },
    }),
    Provider: of_('AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: 'Group' } } }),
    Task: of_('AWS::ECS::TaskDefinition', { NetworkMode: networkMode, ContainerDefinitions: [container] }),
    X: of_('AWS::ECS::Service', {
      TaskDefinition: { Ref: 'Task' },
      DesiredCount: tasks,
      CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Provider' } }],
      DeploymentConfiguration: { MinimumHealthyPercent: minimum, MaximumPercent: maximum },
      AvailabilityZoneRebalancing: 'DISABLED',
    }),
  };
}

function of_(Type: string, Properties: Readonly<Record<string, unknown>>): RawResource {
  return { Type, Properties };
}

const rolled = (before: Scene, after: Scene) => {
  const moved = transition(scene(before), scene({ image: 'b', ...after }));
  return `${of(moved, 'X').class}: ${
    of(moved, 'X')
      .reasons.filter(({ rule }) => rule === 'ecs-roll')
      .map(reasonText)[0] ?? ''
  }`;
};

// Amazon ECS developer guide, "Allocate a network interface for an Amazon ECS task": the interfaces of the instance limit its tasks.
test.each([
  ['awsvpc', 1, 'rejected'],
  ['awsvpc', 2, 'in-place'],
  ['bridge', 1, 'in-place'],
] as const)(
  'in the mode %s, a new task beside an old one on an instance with %i interfaces for tasks is %s',
  (networkMode, interfaces, expected) => {
    const instanceRoom = () => ({ cpuUnits: 2048, memoryMib: 4096, gpus: 0, interfaces });
    const moved = transition(scene({ networkMode }), scene({ networkMode, image: 'b' }), { instanceRoom });
    expect(of(moved, 'X').class).toBe(expected);
  },
);

// Amazon ECS API reference, CreateService: without launchType and capacityProviderStrategy, the default strategy of the cluster applies, or EC2.
test.each<[string, Readonly<Record<string, unknown>>, string]>([
  [
    'with the launch type FARGATE',
    { LaunchType: 'FARGATE' },
    'in-place: with the fewest tasks (1), new tasks start on Fargate; at least 1 run',
  ],
  [
    'with the provider FARGATE_SPOT',
    { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT' }] },
    'in-place: with the fewest tasks (1), new tasks start on Fargate; at least 1 run',
  ],
  [
    'with the launch type EC2',
    { LaunchType: 'EC2' },
    'in-place-with-interruption: with the fewest tasks (1), it is unknown whether old and new tasks fit on the instances of the cluster, because the template states no capacity provider with its group',
  ],
  [
    'with a provider of another stack',
    { CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'ProviderOfCluster' } }] },
    'in-place-with-interruption: with the fewest tasks (1), it is unknown whether old and new tasks fit on the instances of the cluster, because the template states no capacity provider with its group',
  ],
  ['without tasks', { LaunchType: 'EC2', DesiredCount: 0 }, 'in-place: with the fewest tasks (0), the service has no tasks'],
])('a service %s', (_name, properties, expected) => {
  const service = (image: string): RawResources => ({
    Task: of_('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Name: 'c', Image: image, Cpu: 512, Memory: 1024 }] }),
    X: of_('AWS::ECS::Service', { TaskDefinition: { Ref: 'Task' }, ...properties }),
  });
  const moved = of(transition(service('a'), service('b')), 'X');
  expect(`${moved.class}: ${moved.reasons.filter(({ rule }) => rule === 'ecs-roll').map(reasonText)[0]}`).toBe(expected);
});

describe('the roll of a service on instances', () => {
  test.each<[string, Scene, Scene, string]>([
    [
      'both tasks fit on one instance',
      {},
      {},
      'in-place: with the fewest tasks (1), the first new task fits on the instances, next to the old tasks; at least 1 run',
    ],
    [
      'the new task takes more than the old one leaves, and the pool is full',
      { memory: 3000 },
      { memory: 3000 },
      'rejected: with the fewest tasks (1), old and new tasks do not fit on the 1 instance of Provider: the deployment never ends',
    ],
    [
      'the pool may start another instance',
      { memory: 3000, instances: 2 },
      { memory: 3000, instances: 2 },
      'in-place: with the fewest tasks (1), the first new task waits until its pool has started an instance; at least 1 run',
    ],
    [
      'the only task may stop first',
      { memory: 3000, minimum: 0, maximum: 100 },
      { memory: 3000, minimum: 0, maximum: 100 },
      'in-place-with-interruption: with the fewest tasks (1), the last old task stops before a new one starts',
    ],
    [
      'half of the tasks may stop first',
      { memory: 3000, tasks: 2, instances: 2, minimum: 50, maximum: 100 },
      { memory: 3000, tasks: 2, instances: 2, minimum: 50, maximum: 100 },
      'in-place: with the fewest tasks (2), the first new task takes the place of an old one; at least 1 run',
    ],
    [
      'the old task does not fit on the new instances',
      { type: 'm6i.xlarge', memory: 6000 },
      { type: 'm6i.large', memory: 1000 },
      'rejected: with the fewest tasks (1), the old tasks do not fit on the 1 instance of Provider, which is updated before the service',
    ],
    [
      'the old task has the port of the host',
      { hostPort: 80 },
      { hostPort: 80 },
      'rejected: with the fewest tasks (1), old and new tasks do not fit on the 1 instance of Provider: the deployment never ends',
    ],
    [
      'the instance type is unknown',
      { type: 'x9.metal' },
      { type: 'x9.metal' },
      'rejected: with the fewest tasks (1), it is unknown whether old and new tasks fit on Provider: the templates do not state the size and number of its instances',
    ],
    [
      'the largest number of instances is a parameter',
      { instances: { Ref: 'Most' } },
      { instances: { Ref: 'Most' } },
      'rejected: with the fewest tasks (1), it is unknown whether old and new tasks fit on Provider: the templates do not state the size and number of its instances',
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(rolled(before, after)).toBe(expected);
  });

  // Source: Application Auto Scaling API reference, RegisterScalableTarget: it changes the capacity to one within the range.
  test('of more tasks than the new range allows starts with the new range', () => {
    const scaled = (MinCapacity: number, MaxCapacity: number, image: string, instances: number): RawResources => {
      const { X, ...others } = scene({ image, instances, memory: 3000 });
      const { DesiredCount: _fixed, ...properties } = X?.Properties ?? {};
      const target = of_('AWS::ApplicationAutoScaling::ScalableTarget', {
        ResourceId: { 'Fn::GetAtt': ['X', 'Name'] },
        MinCapacity,
        MaxCapacity,
      });
      return { ...others, X: of_('AWS::ECS::Service', properties), Range: target };
    };
    const [before, after] = [scaled(4, 8, 'a', 9), scaled(1, 2, 'b', 3)].map((resources) =>
      templateFrom({ Resources: resources }, 'stack', 'us-east-1'),
    );
    if (before === undefined || after === undefined) throw new Error('no templates');
    expect(of(transition(scaled(4, 8, 'a', 9), scaled(1, 2, 'b', 3)), 'X').class).toBe('rejected');
    const { prepared, last } = preparedUpdate(before, after, FACTS);
    expect(prepared.map(({ titles }) => titles)).toEqual([['Limit X to 1 to 2 tasks']]);
    expect(of(last, 'X').class).toBe('in-place');
  });

  // Source: CloudFormation user guide, UseOnlineResharding: shards "as the only updates in a given stack update operation".
  test('waits for shards of a cache, which change in an update of their own', () => {
    const withCache = (shards: number, image: string): RawResources => ({
      ...scene({ image, instances: 2 }),
      Cache: {
        ...of_('AWS::ElastiCache::ReplicationGroup', { Engine: 'valkey', ClusterMode: 'enabled', NumNodeGroups: shards }),
        UpdatePolicy: { UseOnlineResharding: true },
      },
    });
    const [before, after] = [withCache(1, 'a'), withCache(3, 'b')];
    expect(classAndRules(transition(before, after), 'Cache')).toBe('rejected cache-shards');
    const [old, next] = [before, after].map((resources) => templateFrom({ Resources: resources }, 'stack', 'us-east-1'));
    if (old === undefined || next === undefined) throw new Error('no templates');
    const { prepared, last } = preparedUpdate(old, next, FACTS);
    expect(prepared.map(({ update }) => [classAndRules(update, 'Cache'), classAndRules(update, 'X')])).toEqual([
      ['in-place cache-shards', 'unchanged'],
    ]);
    expect(of(last, 'Cache').class).toBe('unchanged');
  });

  test('is not simulated where nothing is deployed', () => {
    expect(classAndRules(transition(scene({}), scene({})), 'X')).toBe('unchanged');
  });

  test('is not simulated, but its tasks do not fit on a pool that becomes too small', () => {
    const [before, after] = [scene({ memory: 3000, tasks: 2, instances: 2 }), scene({ memory: 3000, tasks: 2, instances: 1 })];
    expect(of(transition(before, after), 'X').reasons.map((reason) => `${reason.rule}: ${reasonText(reason)}`)).toContain(
      'ecs-roll: with the fewest tasks (2), the old tasks do not fit on the 1 instance of Provider, which is updated before the service',
    );
  });
});

describe('instances with room for old and new tasks', () => {
  test.each<[string, Scene, Scene, ReturnType<typeof roomToRoll>]>([
    ['are not necessary where the new pool has room', {}, { image: 'b' }, []],
    [
      'are one more where the new pool is full',
      { memory: 3000 },
      { memory: 3000, image: 'b' },
      [{ component: 'Provider', instanceType: 'm6i.large', max: 2 }],
    ],
    [
      'are as many as before where the old tasks need them',
      { memory: 3000, tasks: 3, instances: 4 },
      { memory: 1000, tasks: 3, instances: 1, image: 'b' },
      [{ component: 'Provider', instanceType: 'm6i.large', max: 4 }],
    ],
    [
      'have the old type where an old task does not fit on the new one',
      { type: 'm6i.xlarge', memory: 6000 },
      { type: 'm6i.large', memory: 1000, image: 'b' },
      [{ component: 'Provider', instanceType: 'm6i.xlarge', max: 1 }],
    ],
    [
      'are unknown where a task fits on the instances of neither end',
      { type: 'm6i.xlarge', memory: 6000 },
      { type: 'm6i.large', cpu: 5000, image: 'b' },
      undefined,
    ],
    ['are unknown where the instance type is', { type: 'x9.metal' }, { type: 'x9.metal', image: 'b' }, undefined],
  ])('%s', (_name, before, after, expected) => {
    const [old, next] = [before, after].map((each) => templateFrom({ Resources: scene(each) }, 'stack', 'us-east-1'));
    if (old === undefined || next === undefined) throw new Error('no templates');
    expect(roomToRoll(old, next, FACTS, transitionBetween(old, next, FACTS))).toEqual(expected);
  });
});
