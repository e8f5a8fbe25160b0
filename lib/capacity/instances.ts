import { percent } from '../core/number-format';
import type { Operation } from '../model/operation';
import type { Demands, ResourceDemand } from './demand';
import { CRITICALITIES, type Criticality, qualityFactorFor, squareRootStaffing } from './queueing/square-root-staffing';
import { medianOf } from './range';
import type { CapacityForm, ResourceSupply } from './supply';
import { baseIn, type CapacityUse, type ResourceUse, suppliedBy } from './utilization';

/** How many instances of a service a workload needs. */
export interface InstancesNeeded {
  /** Id of the component. */
  readonly component: string;
  /** Within what autoscaling may do. */
  readonly instances: number;
  /** The resource that asks for most. */
  readonly because: string;
}

/**
 * Instances that a workload needs of every component that scales: the load by Little's law, a safety margin of its square
 * root by how critical the operations are, and never fuller than the threshold. Of all resources the largest counts.
 */
export function instancesNeeded({ uses }: CapacityUse, demands: Demands, form: CapacityForm): InstancesNeeded[] {
  const scaling = uses.filter(({ supply }) => supply.instances.min < supply.instances.max);
  return [...new Set(scaling.map(({ component }) => component))].map((component) => {
    const targetWorkload = scaling.filter((use) => use.component === component).map((use) => neededFor(use, demands, form));
    const most = targetWorkload.reduce((left, right) => (right.instances > left.instances ? right : left));
    return { component, ...most };
  });
}

function neededFor(use: ResourceUse, demands: Demands, form: CapacityForm): Omit<InstancesNeeded, 'component'> {
  const { supply, demand, resource, threshold } = use;
  const load = medianOf(demand.load);
  const base = medianOf(baseIn(demand, supply, 1, demands, form).load);
  const whole = medianOf(suppliedBy(supply, 1, demands));
  const each = whole - base;
  const usable = whole * threshold.share - base;
  const safe = isServer(use)
    ? squareRootStaffing(load, qualityFactorFor(CRITICALITIES[strictest(demand, demands)].waitingProbability))
    : load;
  const needed = Math.max(ratio(load, usable), ratio(load === 0 ? 0 : safe, each));
  return {
    instances: clamp(Math.ceil(needed), supply),
    because: `${resource}: ${Number(load.toPrecision(3))} in use of ${Number(each.toPrecision(3))} an instance, at most ${percent(threshold.share)}`,
  };
}

/** What work waits for when all are busy; memory and disk are just there or not. */
function isServer({ resource }: ResourceUse): boolean {
  return resource === 'processor' || resource === 'workers' || resource === 'connections' || resource === 'slots';
}

function strictest({ operations }: ResourceDemand, { system }: Demands): Criticality {
  const order = Object.keys(CRITICALITIES) as Criticality[];
  const targetWorkload = operations.map(({ operation }) => (system.operations[operation] as Operation).criticality);
  return order.find((criticality) => targetWorkload.includes(criticality)) ?? 'normal';
}

function ratio(load: number, each: number): number {
  if (load === 0) return 0;
  return each <= 0 ? Number.POSITIVE_INFINITY : load / each;
}

function clamp(count: number, { instances: { min, max } }: ResourceSupply): number {
  return Math.min(max, Math.max(min, count));
}
