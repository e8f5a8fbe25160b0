import type { TransitionContext } from '../transition-context';
import { type EcsService, servicesOf } from './ecs-service';
import { fits } from './instances';
import { isKnown, type Pool, poolsOf } from './pool';
import type { RollLoad } from './rolls';
import type { TaskDemand } from './task-demand';

/**
 * Where the tasks of a draining instance go. `next-to-others`: to instances that run. `replacement`: at least one waits for the
 * replacement of its instance. `nowhere`: at least one has no place on either. `unknown`: a size is not known.
 */
export type DrainedTasks = 'next-to-others' | 'replacement' | 'nowhere' | 'unknown';

/** Rank of an outcome, the best first. */
const OUTCOMES: readonly DrainedTasks[] = ['next-to-others', 'replacement', 'nowhere'];

/** An instance with the room that it has, and the tasks on it. */
interface Instance {
  readonly room: NonNullable<Pool['room']>;
  readonly tasks: TaskDemand[];
}

/** How the instances of a pool are replaced at one load. */
export interface InstanceRoll {
  /** Instances that run when the update starts. */
  readonly instances: number;
  /** Where tasks of draining instances go, for the instance that has it worst. */
  readonly drained: DrainedTasks;
}

/**
 * Plays the replacement of the instances behind a capacity provider one at a time, before the services are updated: an instance
 * drains, its tasks go to the others, and its replacement has the size of the second template. Whether the replacement starts
 * before the drained instance ends is not documented, so a task that needs it is told apart from one that does not.
 */
export function instanceRoll(context: TransitionContext, provider: string, load: RollLoad): InstanceRoll | undefined {
  const [old, next] = [poolsOf(context.before, context.facts).get(provider), poolsOf(context.after, context.facts).get(provider)];
  if (old === undefined || next?.room === undefined || !isKnown(old) || old.room === undefined) return undefined;
  const services = servicesOf(context.before).filter((service) => service.provider === provider);
  const demands = services.flatMap((service) => tasksAt(load, service));
  const tasks = demands.flatMap((demand) => demand ?? []);
  if (tasks.length < demands.length) return { instances: old.min ?? 0, drained: 'unknown' };
  let running: Instance[] = [];
  for (const task of [...tasks].sort((a, b) => b.memoryMib - a.memoryMib)) {
    if (!placed(running, task)) running.push({ room: old.room, tasks: [task] });
  }
  while (running.length < (old.min ?? 0)) running.push({ room: old.room, tasks: [] });
  const instances = running.length;
  let worst = 0;
  for (const draining of [...running]) {
    const replacement: Instance = { room: next.room, tasks: [] };
    running = running.filter((instance) => instance !== draining);
    for (const task of draining.tasks) worst = Math.max(worst, placed(running, task) ? 0 : placed([replacement], task) ? 1 : 2);
    running.push(replacement);
  }
  return { instances, drained: OUTCOMES[worst] ?? 'unknown' };
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
