import { changedLaunchTemplates, usesTemplate } from '../launch-templates';
import { asNumber, attributeOf, referenceOf, valueAt } from '../property-value';
import type { UpdatedResource } from '../resource-change';
import { changesProperty, type TransitionContext } from '../transition-context';
import { type EcsService, servicesOf } from './ecs-service';
import { fits } from './instances';
import { isKnown, type Pool, poolsOf } from './pool';
import { ROLL_LOADS, type RollLoad } from './rolls';
import type { TaskDemand } from './task-demand';

/**
 * Where the tasks of a draining instance go, the best first. `next-to-others`: to instances that run. `replacement`: at least one
 * waits for the replacement of its instance. `nowhere`: at least one fits on neither. `unknown`: a size is not known.
 */
export const DRAINED_TASKS = ['next-to-others', 'replacement', 'nowhere', 'unknown'] as const;
/** Where the tasks of a draining instance go. */
export type DrainedTasks = (typeof DRAINED_TASKS)[number];

/** Instances that are replaced at the same time. */
export interface InstanceWave {
  /** Number of instances. */
  readonly instances: number;
  /** Where their tasks go: the worst of all tasks. */
  readonly drained: DrainedTasks;
}

/**
 * Number of instances when the update starts. `fewest`: as many as the tasks need, or the minimum of the group. `most`: its maximum,
 * because instances without tasks run until the pool scales in.
 */
export const STARTS = ['fewest', 'most'] as const;

/** How the instances of a pool are replaced at one load, from one number of instances. */
export interface InstanceRoll {
  /** Logical id of the Auto Scaling group. */
  readonly group: string;
  /** Logical id of its capacity provider. */
  readonly pool: string;
  /** Load. */
  readonly load: RollLoad;
  /** Which number of instances it starts from. */
  readonly start: (typeof STARTS)[number];
  /** Instances that run when the update starts. Absent: a size is not known. */
  readonly instances?: number;
  /** Where tasks of draining instances go: the worst of all waves. */
  readonly drained: DrainedTasks;
  /** The replacements, in their order; empty when a size is not known. */
  readonly waves: readonly InstanceWave[];
}

/** An instance with the room that it has, and the tasks on it. */
interface Instance {
  readonly room: NonNullable<Pool['room']>;
  readonly tasks: TaskDemand[];
}

/** Properties of a group that describe its instances. */
const OF_INSTANCES = ['LaunchTemplate', 'LaunchConfigurationName', 'MixedInstancesPolicy'];

/**
 * Groups whose update policy decides about running instances: their launch template or configuration changes, or a rolling update also
 * follows from other subnets. Source: CloudFormation template reference, UpdatePolicy.
 */
export function groupsWithOtherInstances(context: TransitionContext): readonly UpdatedResource[] {
  const templates = new Set([...changedLaunchTemplates(context), ...changedLaunchConfigurations(context)]);
  return context.updated('AWS::AutoScaling::AutoScalingGroup').filter((change) => {
    const { properties } = change.after;
    const values = OF_INSTANCES.map((name) => properties[name]);
    if (usesTemplate(values, templates) || OF_INSTANCES.some((name) => changesProperty(change, name))) return true;
    return changesProperty(change, 'VPCZoneIdentifier') && rollingUpdateOf(context, change.id) !== undefined;
  });
}

/** Logical ids of the launch configurations that are replaced: each of their properties is set at creation. */
function changedLaunchConfigurations(context: TransitionContext): readonly string[] {
  return context
    .updated('AWS::AutoScaling::LaunchConfiguration')
    .filter(({ properties }) => properties.length > 0)
    .map(({ id }) => id);
}

/** The rolling update of a group in the second template; undefined without one. */
export function rollingUpdateOf(context: TransitionContext, group: string): unknown {
  return valueAt(attributeOf(context, 'after', group, 'UpdatePolicy'), 'AutoScalingRollingUpdate');
}

/** Whether ECS drains the instances of a group before they end, by the logical id of its capacity provider; undefined if it does not. */
export function drainingProvider({ after }: TransitionContext, group: string): string | undefined {
  const provider = after.resources.find(
    ({ type, properties: { AutoScalingGroupProvider: own } }) =>
      type === 'AWS::ECS::CapacityProvider' && referenceOf(valueAt(own, 'AutoScalingGroupArn')) === group,
  );
  return valueAt(provider?.properties.AutoScalingGroupProvider, 'ManagedDraining') === 'ENABLED' ? provider?.id : undefined;
}

/** How the instances of each group with a rolling update and managed draining are replaced, at each load and from both numbers. */
export function instanceRollsOf(context: TransitionContext): readonly InstanceRoll[] {
  return groupsWithOtherInstances(context).flatMap(({ id: group }) => {
    const [rolling, pool] = [rollingUpdateOf(context, group), drainingProvider(context, group)];
    if (rolling === undefined || pool === undefined) return [];
    const batch = Math.max(1, asNumber(valueAt(rolling, 'MaxBatchSize')) ?? 1);
    return ROLL_LOADS.flatMap((load) =>
      STARTS.map((start) => ({ group, pool, load, start, ...simulatedRoll(context, pool, load, start, batch) })),
    );
  });
}

/** Largest group and number of tasks that are simulated: a larger one would take minutes. */
const MOST_SIMULATED = 1_000;

const UNKNOWN = { drained: 'unknown', waves: [] } as const;

/**
 * Simulates the replacement of the instances behind a capacity provider in waves, before the services are updated: instances drain,
 * their tasks go to the others, and their replacements have the size of the second template. Whether a replacement starts before
 * the drained instance ends is not documented, so a task that needs it is distinguished from one that does not.
 */
function simulatedRoll(
  context: TransitionContext,
  provider: string,
  load: RollLoad,
  start: InstanceRoll['start'],
  batch: number,
): Pick<InstanceRoll, 'instances' | 'drained' | 'waves'> {
  const old = poolsOf(context.before, context.facts).get(provider);
  const room = poolsOf(context.after, context.facts).get(provider)?.room;
  if (old === undefined || room === undefined || !isKnown(old)) return UNKNOWN;
  const services = servicesOf(context.before).filter((service) => service.provider === provider);
  const demands = services.flatMap((service) => tasksAt(load, service));
  const tasks = demands.flatMap((demand) => demand ?? []);
  if (tasks.length < demands.length || Math.max(tasks.length, old.max ?? 0) > MOST_SIMULATED) return UNKNOWN;
  let running = runningInstances(tasks, old, start);
  const instances = running.length;
  const waves: InstanceWave[] = [];
  for (let replaced = 0; replaced < instances; replaced += batch) {
    // Replacements are added at the end, so that the first ones are always the next to drain.
    const draining = running.slice(0, Math.min(batch, instances - replaced));
    const replacements = draining.map((): Instance => ({ room, tasks: [] }));
    running = running.slice(draining.length);
    const places = draining.flatMap(({ tasks: leaving }) => leaving).map((task) => placeOf(task, running, replacements));
    running.push(...replacements);
    waves.push({ instances: draining.length, drained: worst(places) });
  }
  return { instances, drained: worst(waves.map(({ drained }) => drained)), waves };
}

/** The instances of the first template with their tasks; a task without a place at the maximum does not run. */
function runningInstances(tasks: readonly TaskDemand[], { room, min = 0, max = 0 }: Pool, start: InstanceRoll['start']): Instance[] {
  if (room === undefined) return [];
  const running: Instance[] = [];
  for (const task of [...tasks].sort((a, b) => b.memoryMib - a.memoryMib)) {
    if (!placed(running, task) && running.length < max && fits(room, [task])) running.push({ room, tasks: [task] });
  }
  while (running.length < (start === 'most' ? max : min)) running.push({ room, tasks: [] });
  return running;
}

function placeOf(task: TaskDemand, others: readonly Instance[], replacements: readonly Instance[]): DrainedTasks {
  if (placed(others, task)) return 'next-to-others';
  return placed(replacements, task) ? 'replacement' : 'nowhere';
}

function worst(outcomes: readonly DrainedTasks[]): DrainedTasks {
  return DRAINED_TASKS[Math.max(0, ...outcomes.map((outcome) => DRAINED_TASKS.indexOf(outcome)))] ?? 'unknown';
}

function tasksAt(load: RollLoad, { min, max, demand }: EcsService): readonly (TaskDemand | undefined)[] {
  return Array.from({ length: load === 'least' ? min : max }, () => demand);
}

/** Places a task on the fullest instance with room for it. */
function placed(instances: readonly Instance[], task: TaskDemand): boolean {
  const [fullest] = instances
    .filter(({ room, tasks }) => fits(room, [...tasks, task]))
    .sort((a, b) => memoryOf(b.tasks) - memoryOf(a.tasks));
  fullest?.tasks.push(task);
  return fullest !== undefined;
}

function memoryOf(tasks: readonly TaskDemand[]): number {
  return tasks.reduce((total, { memoryMib }) => total + memoryMib, 0);
}
