import type { Template } from '../../cloudformation/template-resource';
import type { ChangeClass } from '../change-class';
import type { Transition } from '../transition';
import { TransitionContext, type TransitionFacts } from '../transition-context';
import { type EcsService, servicesOf } from './ecs-service';
import { type Pool, poolsOf } from './pool';
import { poolsDuring, rollsOf } from './rolls';

/** Classes in which another resource is created. */
const REPLACING: ReadonlySet<ChangeClass> = new Set(['replaced', 'needs-data-migration']);

/** A pool that has room for old and new tasks at the same time. */
export interface PoolWithRoom {
  /** Component of the pool. */
  readonly component: string;
  /** EC2 instance type that has room for each task. */
  readonly instanceType: string;
  /** Largest number of instances. */
  readonly max: number;
}

/**
 * Instances with which each deployment of an update ends: those of the second template, or of the first where a task does not fit
 * on them, and as many as the simulation requires. Undefined when no such instances are known. Empty when those of the second
 * template suffice.
 */
export function roomToRoll(
  before: Template,
  after: Template,
  facts: TransitionFacts,
  { resources }: Transition,
): readonly PoolWithRoom[] | undefined {
  const context = new TransitionContext(before, after, facts);
  const replaced = new Set(resources.filter(({ reasons }) => reasons.some((each) => REPLACING.has(each.class))).map(({ id }) => id));
  const [old, next] = [poolsOf(before, facts), poolsOf(after, facts)];
  const services = [...servicesOf(before), ...servicesOf(after)];
  const mostTasks = services.reduce((sum, { max }) => sum + max, 0);
  const pools = new Map(poolsDuring(context));
  const grown = new Set<string>();
  for (;;) {
    const endless = rollsOf(context, replaced, pools).filter(({ firstTask }) => firstTask === 'never');
    if (endless.length === 0) break;
    const short = new Set(endless.flatMap(({ pool }) => (pool !== undefined && (next.get(pool)?.max ?? 0) > 0 ? pool : [])));
    if (short.size === 0) return undefined;
    for (const id of short) {
      const larger = grown.has(id) ? oneMore(pools.get(id)) : startOf(old.get(id), next.get(id), tasksOn(id, services));
      if (larger === undefined || (larger.max ?? 0) > mostTasks) return undefined;
      grown.add(id);
      pools.set(id, larger);
    }
  }
  return [...grown].flatMap((id) => {
    const { instanceType, max } = pools.get(id) ?? {};
    const component = after.resources.find((resource) => resource.id === id)?.component;
    return instanceType === undefined || max === undefined || component === undefined ? [] : { component, instanceType, max };
  });
}

function tasksOn(id: string, services: readonly EcsService[]): readonly EcsService[] {
  return services.filter(({ provider }) => provider === id);
}

/** The new instances if each task fits on one of them, otherwise the old ones; as many as the larger of both pools. */
function startOf(old: Pool | undefined, next: Pool | undefined, services: readonly EcsService[]): Pool | undefined {
  const roomy = [next, old].find((pool) => pool !== undefined && services.every((service) => fitsAlone(service, pool)));
  return roomy === undefined ? undefined : { ...roomy, max: Math.max(old?.max ?? 0, next?.max ?? 0), min: next?.min ?? 0 };
}

function fitsAlone({ demand }: EcsService, { room }: Pool): boolean {
  if (demand === undefined || room === undefined) return false;
  return demand.cpuUnits <= room.cpuUnits && demand.memoryMib <= room.memoryMib && demand.gpus <= room.gpus;
}

function oneMore(pool: Pool | undefined): Pool | undefined {
  return pool?.max === undefined ? undefined : { ...pool, max: pool.max + 1 };
}
