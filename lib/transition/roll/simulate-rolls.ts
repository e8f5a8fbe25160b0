import type { EcsService } from './ecs-service';
import { Instances } from './instances';
import type { Pool } from './pool';
import type { TaskDemand } from './task-demand';

/**
 * `placed`: the first new task fits next to the old ones. `waits`: it waits until the pool has started an instance.
 * `after-stop`: it waits until an old task has stopped. `never`: it never gets a place. `unknown`: a size is not known.
 */
export const FIRST_TASKS = ['placed', 'waits', 'after-stop', 'never', 'unknown'] as const;
/** Place of the first new task. */
export type FirstTask = (typeof FIRST_TASKS)[number];

/** A service before and after, with the number of tasks that run when the update starts. */
export interface RollingService {
  /** The service in the first template. */
  readonly before: EcsService;
  /** The service in the second template. */
  readonly after: EcsService;
  /** Whether the update starts a deployment of the service. */
  readonly isDeployed: boolean;
  /** Tasks that run. */
  readonly running: number;
}

/** How the deployment of one service ends. */
export interface RollOutcome {
  /** Place of the first new task. */
  readonly firstTask: FirstTask;
  /** Whether old tasks that must run do not fit on the instances that replace theirs. */
  readonly isMisplaced: boolean;
  /** Smallest number of tasks that run during the deployment. */
  readonly fewestRunning: number;
  /** Tasks that run when the deployment has ended. */
  readonly desired: number;
}

/**
 * Simulates the deployments of all services at the same time, as CloudFormation starts them: new tasks start where there is room
 * and the maximum allows it, old ones stop where the minimum allows it, until all are new or nothing can happen. A service that
 * is not deployed has an outcome only if its tasks do not fit on the updated instances.
 */
export function simulateRolls(services: readonly RollingService[], pools: ReadonlyMap<string, Pool>): ReadonlyMap<string, RollOutcome> {
  const instances = new Map([...pools].map(([id, pool]) => [id, new Instances(pool)]));
  const rolls = services.map((service) => new Roll(service, instances));
  // Large tasks first, so that the old tasks take as few instances as managed scaling leaves.
  for (const roll of [...rolls].sort((a, b) => b.size - a.size)) roll.placeOld();
  for (const pool of instances.values()) {
    pool.fillToMinimum();
    pool.scaledOut = false;
  }
  while (rolls.some((roll) => roll.start()) || rolls.some((roll) => roll.stop())) {
    for (const roll of rolls) roll.observe();
  }
  return new Map(rolls.filter(({ isPlayed, isMisplaced }) => isPlayed || isMisplaced).map((roll) => [roll.id, roll.outcome()]));
}

class Roll {
  readonly id: string;
  readonly size: number;
  readonly isPlayed: boolean;
  private readonly desired: number;
  private readonly from?: Instances;
  private readonly to?: Instances;
  private old: number;
  private fresh = 0;
  private fewest: number;
  private firstTask?: FirstTask;
  isMisplaced = false;
  private hasStopped = false;

  constructor(
    private readonly service: RollingService,
    instances: ReadonlyMap<string, Instances>,
  ) {
    const { before, after, running, isDeployed } = service;
    this.id = after.id;
    this.size = before.demand?.memoryMib ?? 0;
    this.isPlayed = isDeployed;
    this.desired = after.desired ?? running;
    this.old = running;
    this.fewest = running;
    const [from, to] = [instances.get(before.provider ?? ''), instances.get(after.provider ?? '')];
    if (from !== undefined) this.from = from;
    if (to !== undefined) this.to = to;
  }

  placeOld(): void {
    const { demand } = this.service.before;
    if (this.from === undefined || demand === undefined) return;
    let placed = 0;
    while (placed < this.old && this.from.place(demand)) placed += 1;
    if (placed === this.old) return;
    // Instances are replaced before services roll: an old task that does not fit on the new ones stops, if the minimum allows it.
    this.isMisplaced = placed < this.least;
    this.hasStopped = true;
    this.old = placed;
    this.observe();
  }

  /** Starts one new task; false when none may or can start. */
  start(): boolean {
    const { after } = this.service;
    const most = Math.max(1, Math.floor((this.desired * after.maximumPercent) / 100));
    if (!this.isPlayed || this.isMisplaced || this.fresh >= this.desired || this.old + this.fresh >= most) return false;
    const scaled = this.to?.scaledOut ?? false;
    if (this.to !== undefined && !this.placeNew(this.to, after.demand)) return false;
    this.fresh += 1;
    const waits = this.to?.scaledOut === true && !scaled;
    this.firstTask ??= waits ? 'waits' : this.hasStopped ? 'after-stop' : 'placed';
    return true;
  }

  /** Stops one old task; false when none is left, or the minimum does not allow it. */
  stop(): boolean {
    if (!this.isPlayed || this.isMisplaced || this.old === 0 || this.old + this.fresh - 1 < this.least) return false;
    this.old -= 1;
    this.hasStopped = true;
    if (this.service.before.demand !== undefined) this.from?.stop(this.service.before.demand);
    return true;
  }

  observe(): void {
    this.fewest = Math.min(this.fewest, this.old + this.fresh);
  }

  outcome(): RollOutcome {
    const isDone = this.fresh >= this.desired && this.old === 0 && !this.isMisplaced;
    return {
      firstTask: this.place(isDone),
      isMisplaced: this.isMisplaced,
      fewestRunning: Math.min(this.fewest, this.desired),
      desired: this.desired,
    };
  }

  private place(isDone: boolean): FirstTask {
    const { before, after } = this.service;
    const isUnknown = (this.from !== undefined && before.demand === undefined) || (this.to !== undefined && after.demand === undefined);
    if (isUnknown) return 'unknown';
    return isDone ? (this.firstTask ?? 'placed') : 'never';
  }

  private get least(): number {
    return Math.ceil((this.desired * this.service.after.minimumHealthyPercent) / 100);
  }

  private placeNew(pool: Instances, demand: TaskDemand | undefined): boolean {
    return demand !== undefined && pool.place(demand);
  }
}
