import { describe, expect, test } from 'vitest';
import { reasonText } from '../../lib/output/transition-reasons';
import { of, type RawResource, type RawResources, transition } from './support';

/** A pool with services of 1,024 MiB a task. Instances have 4,096 MiB (`.large`), or twice that (`.xlarge`). */
interface Scene {
  readonly type: string;
  readonly tasks: number;
  readonly policy?: object;
  readonly min?: number;
  readonly memory?: number;
  readonly max?: number;
}

const ROLLING = { AutoScalingRollingUpdate: { MaxBatchSize: 1, MinInstancesInService: 1, PauseTime: 'PT5M' } };

function scene({ type, tasks, policy, min = 1, memory = 1024, max = 4 }: Scene): RawResources {
  const resource = (Type: string, Properties: object): RawResource => ({ Type, Properties: { ...Properties } });
  return {
    Launch: resource('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { InstanceType: type } }),
    X: {
      ...resource('AWS::AutoScaling::AutoScalingGroup', {
        MinSize: String(min),
        MaxSize: String(max),
        LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' }, Version: { 'Fn::GetAtt': ['Launch', 'LatestVersionNumber'] } },
      }),
      ...(policy !== undefined && { UpdatePolicy: policy }),
    },
    Provider: resource('AWS::ECS::CapacityProvider', {
      AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: 'X' }, ManagedDraining: 'ENABLED' },
    }),
    Task: resource('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Name: 'c', Image: 'a', Cpu: 128, Memory: memory }] }),
    Service: resource('AWS::ECS::Service', {
      TaskDefinition: { Ref: 'Task' },
      DesiredCount: tasks,
      CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Provider' } }],
    }),
  };
}

const classAndRules = (before: Scene, after: Partial<Scene> = {}) =>
  of(transition(scene(before), scene({ ...before, ...after })), 'X')
    .reasons.filter(({ rule }) => rule === 'auto-scaling-rolling-update')
    .map(reasonText)
    .join();

describe('the instances of a pool whose launch template changes', () => {
  test.each<[string, Scene, Partial<Scene>, string]>([
    [
      'drain to the other instances where these have room',
      { type: 'm6i.large', tasks: 2, min: 2, policy: ROLLING },
      { type: 'm6i.xlarge' },
      'with 2–4 instances and the fewest tasks or 2–4 instances at peak load, tasks of a draining instance fit on the other instances',
    ],
    [
      'wait for the replacement where the others are full',
      { type: 'm6i.large', tasks: 8, min: 2, policy: ROLLING },
      { type: 'm6i.xlarge' },
      'with 2 instances and the fewest tasks or 2 instances at peak load, tasks of a draining instance wait for its replacement',
    ],
    [
      'have no place on smaller instances',
      { type: 'm6i.xlarge', tasks: 8, policy: ROLLING },
      { type: 'm6i.large' },
      'a task of a draining instance fits neither on the other instances nor on the replacement: the instance drains until the pool has room',
    ],
  ])('%s', (_name, before, after, expected) => {
    const text = classAndRules(before, after);
    expect(text).toContain(
      'the rolling update replaces running instances 1 at a time, with at least 1 in service, and a pause of 5 minutes',
    );
    expect(text).toContain(`; ECS drains an instance before it ends; `);
    expect(text).toContain(expected);
  });

  test('are stated from the fewest and from the most instances, the worst last', () => {
    const text = classAndRules({ type: 'm6i.large', tasks: 8, min: 2, policy: ROLLING }, { type: 'm6i.xlarge' });
    expect(text.split('; ').slice(-2)).toEqual([
      'with 4 instances and the fewest tasks or 4 instances at peak load, tasks of a draining instance fit on the other instances',
      'with 2 instances and the fewest tasks or 2 instances at peak load, tasks of a draining instance wait for its replacement',
    ]);
  });

  // Source: AWS CloudFormation user guide, "UpdatePolicy attribute", MaxBatchSize: instances that are replaced at the same time.
  test('are replaced in waves of the batch size, the last one with the rest', () => {
    const policy = { AutoScalingRollingUpdate: { ...ROLLING.AutoScalingRollingUpdate, MaxBatchSize: 3 } };
    const before = { type: 'm6i.large', tasks: 9, min: 1, policy };
    const { instanceRolls } = transition(scene(before), scene({ ...before, type: 'm6i.xlarge' }));
    expect(instanceRolls.map(({ load, start, instances }) => [load, start, instances])).toEqual([
      ['least', 'fewest', 3],
      ['least', 'most', 4],
      ['peak', 'fewest', 3],
      ['peak', 'most', 4],
    ]);
    expect(instanceRolls[0]).toEqual({
      group: 'X',
      pool: 'Provider',
      load: 'least',
      start: 'fewest',
      instances: 3,
      drained: 'replacement',
      waves: [{ instances: 3, drained: 'replacement' }],
    });
    // Three instances with nine tasks drain, and the fourth has room for four of them. Then the fourth drains to larger ones.
    expect(instanceRolls[1]?.waves).toEqual([
      { instances: 3, drained: 'replacement' },
      { instances: 1, drained: 'next-to-others' },
    ]);
  });

  test('are unknown for instance types of an unknown size, and for groups that are too large to simulate', () => {
    const rolled = (before: RawResources, after: RawResources) =>
      transition(before, after).instanceRolls.map(({ instances, drained, waves }) => ({ instances, drained, waves }));
    const unknown = { instances: undefined, drained: 'unknown', waves: [] };
    const small = { type: 'm6i.large', tasks: 2, policy: ROLLING };
    expect(rolled(scene(small), scene({ ...small, type: 'm99.huge' }))).toEqual(Array(4).fill(unknown));
    const large = (type: string) => scene({ ...small, type, tasks: 1_001 });
    expect(rolled(large('m6i.large'), large('m6i.xlarge'))).toEqual(Array(4).fill(unknown));
    expect(classAndRules(small, { type: 'm99.huge' })).toContain(
      'it is unknown whether tasks of a draining instance fit on the other instances',
    );
  });

  test('stay without an update policy, until a command that finds the name of the group replaces them', () => {
    const { reasons } = of(transition(scene({ type: 'm6i.large', tasks: 2 }), scene({ type: 'm6i.xlarge', tasks: 2 })), 'X');
    const [reason] = reasons.filter(({ rule }) => rule === 'auto-scaling-rolling-update');
    expect(reason === undefined ? '' : reasonText(reason)).toBe(
      'no update policy: running instances keep the old launch template until an instance refresh replaces them',
    );
    // Source: AWS CLI command reference, "start-instance-refresh" and "describe-stack-resource".
    expect(reason?.followUp).toEqual({
      title: 'Replace the running instances of X',
      command:
        'aws autoscaling start-instance-refresh --auto-scaling-group-name "$(aws cloudformation describe-stack-resource --stack-name stack --logical-resource-id X --region us-east-1 --query StackResourceDetail.PhysicalResourceId --output text)" --region us-east-1',
    });
  });

  test('end where the update empties the group, so that nothing replaces them', () => {
    const before = scene({ type: 'm6i.large', tasks: 2 });
    const { reasons } = of(transition(before, scene({ type: 'm6i.xlarge', tasks: 2, min: 0, max: 0 })), 'X');
    expect(reasons.flatMap(({ followUp }) => followUp ?? [])).toEqual([]);
    expect(reasons.map(reasonText)).toContain('the update terminates all instances of the group');
  });

  test('are not mentioned where the launch template stays', () => {
    expect(classAndRules({ type: 'm6i.large', tasks: 2, policy: ROLLING }, { tasks: 3 })).toBe('');
  });
});

describe('the nodes of an EKS node group whose launch template changes', () => {
  const group = (type: string, properties: object = {}): RawResources => ({
    Launch: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { InstanceType: type } } },
    X: {
      Type: 'AWS::EKS::Nodegroup',
      Properties: {
        LaunchTemplate: { Id: { Ref: 'Launch' }, Version: { 'Fn::GetAtt': ['Launch', 'LatestVersionNumber'] } },
        UpdateConfig: { MaxUnavailable: 1 },
        ...properties,
      },
    },
  });
  const toldOf = (type: string, properties: object = {}) =>
    of(transition(group('m6i.large', properties), group(type, properties)), 'X').reasons.map(reasonText);

  test('are replaced by EKS, new ones first', () => {
    expect(toldOf('m6i.xlarge')).toEqual([
      'EKS replaces the nodes, 1 at a time: new nodes start first, up to two for each zone, above the maximum of the group; pods are evicted within their disruption budgets, and an eviction that a budget blocks for 15 minutes fails the update',
    ]);
    expect(toldOf('m6i.large')).toEqual([]);
  });

  test('end first with the minimal strategy, and pods are deleted where the update is forced', () => {
    const [text] = toldOf('m6i.xlarge', {
      UpdateConfig: { MaxUnavailablePercentage: 25, UpdateStrategy: 'MINIMAL' },
      ForceUpdateEnabled: true,
    });
    expect(text).toContain('25% at a time: old nodes end before new ones start;');
    expect(text).toContain('pods that a budget holds for 15 minutes are deleted');
  });
});
