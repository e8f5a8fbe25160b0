import type { Operation } from '../model/operation';
import type { Resource } from '../model/resource';
import type { Demands, ResourceDemand } from './demand';
import { CRITICALITIES, type Criticality, qualityFactorFor, squareRootStaffing } from './queueing/square-root-staffing';
import { medianOf } from './range';
import { minusOnce } from './shared-results';
import type { CapacityForm, ResourceSupply } from './supply';
import { baseIn, type CapacityUse, type ResourceUse, suppliedBy } from './utilization';
import { combine, inSample, type Vector } from './vector';

/** The resource that requires the most instances. Amounts are medians, in the unit of the resource. */
export interface InstancesReason {
  /** The resource. */
  readonly resource: Resource;
  /** Load of the workload, with the base load of the whole component. */
  readonly load: number;
  /** Supply of one instance without its base load. */
  readonly perInstance: number;
  /** Utilization that the resource may reach, 0 to 1. */
  readonly threshold: number;
}

/** Instances of a service that a workload needs. */
export interface InstancesNeeded {
  /** Id of the component. */
  readonly component: string;
  /** Number of instances, within the bounds of autoscaling. */
  readonly instances: number;
  /** Why that many are required. */
  readonly reason: InstancesReason;
}

/**
 * Instances of every scaling component that a workload needs. For each resource: the load by Little's law, plus a safety
 * margin proportional to its square root that depends on the criticality of the operations, and at most the utilization of the
 * threshold. The resource that needs the most instances decides.
 */
export function instancesNeeded({ uses }: CapacityUse, demands: Demands, form: CapacityForm): InstancesNeeded[] {
  const scaling = uses.filter(({ supply }) => supply.instances.min < supply.instances.max);
  return [...new Set(scaling.map(({ component }) => component))].map((component) => {
    const needed = scaling.filter((use) => use.component === component).map((use) => neededFor(use, demands, form));
    const most = needed.reduce((left, right) => (right.instances > left.instances ? right : left));
    return { component, ...most };
  });
}

function neededFor(use: ResourceUse, demands: Demands, form: CapacityForm): Omit<InstancesNeeded, 'component'> {
  const { supply, demand, resource, threshold } = use;
  const load = medianOf(demand.load);
  const base = basesIn(use, demands, form);
  const [fixed, idle] = [medianOf(base.ofComponent), medianOf(base.perInstance)];
  const whole = medianOf(suppliedBy(supply, 1, demands));
  const each = whole - idle;
  const usable = whole * threshold.share - idle;
  const safe = isServer(use) ? staffed(load, whole, qualityFactorFor(CRITICALITIES[strictest(demand, demands)].waitingProbability)) : load;
  const needed = Math.max(ratio(load + fixed, usable), ratio(load === 0 ? fixed : safe + fixed, each));
  return {
    instances: clamp(Math.ceil(needed), supply),
    reason: { resource, load: load + fixed, perInstance: each, threshold: threshold.share },
  };
}

/**
 * Instances of every scaling component that autoscaling has in service in each sample, by the rule of `instancesNeeded` and within the
 * bounds of autoscaling.
 */
export function instancesInService({ uses }: Pick<CapacityUse, 'uses'>, demands: Demands, form: CapacityForm): ReadonlyMap<string, Vector> {
  const inService = new Map<string, Vector>();
  for (const use of uses) {
    if (use.supply.instances.min === use.supply.instances.max) continue;
    const needed = inServiceFor(use, demands, form);
    inService.set(use.component, combine(inService.get(use.component) ?? 0, needed, Math.max));
  }
  return inService;
}

function inServiceFor(use: ResourceUse, demands: Demands, form: CapacityForm): Vector {
  const { supply, demand, threshold } = use;
  const base = basesIn(use, demands, form);
  const whole = suppliedBy(supply, 1, demands);
  const quality = isServer(use) ? qualityFactorFor(CRITICALITIES[strictest(demand, demands)].waitingProbability) : undefined;
  const instances = new Float64Array(demands.samples.count);
  for (let sample = 0; sample < instances.length; sample++) {
    const load = inSample(demand.load, sample);
    const supplied = inSample(whole, sample);
    const idle = inSample(base.perInstance, sample);
    const fixed = inSample(base.ofComponent, sample);
    const safe = quality === undefined ? load : staffed(load, supplied, quality);
    const needed = Math.max(
      ratio(load + fixed, supplied * threshold.share - idle),
      ratio(load === 0 ? fixed : safe + fixed, supplied - idle),
    );
    instances[sample] = clamp(Math.ceil(needed), supply);
  }
  return instances;
}

/** The base load of each instance, and that of the whole component, which its instances share. */
function basesIn({ demand, supply }: ResourceUse, demands: Demands, form: CapacityForm) {
  const [one, two] = [1, 2].map((instances) => baseIn(demand, supply, instances, demands, form).load) as [Vector, Vector];
  const perInstance = minusOnce(two, one);
  return { perInstance, ofComponent: minusOnce(one, perInstance) };
}

/**
 * The load with the margin of the square-root rule, in the unit of the resource. A part of a server counts as one that works more
 * slowly, as in response times: an instance of 0.5 vCPU is one server.
 */
function staffed(load: number, perInstance: number, qualityFactor: number): number {
  if (perInstance <= 0) return load;
  const perServer = perInstance / Math.ceil(perInstance);
  return perServer * squareRootStaffing(load / perServer, qualityFactor);
}

/** Whether work queues for the resource when all of it is busy, which does not apply to memory and disk. */
function isServer({ resource }: ResourceUse): boolean {
  return resource === 'processor' || resource === 'workers' || resource === 'connections' || resource === 'slots';
}

function strictest({ operations }: ResourceDemand, { system }: Demands): Criticality {
  const order = Object.keys(CRITICALITIES) as Criticality[];
  const found = operations.map(({ operation }) => (system.operations[operation] as Operation).criticality);
  return order.find((criticality) => found.includes(criticality)) ?? 'normal';
}

function ratio(load: number, each: number): number {
  if (load === 0) return 0;
  return each <= 0 ? Number.POSITIVE_INFINITY : load / each;
}

function clamp(count: number, { instances: { min, max } }: ResourceSupply): number {
  return Math.min(max, Math.max(min, count));
}
