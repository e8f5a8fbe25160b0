import type { InstanceRoom } from '../transition-context';
import type { Pool } from './pool';
import type { TaskDemand } from './task-demand';

/** The instances of one pool with the tasks on them, while a deployment is simulated. */
export class Instances {
  private readonly tasks: TaskDemand[][] = [];
  /** Whether an instance was started for a task that did not fit. */
  scaledOut = false;

  constructor(private readonly pool: Pool) {}

  /** Number of instances. */
  get count(): number {
    return this.tasks.length;
  }

  /** Starts instances until there are as many as a pool without work has. */
  fillToMinimum(): void {
    while (this.tasks.length < (this.pool.min ?? 0)) this.tasks.push([]);
  }

  /**
   * Places a task on the instance with the least memory left, as the placement strategy `binpack` does, and starts an instance
   * where none has room. False when the pool has its largest number of instances, or no instance has the size of the task.
   */
  place(task: TaskDemand): boolean {
    const places = this.tasks.filter((placed) => this.hasRoom(placed, task));
    const [fullest] = places.sort((a, b) => sumOf(b, 'memoryMib') - sumOf(a, 'memoryMib'));
    if (fullest !== undefined) {
      fullest.push(task);
      return true;
    }
    if (this.tasks.length >= (this.pool.max ?? 0) || !this.hasRoom([], task)) return false;
    this.tasks.push([task]);
    this.scaledOut = true;
    return true;
  }

  /** Stops one task with this demand. */
  stop(task: TaskDemand): void {
    for (const placed of this.tasks) {
      const index = placed.indexOf(task);
      if (index < 0) continue;
      placed.splice(index, 1);
      return;
    }
  }

  private hasRoom(placed: readonly TaskDemand[], task: TaskDemand): boolean {
    const { room } = this.pool;
    return room !== undefined && fits(room, [...placed, task]);
  }
}

/** Whether an instance has room for all of these tasks. */
export function fits(room: InstanceRoom, tasks: readonly TaskDemand[]): boolean {
  const ports = tasks.flatMap(({ hostPorts }) => hostPorts);
  return (
    sumOf(tasks, 'cpuUnits') <= room.cpuUnits &&
    sumOf(tasks, 'memoryMib') <= room.memoryMib &&
    sumOf(tasks, 'gpus') <= room.gpus &&
    sumOf(tasks, 'interfaces') <= room.interfaces &&
    new Set(ports).size === ports.length
  );
}

function sumOf(tasks: readonly TaskDemand[], resource: 'cpuUnits' | 'memoryMib' | 'gpus' | 'interfaces'): number {
  return tasks.reduce((total, task) => total + task[resource], 0);
}
